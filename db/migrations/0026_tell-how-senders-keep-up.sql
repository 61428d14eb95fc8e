CREATE TABLE "api_key_failure" (
	"key_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "api_key_failure_key_id_cause_pk" PRIMARY KEY("key_id","cause")
);
--> statement-breakpoint
ALTER TABLE "enrichment_attempt" ADD COLUMN "health_key" text;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "last_success_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "api_key_failure" ADD CONSTRAINT "api_key_failure_key_id_api_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."api_key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_failed" ON "notice_delivery" USING btree ("notice_id") WHERE state = 'failed';
--> statement-breakpoint
grant select, insert, update on api_key_failure to baton_app;
