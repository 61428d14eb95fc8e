CREATE TABLE "research" (
	"handoff_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"looked_up" boolean NOT NULL,
	"field_ids" text[] DEFAULT '{}' NOT NULL,
	"minutes" smallint,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "looked_up_has_minutes" CHECK ("research"."looked_up" = ("research"."minutes" is not null))
);
--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "kind" text DEFAULT 'missing' NOT NULL;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "value" jsonb;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "source" "source";--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "provider" text;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "author_id" uuid;--> statement-breakpoint
ALTER TABLE "lead_field" ADD COLUMN "wrong_values" jsonb;--> statement-breakpoint
ALTER TABLE "research" ADD CONSTRAINT "research_handoff_id_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research" ADD CONSTRAINT "research_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "wrong_names_its_source" CHECK ("finding"."kind" = 'missing' or ("finding"."value" is not null and "finding"."source" is not null));--> statement-breakpoint
-- A decision can be taken back for ten seconds; both it and what was said in it stay in the history.
grant delete on decision, finding to baton_app;
--> statement-breakpoint
grant select, insert, update on research to baton_app;
