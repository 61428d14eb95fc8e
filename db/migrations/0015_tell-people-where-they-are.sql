CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"handoff_id" uuid,
	"field_id" text,
	"occasion" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notice_once" UNIQUE("person_id","kind","occasion")
);
--> statement-breakpoint
CREATE TABLE "notice_choice" (
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"connection_id" uuid NOT NULL,
	CONSTRAINT "notice_choice_person_id_kind_connection_id_pk" PRIMARY KEY("person_id","kind","connection_id")
);
--> statement-breakpoint
CREATE TABLE "notice_delivery" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"notice_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"tried_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"words" text,
	CONSTRAINT "delivery_once" UNIQUE("notice_id","connection_id")
);
--> statement-breakpoint
CREATE TABLE "notice_setting" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"off" boolean DEFAULT false NOT NULL,
	"quiet_from" smallint,
	"quiet_until" smallint,
	"quiet_weekends" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "quiet_hours_are_a_span" CHECK (("notice_setting"."quiet_from" is null) = ("notice_setting"."quiet_until" is null) and ("notice_setting"."quiet_from" is null or "notice_setting"."quiet_from" <> "notice_setting"."quiet_until")),
	CONSTRAINT "quiet_hours_are_of_a_day" CHECK ("notice_setting"."quiet_from" between 0 and 1439 and "notice_setting"."quiet_until" between 0 and 1439)
);
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_handoff_id_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_notice_id_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notice"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_setting" ADD CONSTRAINT "notice_setting_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_at_index" ON "notice" USING btree ("at");--> statement-breakpoint
CREATE INDEX "notice_delivery_connection_id_tried_at_index" ON "notice_delivery" USING btree ("connection_id","tried_at");--> statement-breakpoint
CREATE INDEX "delivery_not_settled" ON "notice_delivery" USING btree ("due_at") WHERE state = 'waiting';--> statement-breakpoint
grant select, insert, delete on notice to baton_app;
--> statement-breakpoint
grant select, insert, update, delete on notice_delivery to baton_app;
--> statement-breakpoint
grant select, insert, delete on notice_choice to baton_app;
--> statement-breakpoint
grant select, insert, update on notice_setting to baton_app;
