CREATE TABLE "webhook_refusal" (
	"connection_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "webhook_refusal_connection_id_reason_hour_pk" PRIMARY KEY("connection_id","reason","hour")
);
--> statement-breakpoint
ALTER TABLE "webhook_refusal" ADD CONSTRAINT "webhook_refusal_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
grant select, insert, update, delete on webhook_refusal to baton_app;
