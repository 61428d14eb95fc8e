ALTER TABLE "api_key_failure" DROP CONSTRAINT "api_key_failure_key_id_cause_pk";--> statement-breakpoint
ALTER TABLE "api_key_failure" ADD COLUMN "hour" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "api_key_failure" ADD COLUMN "count" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
update api_key_failure set hour = date_trunc('hour', at, 'UTC');--> statement-breakpoint
ALTER TABLE "api_key_failure" ALTER COLUMN "hour" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "api_key_failure" ADD CONSTRAINT "api_key_failure_key_id_cause_hour_pk" PRIMARY KEY("key_id","cause","hour");--> statement-breakpoint
grant delete on api_key_failure to baton_app;
