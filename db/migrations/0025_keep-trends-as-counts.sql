CREATE TABLE "trend_count" (
	"day" date NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"handoffs" integer NOT NULL,
	"warm" integer NOT NULL,
	"complete" integer[] NOT NULL,
	"fields" integer[] NOT NULL,
	"summed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
DROP TABLE "completeness_day" CASCADE;--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "campaign" text GENERATED ALWAYS AS (snapshot #>> '{fields,C5.3,value,campaign}') STORED,
	ADD COLUMN "channel" text GENERATED ALWAYS AS (snapshot #>> '{fields,C5.3,value,channel}') STORED,
	ADD COLUMN "segment_id" text;--> statement-breakpoint
CREATE INDEX "trend_count_dimension_day_index" ON "trend_count" USING btree ("dimension","day");--> statement-breakpoint
CREATE INDEX "trend_count_added" ON "trend_count" USING btree ("day") WHERE not summed;--> statement-breakpoint
grant select, insert, delete on trend_count to baton_app;
--> statement-breakpoint
-- Counts what was handed off, in the transaction that did it. Rows are added, never changed, so that
-- two who route at once do not wait for each other. The bit of each field is its place in
-- lib/standard/field-states.ts; a field counts where it has a value and the standard found no fault.
create function baton_count_handoffs() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  insert into trend_count (day, dimension, value, handoffs, warm, complete, fields)
  select (h.routed_at at time zone 'UTC')::date, d.dimension, d.value, count(*),
    count(*) filter (where h.warm),
    array[count(*) filter (where h.contact_basics = 'complete'),
      count(*) filter (where h.company_intelligence = 'complete'),
      count(*) filter (where h.behavioral_trail = 'complete'),
      count(*) filter (where h.scoring_context = 'complete'),
      count(*) filter (where h.handoff_metadata = 'complete')],
    array[count(*) filter (where h.filled & 1 <> 0 and 'C1.1' <> all (h.missing)),
      count(*) filter (where h.filled & 2 <> 0 and 'C1.2' <> all (h.missing)),
      count(*) filter (where h.filled & 4 <> 0 and 'C1.3' <> all (h.missing)),
      count(*) filter (where h.filled & 8 <> 0 and 'C1.4' <> all (h.missing)),
      count(*) filter (where h.filled & 16 <> 0 and 'C1.5' <> all (h.missing)),
      count(*) filter (where h.filled & 32 <> 0 and 'C1.6' <> all (h.missing)),
      count(*) filter (where h.filled & 64 <> 0 and 'C1.7' <> all (h.missing)),
      count(*) filter (where h.filled & 128 <> 0 and 'C2.1' <> all (h.missing)),
      count(*) filter (where h.filled & 256 <> 0 and 'C2.2' <> all (h.missing)),
      count(*) filter (where h.filled & 512 <> 0 and 'C2.3' <> all (h.missing)),
      count(*) filter (where h.filled & 1024 <> 0 and 'C2.4' <> all (h.missing)),
      count(*) filter (where h.filled & 2048 <> 0 and 'C2.5' <> all (h.missing)),
      count(*) filter (where h.filled & 4096 <> 0 and 'C2.6' <> all (h.missing)),
      count(*) filter (where h.filled & 8192 <> 0 and 'C2.7' <> all (h.missing)),
      count(*) filter (where h.filled & 16384 <> 0 and 'C3.1' <> all (h.missing)),
      count(*) filter (where h.filled & 32768 <> 0 and 'C3.2' <> all (h.missing)),
      count(*) filter (where h.filled & 65536 <> 0 and 'C3.3' <> all (h.missing)),
      count(*) filter (where h.filled & 131072 <> 0 and 'C3.4' <> all (h.missing)),
      count(*) filter (where h.filled & 262144 <> 0 and 'C3.5' <> all (h.missing)),
      count(*) filter (where h.filled & 524288 <> 0 and 'C3.6' <> all (h.missing)),
      count(*) filter (where h.filled & 1048576 <> 0 and 'C3.7' <> all (h.missing)),
      count(*) filter (where h.filled & 2097152 <> 0 and 'C3.8' <> all (h.missing)),
      count(*) filter (where h.filled & 4194304 <> 0 and 'C3.9' <> all (h.missing)),
      count(*) filter (where h.filled & 8388608 <> 0 and 'C4.1' <> all (h.missing)),
      count(*) filter (where h.filled & 16777216 <> 0 and 'C4.2' <> all (h.missing)),
      count(*) filter (where h.filled & 33554432 <> 0 and 'C4.3' <> all (h.missing)),
      count(*) filter (where h.filled & 67108864 <> 0 and 'C4.4' <> all (h.missing)),
      count(*) filter (where h.filled & 134217728 <> 0 and 'C4.5' <> all (h.missing)),
      count(*) filter (where h.filled & 268435456 <> 0 and 'C4.6' <> all (h.missing)),
      count(*) filter (where h.filled & 536870912 <> 0 and 'C5.1' <> all (h.missing)),
      count(*) filter (where h.filled & 1073741824 <> 0 and 'C5.2' <> all (h.missing)),
      count(*) filter (where h.filled & 2147483648 <> 0 and 'C5.3' <> all (h.missing)),
      count(*) filter (where h.filled & 4294967296 <> 0 and 'C5.4' <> all (h.missing))]
  from fresh h, lateral (values ('all', ''), ('rep', h.owner_id::text),
    ('campaign', coalesce(h.campaign, '')), ('source', coalesce(h.channel, '')),
    ('segment', coalesce(h.segment_id, '?')), ('version', h.standard_version::text)
  ) d (dimension, value)
  group by 1, 2, 3;
  return null;
end
$$;
--> statement-breakpoint
create trigger handoff_counted after insert on handoff referencing new table as fresh
  for each statement execute function baton_count_handoffs();
--> statement-breakpoint
-- The same of the handoffs there are. Of which segment they were was not noted.
  insert into trend_count (day, dimension, value, handoffs, warm, complete, fields, summed)
  select (h.routed_at at time zone 'UTC')::date, d.dimension, d.value, count(*),
    count(*) filter (where h.warm),
    array[count(*) filter (where h.contact_basics = 'complete'),
      count(*) filter (where h.company_intelligence = 'complete'),
      count(*) filter (where h.behavioral_trail = 'complete'),
      count(*) filter (where h.scoring_context = 'complete'),
      count(*) filter (where h.handoff_metadata = 'complete')],
    array[count(*) filter (where h.filled & 1 <> 0 and 'C1.1' <> all (h.missing)),
      count(*) filter (where h.filled & 2 <> 0 and 'C1.2' <> all (h.missing)),
      count(*) filter (where h.filled & 4 <> 0 and 'C1.3' <> all (h.missing)),
      count(*) filter (where h.filled & 8 <> 0 and 'C1.4' <> all (h.missing)),
      count(*) filter (where h.filled & 16 <> 0 and 'C1.5' <> all (h.missing)),
      count(*) filter (where h.filled & 32 <> 0 and 'C1.6' <> all (h.missing)),
      count(*) filter (where h.filled & 64 <> 0 and 'C1.7' <> all (h.missing)),
      count(*) filter (where h.filled & 128 <> 0 and 'C2.1' <> all (h.missing)),
      count(*) filter (where h.filled & 256 <> 0 and 'C2.2' <> all (h.missing)),
      count(*) filter (where h.filled & 512 <> 0 and 'C2.3' <> all (h.missing)),
      count(*) filter (where h.filled & 1024 <> 0 and 'C2.4' <> all (h.missing)),
      count(*) filter (where h.filled & 2048 <> 0 and 'C2.5' <> all (h.missing)),
      count(*) filter (where h.filled & 4096 <> 0 and 'C2.6' <> all (h.missing)),
      count(*) filter (where h.filled & 8192 <> 0 and 'C2.7' <> all (h.missing)),
      count(*) filter (where h.filled & 16384 <> 0 and 'C3.1' <> all (h.missing)),
      count(*) filter (where h.filled & 32768 <> 0 and 'C3.2' <> all (h.missing)),
      count(*) filter (where h.filled & 65536 <> 0 and 'C3.3' <> all (h.missing)),
      count(*) filter (where h.filled & 131072 <> 0 and 'C3.4' <> all (h.missing)),
      count(*) filter (where h.filled & 262144 <> 0 and 'C3.5' <> all (h.missing)),
      count(*) filter (where h.filled & 524288 <> 0 and 'C3.6' <> all (h.missing)),
      count(*) filter (where h.filled & 1048576 <> 0 and 'C3.7' <> all (h.missing)),
      count(*) filter (where h.filled & 2097152 <> 0 and 'C3.8' <> all (h.missing)),
      count(*) filter (where h.filled & 4194304 <> 0 and 'C3.9' <> all (h.missing)),
      count(*) filter (where h.filled & 8388608 <> 0 and 'C4.1' <> all (h.missing)),
      count(*) filter (where h.filled & 16777216 <> 0 and 'C4.2' <> all (h.missing)),
      count(*) filter (where h.filled & 33554432 <> 0 and 'C4.3' <> all (h.missing)),
      count(*) filter (where h.filled & 67108864 <> 0 and 'C4.4' <> all (h.missing)),
      count(*) filter (where h.filled & 134217728 <> 0 and 'C4.5' <> all (h.missing)),
      count(*) filter (where h.filled & 268435456 <> 0 and 'C4.6' <> all (h.missing)),
      count(*) filter (where h.filled & 536870912 <> 0 and 'C5.1' <> all (h.missing)),
      count(*) filter (where h.filled & 1073741824 <> 0 and 'C5.2' <> all (h.missing)),
      count(*) filter (where h.filled & 2147483648 <> 0 and 'C5.3' <> all (h.missing)),
      count(*) filter (where h.filled & 4294967296 <> 0 and 'C5.4' <> all (h.missing))],
    true
  from handoff h, lateral (values ('all', ''), ('rep', h.owner_id::text),
    ('campaign', coalesce(h.campaign, '')), ('source', coalesce(h.channel, '')),
    ('segment', coalesce(h.segment_id, '?')), ('version', h.standard_version::text)
  ) d (dimension, value)
  group by 1, 2, 3;
