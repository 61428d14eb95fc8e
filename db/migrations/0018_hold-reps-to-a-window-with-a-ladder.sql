CREATE TABLE "sla_version" (
	"version" integer PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"reason" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
-- Five minutes from the first day on; the ladder counts for what is routed from now on, so that
-- nobody's old leads are given away at once.
insert into sla_version (version, settings, created_at) values
	(1, '{"minutes": 5, "segments": [], "ladder": []}', '2000-01-01'),
	(2, '{"minutes": 5, "segments": [], "ladder": [
		{"action": "warn_rep", "minutes": -2, "channel": "notices"},
		{"action": "tell_manager", "minutes": 5, "channel": "notices"},
		{"action": "reroute", "minutes": 30, "channel": "notices"}]}', now());
--> statement-breakpoint
CREATE TABLE "escalation" (
	"handoff_id" uuid NOT NULL,
	"step" smallint NOT NULL,
	"action" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"next_handoff_id" uuid,
	"words" text,
	CONSTRAINT "escalation_handoff_id_step_pk" PRIMARY KEY("handoff_id","step")
);
--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "sla_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "window_seconds" integer DEFAULT 300 NOT NULL;--> statement-breakpoint
ALTER TABLE "sla_version" ADD CONSTRAINT "sla_version_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_handoff_id_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_next_handoff_id_handoff_id_fk" FOREIGN KEY ("next_handoff_id") REFERENCES "public"."handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "escalation_to_next" ON "escalation" USING btree ("next_handoff_id");--> statement-breakpoint
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_sla_version_sla_version_version_fk" FOREIGN KEY ("sla_version") REFERENCES "public"."sla_version"("version") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
grant select, insert on sla_version, escalation to baton_app;
