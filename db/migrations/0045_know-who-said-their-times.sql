ALTER TABLE "person" ADD COLUMN "reader_set_at" timestamp (3) with time zone;--> statement-breakpoint
-- Whoever has other times than the usual ones was given them by somebody.
UPDATE "person" SET "reader_set_at" = now() WHERE "time_zone" <> 'UTC' OR "locale" <> 'en-GB';
