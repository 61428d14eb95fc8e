CREATE TABLE "routing_elsewhere" (
	"connection_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"owner" text NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "routing_elsewhere_connection_id_lead_id_pk" PRIMARY KEY("connection_id","lead_id")
);
--> statement-breakpoint
ALTER TABLE "crm_record" ADD COLUMN "router_reason" text;--> statement-breakpoint
ALTER TABLE "routing_elsewhere" ADD CONSTRAINT "routing_elsewhere_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_elsewhere" ADD CONSTRAINT "routing_elsewhere_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "routing_elsewhere_lead_id_index" ON "routing_elsewhere" USING btree ("lead_id");--> statement-breakpoint
grant select, insert, update, delete on routing_elsewhere to baton_app;
