CREATE TABLE "fallback_routing" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"handoff_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by" uuid,
	CONSTRAINT "fallback_routing_handoffId_unique" UNIQUE("handoff_id")
);
--> statement-breakpoint
CREATE TABLE "routing_credit" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"credit" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_setting" (
	"version" integer PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"reason" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "products" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "segments" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "lead_cap" integer;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "routing_weight" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "fallback_routing" ADD CONSTRAINT "fallback_routing_handoff_id_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fallback_routing" ADD CONSTRAINT "fallback_routing_settled_by_person_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_credit" ADD CONSTRAINT "routing_credit_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_setting" ADD CONSTRAINT "routing_setting_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fallback_routing_settled_at_at_index" ON "fallback_routing" USING btree ("settled_at","at");--> statement-breakpoint
CREATE INDEX "lead_open" ON "lead" USING btree ("handoff_id") WHERE status in ('routed', 'contacted');--> statement-breakpoint
grant select, insert on routing_setting to baton_app;
--> statement-breakpoint
grant select, insert, update on routing_credit, fallback_routing to baton_app;
