CREATE TABLE "source_change" (
	"connection_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"record_id" text NOT NULL,
	"mark" uuid DEFAULT gen_random_uuid() NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "source_change_connection_id_stream_record_id_pk" PRIMARY KEY("connection_id","stream","record_id")
);
--> statement-breakpoint
CREATE TABLE "source_record" (
	"connection_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"record_id" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"parent_id" text,
	CONSTRAINT "source_record_connection_id_stream_record_id_pk" PRIMARY KEY("connection_id","stream","record_id")
);
--> statement-breakpoint
CREATE TABLE "source_stream" (
	"connection_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"position" jsonb,
	"version" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"rests_until" timestamp (3) with time zone,
	"held_until" timestamp (3) with time zone,
	"caught_up_at" timestamp (3) with time zone,
	"read_until" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	"taken" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"words" text,
	"words_at" timestamp (3) with time zone,
	"cause" text,
	"failure" text,
	"failed_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "source_stream_connection_id_stream_pk" PRIMARY KEY("connection_id","stream")
);
--> statement-breakpoint
ALTER TABLE "source_change" ADD CONSTRAINT "source_change_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_record" ADD CONSTRAINT "source_record_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_stream" ADD CONSTRAINT "source_stream_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_change_first" ON "source_change" USING btree ("connection_id","stream","noted_at");--> statement-breakpoint
CREATE INDEX "source_record_of_parent" ON "source_record" USING btree ("connection_id","stream","parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "source_stream_due" ON "source_stream" USING btree ("due_at");--> statement-breakpoint
grant select, insert, update, delete on source_stream, source_change, source_record to baton_app;
