CREATE TABLE "activity_choice" (
	"lead_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"rule" text,
	"words" text,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "activity_choice_lead_id_activity_id_pk" PRIMARY KEY("lead_id","activity_id")
);
--> statement-breakpoint
CREATE TABLE "exclusion_count" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"day" date NOT NULL,
	"rule" text NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trail_setting" (
	"version" integer PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"reason" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unread_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source" text NOT NULL,
	"event" text NOT NULL,
	"day" date NOT NULL,
	"count" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "exclusion_days" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_choice" ADD CONSTRAINT "activity_choice_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_choice" ADD CONSTRAINT "activity_choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail_setting" ADD CONSTRAINT "trail_setting_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_choice_at_choice_rule_index" ON "activity_choice" USING btree ("at","choice","rule");--> statement-breakpoint
CREATE INDEX "exclusion_count_day_index" ON "exclusion_count" USING btree ("day");--> statement-breakpoint
CREATE INDEX "unread_event_day_index" ON "unread_event" USING btree ("day");--> statement-breakpoint
grant select on trail_setting, activity_choice, exclusion_count, unread_event to baton_app;
--> statement-breakpoint
grant insert on trail_setting, activity_choice, exclusion_count, unread_event to baton_app;
--> statement-breakpoint
grant update on activity_choice to baton_app;
--> statement-breakpoint
grant delete on activity_choice, exclusion_count, unread_event to baton_app;
--> statement-breakpoint
-- The application may not drop tables, but whole months that are older than the retention it may
-- let go. Nothing that a trail still looks back on can be asked for.
create function baton_forget_months(before timestamptz)
returns table (month text, activities bigint)
language plpgsql security definer
set search_path = public, pg_catalog set lock_timeout = '5s' as $$
declare
  partition_name text;
begin
  if before > now() - interval '6 months' then
    raise exception 'Activities of the last six months are kept.' using errcode = 'invalid_parameter_value';
  end if;
  for partition_name in
    select child.relname from pg_inherits
    join pg_class child on child.oid = inhrelid
    where inhparent = 'public.activity'::regclass and child.relname ~ '^activity_\d{4}_\d{2}$'
      and (to_date(substr(child.relname, 10), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= before
    order by child.relname
  loop
    month := replace(substr(partition_name, 10), '_', '-');
    execute format('select count(*) from %I', partition_name) into activities;
    execute format('drop table %I', partition_name);
    return next;
  end loop;
end
$$;
--> statement-breakpoint
revoke execute on function baton_forget_months(timestamptz) from public;
--> statement-breakpoint
grant execute on function baton_forget_months(timestamptz) to baton_app;
