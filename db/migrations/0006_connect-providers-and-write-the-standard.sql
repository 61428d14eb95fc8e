CREATE TABLE "connection" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"system" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secrets" text,
	"paused" boolean DEFAULT false NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrichment_answer" (
	"provider" text NOT NULL,
	"lookup" text NOT NULL,
	"key" text NOT NULL,
	"answer" text NOT NULL,
	"words" text NOT NULL,
	"values" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "enrichment_answer_provider_lookup_key_pk" PRIMARY KEY("provider","lookup","key")
);
--> statement-breakpoint
CREATE TABLE "enrichment_health" (
	"provider" text PRIMARY KEY NOT NULL,
	"failures_in_a_row" integer DEFAULT 0 NOT NULL,
	"open_until" timestamp (3) with time zone,
	"last_cause" text,
	"last_words" text,
	"last_failure_at" timestamp (3) with time zone,
	"last_success_at" timestamp (3) with time zone,
	"credits_left" integer
);
--> statement-breakpoint
CREATE TABLE "enrichment_step" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer NOT NULL,
	"provider" text NOT NULL,
	"lookup" text NOT NULL,
	"connection_id" uuid,
	"enabled" boolean DEFAULT true NOT NULL,
	"time_limit_ms" integer NOT NULL,
	"cache_days" integer NOT NULL,
	"fills" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "enrichment_step_provider_lookup_connectionId_unique" UNIQUE NULLS NOT DISTINCT("provider","lookup","connection_id")
);
--> statement-breakpoint
CREATE TABLE "scoring_model" (
	"version" integer PRIMARY KEY NOT NULL,
	"model" jsonb NOT NULL,
	"reason" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standard_draft" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"based_on" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"effective_from" timestamp (3) with time zone,
	"gates" text[] NOT NULL,
	"requirements" jsonb NOT NULL,
	"reason" text,
	"state" text DEFAULT 'open' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standard_signature" (
	"draft_id" uuid NOT NULL,
	"side" text NOT NULL,
	"revision" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "standard_signature_draft_id_side_revision_pk" PRIMARY KEY("draft_id","side","revision")
);
--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "name_key" text;--> statement-breakpoint
ALTER TABLE "company" ADD COLUMN "switchboard" text;--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "filled" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "verified" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "enrichment_attempt" ADD COLUMN "lookup" text;--> statement-breakpoint
ALTER TABLE "enrichment_attempt" ADD COLUMN "cause" text;--> statement-breakpoint
ALTER TABLE "enrichment_attempt" ADD COLUMN "kept" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "filled" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "verified" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "enrichment_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "enrichment_next_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "lead_field" ADD COLUMN "mode" text;--> statement-breakpoint
ALTER TABLE "standard_version" ADD COLUMN "signed_for_marketing" uuid;--> statement-breakpoint
ALTER TABLE "standard_version" ADD COLUMN "signed_for_sales" uuid;--> statement-breakpoint
ALTER TABLE "standard_version" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "connection" ADD CONSTRAINT "connection_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrichment_step" ADD CONSTRAINT "enrichment_step_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_model" ADD CONSTRAINT "scoring_model_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_draft" ADD CONSTRAINT "standard_draft_based_on_standard_version_version_fk" FOREIGN KEY ("based_on") REFERENCES "public"."standard_version"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_draft" ADD CONSTRAINT "standard_draft_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_signature" ADD CONSTRAINT "standard_signature_draft_id_standard_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."standard_draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_signature" ADD CONSTRAINT "standard_signature_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connection_system_index" ON "connection" USING btree ("system");--> statement-breakpoint
CREATE INDEX "enrichment_answer_expires_at_index" ON "enrichment_answer" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "standard_version" ADD CONSTRAINT "standard_version_signed_for_marketing_person_id_fk" FOREIGN KEY ("signed_for_marketing") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_version" ADD CONSTRAINT "standard_version_signed_for_sales_person_id_fk" FOREIGN KEY ("signed_for_sales") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_name_key_index" ON "company" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "enrichment_attempt_provider_at_index" ON "enrichment_attempt" USING btree ("provider","at");--> statement-breakpoint
CREATE INDEX "lead_to_enrich" ON "lead" USING btree ("enrichment_next_at") WHERE enrichment_next_at is not null;--> statement-breakpoint
grant select on connection, enrichment_step, enrichment_answer, enrichment_health, scoring_model,
  standard_draft, standard_signature to baton_app;
--> statement-breakpoint
grant insert, update on connection, enrichment_step, enrichment_answer, enrichment_health,
  standard_draft to baton_app;
--> statement-breakpoint
grant insert on scoring_model, standard_signature to baton_app;
--> statement-breakpoint
grant delete on enrichment_step, enrichment_answer to baton_app;
