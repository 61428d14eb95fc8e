ALTER TABLE "notice" ALTER COLUMN "lead_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "outcome" ALTER COLUMN "won_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "words" text[];--> statement-breakpoint
ALTER TABLE "outcome" ADD COLUMN "opportunity_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_is_of_something" CHECK ("notice"."lead_id" is not null or "notice"."words" is not null);--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_says_something" CHECK ("outcome"."opportunity_at" is not null or "outcome"."won_at" is not null);