DROP INDEX "lead_in_grace";--> statement-breakpoint
CREATE INDEX "lead_due" ON "lead" USING btree ("mql_at","id") WHERE status = 'ready' and mql_at is not null;