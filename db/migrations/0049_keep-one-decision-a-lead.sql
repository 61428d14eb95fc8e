-- A router that writes by the API waits for the gate as one that a CRM was read for does: who decided is
-- kept with it, and of two decisions on a lead the later one counts.
ALTER TABLE "routing_elsewhere" ADD COLUMN "decided_by" text;
--> statement-breakpoint
UPDATE "routing_elsewhere" r SET "decided_by" = c."name" FROM "connection" c WHERE c."id" = r."connection_id";
--> statement-breakpoint
DELETE FROM "routing_elsewhere" r USING "routing_elsewhere" later
	WHERE later."lead_id" = r."lead_id"
	AND (later."decided_at", later."connection_id") > (r."decided_at", r."connection_id");
--> statement-breakpoint
ALTER TABLE "routing_elsewhere" ALTER COLUMN "decided_by" SET NOT NULL;
--> statement-breakpoint
DROP INDEX "routing_elsewhere_lead_id_index";
--> statement-breakpoint
ALTER TABLE "routing_elsewhere" DROP CONSTRAINT "routing_elsewhere_connection_id_lead_id_pk";
--> statement-breakpoint
ALTER TABLE "routing_elsewhere" ADD PRIMARY KEY ("lead_id");
--> statement-breakpoint
ALTER TABLE "routing_elsewhere" ALTER COLUMN "connection_id" DROP NOT NULL;
--> statement-breakpoint
CREATE INDEX "routing_elsewhere_connection_id_index" ON "routing_elsewhere" USING btree ("connection_id");
