ALTER TABLE "crm_record" ADD COLUMN "written" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "crm_record_record_id_index" ON "crm_record" USING btree ("record_id");