CREATE TABLE "map_score" (
	"lead_id" uuid NOT NULL,
	"part" text NOT NULL,
	"value" smallint NOT NULL,
	"provider" text NOT NULL,
	"obtained_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "map_score_lead_id_part_pk" PRIMARY KEY("lead_id","part"),
	CONSTRAINT "map_score_is_a_score" CHECK ("map_score"."value" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "scoring_model_draft" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"settings" jsonb NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"signed_by" uuid,
	"signed_at" timestamp (3) with time zone,
	CONSTRAINT "model_draft_signed_by_another" CHECK ("scoring_model_draft"."signed_by" <> "scoring_model_draft"."updated_by")
);
--> statement-breakpoint
ALTER TABLE "scoring_model" ADD COLUMN "signed_by" uuid;--> statement-breakpoint
ALTER TABLE "map_score" ADD CONSTRAINT "map_score_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_model_draft" ADD CONSTRAINT "scoring_model_draft_updated_by_person_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_model_draft" ADD CONSTRAINT "scoring_model_draft_signed_by_person_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "scoring_model_draft_open" ON "scoring_model_draft" USING btree ("state") WHERE state = 'open';--> statement-breakpoint
ALTER TABLE "scoring_model" ADD CONSTRAINT "scoring_model_signed_by_person_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_model" ADD CONSTRAINT "model_signed_by_another" CHECK ("scoring_model"."signed_by" is distinct from "scoring_model"."created_by" or "scoring_model"."signed_by" is null);--> statement-breakpoint
grant select, insert, update on scoring_model_draft to baton_app;
--> statement-breakpoint
grant select, insert, update, delete on map_score to baton_app;
