DROP INDEX "queue_untried";--> statement-breakpoint
DROP INDEX "queue_tried";--> statement-breakpoint
CREATE INDEX "queue_untried" ON "queue_entry" USING btree ("owner_id","routed_at" DESC NULLS FIRST,"handoff_id","window_seconds","lead_id") WHERE decided_at is null and tried_at is null;--> statement-breakpoint
CREATE INDEX "queue_tried" ON "queue_entry" USING btree ("owner_id","routed_at" DESC NULLS FIRST,"handoff_id","tried_at") WHERE decided_at is null and tried_at is not null;