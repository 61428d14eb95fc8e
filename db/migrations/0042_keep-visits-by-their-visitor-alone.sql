DROP INDEX "anonymous_activity_visitor_index";--> statement-breakpoint
ALTER TABLE "anonymous_activity" DROP CONSTRAINT "anonymous_activity_pkey";--> statement-breakpoint
ALTER TABLE "anonymous_activity" ADD CONSTRAINT "anonymous_activity_visitor_id_pk" PRIMARY KEY("visitor","id");
