CREATE TABLE "editor_presence" (
	"lead_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"wrote_at" timestamp (3) with time zone,
	CONSTRAINT "editor_presence_lead_id_person_id_pk" PRIMARY KEY("lead_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "unsaved_text" (
	"lead_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"part" text NOT NULL,
	"text" text NOT NULL,
	"based_on" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unsaved_text_lead_id_person_id_part_pk" PRIMARY KEY("lead_id","person_id","part")
);
--> statement-breakpoint
CREATE TABLE "trail_edit" (
	"lead_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"edits" jsonb NOT NULL,
	"verb" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "trail_edit_lead_id_version_pk" PRIMARY KEY("lead_id","version")
);
--> statement-breakpoint
ALTER TABLE "editor_presence" ADD CONSTRAINT "editor_presence_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editor_presence" ADD CONSTRAINT "editor_presence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsaved_text" ADD CONSTRAINT "unsaved_text_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsaved_text" ADD CONSTRAINT "unsaved_text_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail_edit" ADD CONSTRAINT "trail_edit_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail_edit" ADD CONSTRAINT "trail_edit_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
grant select, insert on trail_edit, unsaved_text, editor_presence to baton_app;
--> statement-breakpoint
grant update, delete on unsaved_text, editor_presence to baton_app;
