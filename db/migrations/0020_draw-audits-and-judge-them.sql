CREATE TABLE "audit" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"size" smallint NOT NULL,
	"strata" text NOT NULL,
	"segments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"seed" text NOT NULL,
	"seed_typed" boolean NOT NULL,
	"population" integer NOT NULL,
	"auditors" smallint NOT NULL,
	"drawn_by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "audit_window" CHECK ("audit"."from_at" < "audit"."until_at"),
	CONSTRAINT "audit_size" CHECK ("audit"."size" between 1 and 200 and "audit"."size" <= "audit"."population"),
	CONSTRAINT "audit_auditors" CHECK ("audit"."auditors" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "audit_interview" (
	"audit_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"rep_id" uuid NOT NULL,
	"answer" text,
	"researches" boolean,
	"what" text,
	"field_ids" text[] DEFAULT '{}' NOT NULL,
	"asked_by" uuid,
	"at" timestamp (3) with time zone,
	CONSTRAINT "audit_interview_audit_id_place_pk" PRIMARY KEY("audit_id","place"),
	CONSTRAINT "audit_interview_once" UNIQUE("audit_id","rep_id"),
	CONSTRAINT "interview_is_whole" CHECK (("audit_interview"."answer" is null) = ("audit_interview"."researches" is null) and ("audit_interview"."answer" is null) = ("audit_interview"."asked_by" is null) and ("audit_interview"."answer" is null) = ("audit_interview"."at" is null)),
	CONSTRAINT "research_says_what" CHECK ("audit_interview"."researches" is not true or "audit_interview"."what" is not null)
);
--> statement-breakpoint
CREATE TABLE "audit_judgement" (
	"line_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"category" text NOT NULL,
	"verdict" "verdict" NOT NULL,
	"field_ids" text[] DEFAULT '{}' NOT NULL,
	"reason" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "audit_judgement_line_id_person_id_category_pk" PRIMARY KEY("line_id","person_id","category")
);
--> statement-breakpoint
CREATE TABLE "audit_line" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"audit_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"handoff_id" uuid NOT NULL,
	"stratum" text NOT NULL,
	"replaces_id" uuid,
	"swap_reason" text,
	"swap_words" text,
	"swapped_by" uuid,
	"swapped_at" timestamp (3) with time zone,
	CONSTRAINT "audit_line_replacesId_unique" UNIQUE("replaces_id"),
	CONSTRAINT "audit_line_once" UNIQUE("audit_id","handoff_id"),
	CONSTRAINT "swap_has_reason" CHECK (("audit_line"."replaces_id" is null) = ("audit_line"."swap_reason" is null) and ("audit_line"."replaces_id" is null) = ("audit_line"."swapped_by" is null) and ("audit_line"."replaces_id" is null) = ("audit_line"."swapped_at" is null))
);
--> statement-breakpoint
CREATE TABLE "audit_seat" (
	"audit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seat" smallint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "audit_seat_audit_id_person_id_pk" PRIMARY KEY("audit_id","person_id"),
	CONSTRAINT "audit_seat_once" UNIQUE("audit_id","seat"),
	CONSTRAINT "audit_seats" CHECK ("audit_seat"."seat" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "gap_finding" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"audit_id" uuid NOT NULL,
	"field_id" text NOT NULL,
	"verdict" text NOT NULL,
	"data_verdict" text NOT NULL,
	"reason" text,
	"shares" jsonb NOT NULL,
	"owner_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"basis" text NOT NULL,
	"missing" integer NOT NULL,
	"of" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "gap_counts" CHECK ("gap_finding"."missing" between 1 and "gap_finding"."of"),
	CONSTRAINT "gap_other_verdict_has_reason" CHECK ("gap_finding"."verdict" = "gap_finding"."data_verdict" or "gap_finding"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "gap_measurement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"finding_id" uuid NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"missing" integer NOT NULL,
	"of" integer NOT NULL,
	"moved" boolean NOT NULL,
	"measured_by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_drawn_by_person_id_fk" FOREIGN KEY ("drawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_interview" ADD CONSTRAINT "audit_interview_audit_id_audit_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_interview" ADD CONSTRAINT "audit_interview_rep_id_person_id_fk" FOREIGN KEY ("rep_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_interview" ADD CONSTRAINT "audit_interview_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_judgement" ADD CONSTRAINT "audit_judgement_line_id_audit_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."audit_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_judgement" ADD CONSTRAINT "audit_judgement_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_line" ADD CONSTRAINT "audit_line_audit_id_audit_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_line" ADD CONSTRAINT "audit_line_handoff_id_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_line" ADD CONSTRAINT "audit_line_replaces_id_audit_line_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."audit_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_line" ADD CONSTRAINT "audit_line_swapped_by_person_id_fk" FOREIGN KEY ("swapped_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_seat" ADD CONSTRAINT "audit_seat_audit_id_audit_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_seat" ADD CONSTRAINT "audit_seat_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_finding" ADD CONSTRAINT "gap_finding_audit_id_audit_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_finding" ADD CONSTRAINT "gap_finding_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_finding" ADD CONSTRAINT "gap_finding_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_measurement" ADD CONSTRAINT "gap_measurement_finding_id_gap_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."gap_finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gap_measurement" ADD CONSTRAINT "gap_measurement_measured_by_person_id_fk" FOREIGN KEY ("measured_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_at_index" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_line_drawn" ON "audit_line" USING btree ("audit_id","place") WHERE replaces_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "gap_finding_open" ON "gap_finding" USING btree ("field_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "gap_measurement_finding_id_at_index" ON "gap_measurement" USING btree ("finding_id","at");--> statement-breakpoint
-- A sample is frozen once drawn: nobody but the owner of the tables can change or delete a row of it.
grant select, insert on audit, audit_line to baton_app;
--> statement-breakpoint
grant select, insert, update on audit_judgement to baton_app;
--> statement-breakpoint
grant select, insert on audit_seat, audit_interview to baton_app;
--> statement-breakpoint
grant update (done_at) on audit_seat to baton_app;
--> statement-breakpoint
grant update (answer, researches, what, field_ids, asked_by, at) on audit_interview to baton_app;
--> statement-breakpoint
grant select, insert on gap_finding, gap_measurement to baton_app;
--> statement-breakpoint
grant update (closed_at) on gap_finding to baton_app;
