-- What another system refuses to tell of: since when and why, until it tells it or a person asks again.
CREATE TABLE "source_refusal" (
	"connection_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"record_id" text NOT NULL,
	"refused_since" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "source_refusal_connection_id_stream_record_id_pk" PRIMARY KEY("connection_id","stream","record_id")
);
--> statement-breakpoint
ALTER TABLE "source_refusal" ADD CONSTRAINT "source_refusal_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
grant select, insert, update, delete on source_refusal to baton_app;
