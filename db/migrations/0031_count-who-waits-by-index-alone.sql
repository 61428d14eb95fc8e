DROP INDEX "lead_due";--> statement-breakpoint
CREATE INDEX "lead_due" ON "lead" USING btree ("mql_at","id","grace_ends_at") WHERE status = 'ready' and mql_at is not null;