CREATE TYPE "public"."lead_status" AS ENUM('captured', 'pending_enrichment', 'ready', 'routed', 'contacted', 'accepted', 'rejected', 'excluded');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('rep', 'marketing_ops', 'manager', 'admin');--> statement-breakpoint
CREATE TYPE "public"."source" AS ENUM('form', 'enrichment', 'map', 'crm', 'routing', 'person', 'scoring');--> statement-breakpoint
CREATE TYPE "public"."verdict" AS ENUM('complete', 'partial', 'absent');--> statement-breakpoint
CREATE TABLE "activity" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"user_agent" text,
	"product" text,
	"details" jsonb NOT NULL,
	CONSTRAINT "activity_lead_id_occurred_at_id_pk" PRIMARY KEY("lead_id","occurred_at","id")
) PARTITION BY RANGE ("occurred_at");
--> statement-breakpoint
CREATE TABLE "activity_receipt" (
	"source" text NOT NULL,
	"message_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "activity_receipt_source_message_id_pk" PRIMARY KEY("source","message_id")
);
--> statement-breakpoint
CREATE TABLE "anonymous_activity" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"visitor" text NOT NULL,
	"kind" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"user_agent" text,
	"product" text,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"domain" text,
	"owner_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "company_domain_unique" UNIQUE("domain")
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"handoff_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"result" text NOT NULL,
	"words" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "completeness_day" (
	"day" date NOT NULL,
	"category" text NOT NULL,
	"verdict" "verdict" NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "completeness_day_day_category_verdict_pk" PRIMARY KEY("day","category","verdict")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"handoff_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"accepted" boolean NOT NULL,
	"reason" text,
	"field_id" text,
	"words" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rejection_has_reason" CHECK ("decision"."accepted" or "decision"."reason" is not null),
	CONSTRAINT "other_has_words" CHECK ("decision"."reason" is distinct from 'other' or "decision"."words" is not null)
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"handoff_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"field_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "handoff" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"routed_at" timestamp (3) with time zone NOT NULL,
	"standard_version" integer NOT NULL,
	"contact_basics" "verdict" NOT NULL,
	"company_intelligence" "verdict" NOT NULL,
	"behavioral_trail" "verdict" NOT NULL,
	"scoring_context" "verdict" NOT NULL,
	"handoff_metadata" "verdict" NOT NULL,
	"warm" boolean GENERATED ALWAYS AS (contact_basics = 'complete' and company_intelligence = 'complete' and behavioral_trail = 'complete' and scoring_context = 'complete' and handoff_metadata = 'complete') STORED NOT NULL,
	"name" text NOT NULL,
	"company_name" text NOT NULL,
	"job_title" text NOT NULL,
	"time_zone" text,
	"tier" smallint,
	"score_total" integer,
	"trend" text,
	"score_delta" integer,
	"trigger" text NOT NULL,
	"triggered_at" timestamp (3) with time zone NOT NULL,
	"captured_at" timestamp (3) with time zone NOT NULL,
	"snapshot" jsonb NOT NULL,
	CONSTRAINT "gate_contact_basics_and_company_intelligence" CHECK ("handoff"."contact_basics" = 'complete' and "handoff"."company_intelligence" = 'complete')
);
--> statement-breakpoint
CREATE TABLE "history" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"verb" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "import_reject" (
	"run_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"column" text,
	"reason" text NOT NULL,
	"cells" jsonb NOT NULL,
	CONSTRAINT "import_reject_run_id_line_pk" PRIMARY KEY("run_id","line")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"target" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"bytes" bigint NOT NULL,
	"bytes_read" bigint DEFAULT 0 NOT NULL,
	"mapping" jsonb NOT NULL,
	"headers" jsonb NOT NULL,
	"delimiter" text NOT NULL,
	"state" text NOT NULL,
	"failure" text,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"rows_new" integer DEFAULT 0 NOT NULL,
	"rows_changed" integer DEFAULT 0 NOT NULL,
	"rows_unchanged" integer DEFAULT 0 NOT NULL,
	"rows_refused" integer DEFAULT 0 NOT NULL,
	"person_id" uuid,
	"started_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrichment_attempt" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"answer" text NOT NULL,
	"words" text NOT NULL,
	"filled" text[] DEFAULT '{}' NOT NULL,
	"cost_cents" integer DEFAULT 0 NOT NULL,
	"took_ms" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lead" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text,
	"external_id" text,
	"company_id" uuid,
	"name" text,
	"company_name" text,
	"job_title" text,
	"country" text,
	"channel" text,
	"status" "lead_status" DEFAULT 'captured' NOT NULL,
	"contact_basics" "verdict" NOT NULL,
	"company_intelligence" "verdict" NOT NULL,
	"behavioral_trail" "verdict" NOT NULL,
	"scoring_context" "verdict" NOT NULL,
	"handoff_metadata" "verdict" NOT NULL,
	"missing" text[] DEFAULT '{}' NOT NULL,
	"tier" smallint,
	"score_total" integer,
	"trend" text,
	"computed" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"mql_at" timestamp (3) with time zone,
	"trigger" text,
	"handoff_id" uuid,
	"captured_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lead_email_unique" UNIQUE("email"),
	CONSTRAINT "handed_off_has_handoff" CHECK ("lead"."status" in ('captured', 'pending_enrichment', 'ready', 'excluded') or "lead"."handoff_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "lead_exclusion" (
	"lead_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"person_id" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lead_field" (
	"lead_id" uuid NOT NULL,
	"field_id" text NOT NULL,
	"source" "source" NOT NULL,
	"provider" text DEFAULT '' NOT NULL,
	"value" jsonb,
	"not_obtainable" text,
	"verified" boolean NOT NULL,
	"detail" jsonb,
	"obtained_at" timestamp (3) with time zone NOT NULL,
	"prevails" boolean NOT NULL,
	"person_id" uuid,
	CONSTRAINT "lead_field_lead_id_field_id_source_provider_pk" PRIMARY KEY("lead_id","field_id","source","provider")
);
--> statement-breakpoint
CREATE TABLE "lead_identity" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"lead_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lead_identity_kind_value_pk" PRIMARY KEY("kind","value")
);
--> statement-breakpoint
CREATE TABLE "note" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "summary_version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"as_drafted" boolean NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcome" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"won_at" timestamp (3) with time zone NOT NULL,
	"detail" jsonb NOT NULL,
	"source" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outcome_leadId_unique" UNIQUE("lead_id")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_key_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"locale" text DEFAULT 'en-GB' NOT NULL,
	"territory" text[] DEFAULT '{}' NOT NULL,
	"territory_name" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "field_definition" (
	"field_id" text PRIMARY KEY NOT NULL,
	"category" text NOT NULL,
	"choices" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "placeholder_word" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standard_version" (
	"version" integer PRIMARY KEY NOT NULL,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"gates" text[] NOT NULL,
	"requirements" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "company" ADD CONSTRAINT "company_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_handoff_id_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_handoff_id_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_handoff_id_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_standard_version_standard_version_version_fk" FOREIGN KEY ("standard_version") REFERENCES "public"."standard_version"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_reject" ADD CONSTRAINT "import_reject_run_id_import_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrichment_attempt" ADD CONSTRAINT "enrichment_attempt_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_exclusion" ADD CONSTRAINT "lead_exclusion_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_exclusion" ADD CONSTRAINT "lead_exclusion_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_field" ADD CONSTRAINT "lead_field_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_field" ADD CONSTRAINT "lead_field_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_identity" ADD CONSTRAINT "lead_identity_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_version" ADD CONSTRAINT "summary_version_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_version" ADD CONSTRAINT "summary_version_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_version" ADD CONSTRAINT "standard_version_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_receipt_received_at_index" ON "activity_receipt" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "anonymous_activity_visitor_index" ON "anonymous_activity" USING btree ("visitor");--> statement-breakpoint
CREATE INDEX "company_owner_id_index" ON "company" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "attempt_handoff_id_at_index" ON "attempt" USING btree ("handoff_id","at");--> statement-breakpoint
CREATE INDEX "finding_handoff_id_index" ON "finding" USING btree ("handoff_id");--> statement-breakpoint
CREATE INDEX "handoff_owner_id_routed_at_index" ON "handoff" USING btree ("owner_id","routed_at");--> statement-breakpoint
CREATE INDEX "handoff_lead_id_routed_at_index" ON "handoff" USING btree ("lead_id","routed_at");--> statement-breakpoint
CREATE INDEX "handoff_routed_at_id_index" ON "handoff" USING btree ("routed_at","id");--> statement-breakpoint
CREATE INDEX "history_subject_subject_id_at_index" ON "history" USING btree ("subject","subject_id","at");--> statement-breakpoint
CREATE INDEX "import_run_started_at_index" ON "import_run" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "enrichment_attempt_lead_id_at_index" ON "enrichment_attempt" USING btree ("lead_id","at");--> statement-breakpoint
CREATE INDEX "lead_status_updated_at_index" ON "lead" USING btree ("status","updated_at");--> statement-breakpoint
CREATE INDEX "lead_updated_at_id_index" ON "lead" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "lead_company_id_index" ON "lead" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lead_field_prevailing" ON "lead_field" USING btree ("lead_id","field_id") WHERE "lead_field"."prevails";--> statement-breakpoint
CREATE INDEX "lead_identity_lead_id_index" ON "lead_identity" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "note_lead_id_at_index" ON "note" USING btree ("lead_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "summary_version_lead_id_version_index" ON "summary_version" USING btree ("lead_id","version");--> statement-breakpoint
CREATE INDEX "api_key_kind_index" ON "api_key" USING btree ("kind");