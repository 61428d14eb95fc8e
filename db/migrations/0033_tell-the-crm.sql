CREATE TABLE "crm" (
	"connection_id" uuid PRIMARY KEY NOT NULL,
	"entries" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"held_until" timestamp (3) with time zone,
	"read_until" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "crm_record" (
	"connection_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"object" text NOT NULL,
	"record_id" text NOT NULL,
	"owner_name" text,
	"owner_email" text,
	"stage" text,
	"deal_id" text,
	"changed_at" timestamp (3) with time zone,
	CONSTRAINT "crm_record_connection_id_lead_id_pk" PRIMARY KEY("connection_id","lead_id")
);
--> statement-breakpoint
CREATE TABLE "outgoing" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"handoff_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note_id" uuid,
	"occasion" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"tried_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"cause" text,
	"words" text,
	CONSTRAINT "outgoing_once" UNIQUE("connection_id","occasion")
);
--> statement-breakpoint
ALTER TABLE "crm" ADD CONSTRAINT "crm_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crm_record" ADD CONSTRAINT "crm_record_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crm_record" ADD CONSTRAINT "crm_record_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing" ADD CONSTRAINT "outgoing_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing" ADD CONSTRAINT "outgoing_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing" ADD CONSTRAINT "outgoing_handoff_id_lead_id_handoff_id_lead_id_fk" FOREIGN KEY ("handoff_id","lead_id") REFERENCES "public"."handoff"("id","lead_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "crm_record_connection_id_deal_id_index" ON "crm_record" USING btree ("connection_id","deal_id");--> statement-breakpoint
CREATE INDEX "outgoing_waiting" ON "outgoing" USING btree ("connection_id","lead_id","at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "outgoing_failed" ON "outgoing" USING btree ("connection_id","at") WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX "outgoing_connection_id_tried_at_index" ON "outgoing" USING btree ("connection_id","tried_at");--> statement-breakpoint
CREATE INDEX "outgoing_handoff_id_index" ON "outgoing" USING btree ("handoff_id");--> statement-breakpoint
grant select, insert, update, delete on outgoing, crm, crm_record to baton_app;
