-- Where reading back each list of a CRM has come to: after a mass change one reading is not enough,
-- and the next one goes on from the stamp and the id at which it was cut.
ALTER TABLE "crm" ADD COLUMN "read_marks" jsonb DEFAULT '{}'::jsonb NOT NULL;
--> statement-breakpoint
-- After an outage many wait, and each batch is to find the next few without reading all of them.
CREATE INDEX "outgoing_next" ON "outgoing" USING btree ("connection_id","at","id") WHERE state = 'waiting';
