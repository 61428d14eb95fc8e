CREATE TABLE "score_entry" (
	"lead_id" uuid NOT NULL,
	"group" text NOT NULL,
	"rule" text NOT NULL,
	"label" text NOT NULL,
	"points" smallint NOT NULL,
	"activity_ids" uuid[] NOT NULL,
	"activity_count" integer NOT NULL,
	"model_version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "score_entry_lead_id_group_rule_pk" PRIMARY KEY("lead_id","group","rule")
);
--> statement-breakpoint
CREATE TABLE "score_history" (
	"lead_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"total" smallint NOT NULL,
	"fit" smallint NOT NULL,
	"intent" smallint NOT NULL,
	"behavior" smallint NOT NULL,
	"model_version" integer NOT NULL,
	"by_time" boolean NOT NULL,
	CONSTRAINT "score_history_lead_id_at_pk" PRIMARY KEY("lead_id","at")
);
--> statement-breakpoint
CREATE TABLE "score_override" (
	"lead_id" uuid PRIMARY KEY NOT NULL,
	"total" smallint NOT NULL,
	"reason" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "override_is_a_score" CHECK ("score_override"."total" between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "score_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "score_entry" ADD CONSTRAINT "score_entry_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_history" ADD CONSTRAINT "score_history_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_override" ADD CONSTRAINT "score_override_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_override" ADD CONSTRAINT "score_override_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "score_history_at_index" ON "score_history" USING btree ("at");--> statement-breakpoint
CREATE INDEX "lead_score_due" ON "lead" USING btree ("score_due_at") WHERE score_due_at is not null;--> statement-breakpoint
grant select, insert, update, delete on score_entry, score_history, score_override to baton_app;
--> statement-breakpoint
-- The ledgers of the leads there are get written as if their scores were due.
update lead set score_due_at = now() where status <> 'excluded' and score_total is not null;
