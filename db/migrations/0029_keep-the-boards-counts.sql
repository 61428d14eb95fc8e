CREATE TABLE "board_count" (
	"kind" text NOT NULL,
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"leads" integer NOT NULL,
	"summed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "last_said" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "flagged_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "board_count_kind_facet_index" ON "board_count" USING btree ("kind","facet");--> statement-breakpoint
CREATE INDEX "board_count_added" ON "board_count" USING btree ("kind") WHERE not summed;--> statement-breakpoint
CREATE INDEX "lead_flagged" ON "lead" USING btree ("flagged_at","id") WHERE flagged_at is not null;
--> statement-breakpoint
grant select, insert, delete on board_count to baton_app;
--> statement-breakpoint
update lead set last_said = said.answers
from (
  select lead_id, array_agg(distinct case answer when 'skipped' then 'failed' else answer end) as answers
  from (
    select lead_id, answer, at, max(at) over (partition by lead_id, provider, lookup) as latest
    from enrichment_attempt) attempts
  where at = latest and answer in ('no_match', 'later', 'failed', 'skipped')
  group by lead_id) said
where said.lead_id = lead.id;
--> statement-breakpoint
update lead set flagged_at = flagged.at
from (
  select h.lead_id, max(f.at) as at from finding f join handoff h on h.id = f.handoff_id
  where f.settled_at is null group by h.lead_id) flagged
where flagged.lead_id = lead.id;
--> statement-breakpoint
-- Keeps what each lookup of a provider last answered. The lead is locked first, so that of two who
-- ask for one lead the later sees what the earlier was told.
create function baton_note_answers() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  perform 1 from lead where id in (select lead_id from fresh) order by id for no key update;
  update lead l set last_said = said.answers
  from (
    select asked.lead_id, coalesce(array_agg(distinct
        case answer when 'skipped' then 'failed' else answer end)
      filter (where at = latest and answer in ('no_match', 'later', 'failed', 'skipped')), '{}') as answers
    from (select distinct lead_id from fresh) asked, lateral (
      select a.answer, a.at, max(a.at) over (partition by a.provider, a.lookup) as latest
      from enrichment_attempt a where a.lead_id = asked.lead_id) attempts
    group by asked.lead_id) said
  where l.id = said.lead_id and l.last_said <> said.answers;
  return null;
end
$$;
--> statement-breakpoint
create trigger attempt_noted after insert on enrichment_attempt referencing new table as fresh
  for each statement execute function baton_note_answers();
--> statement-breakpoint
-- Keeps when a rep last said something that nobody has settled.
create function baton_flag_lead() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  flagged uuid := (select lead_id from handoff where id = coalesce(new.handoff_id, old.handoff_id));
begin
  perform 1 from lead where id = flagged for no key update;
  update lead l set flagged_at = open.at
  from (
    select max(f.at) as at from finding f join handoff h on h.id = f.handoff_id
    where h.lead_id = flagged and f.settled_at is null) open
  where l.id = flagged and l.flagged_at is distinct from open.at;
  return null;
end
$$;
--> statement-breakpoint
create trigger finding_flags after insert or update of settled_at, at or delete on finding
  for each row execute function baton_flag_lead();
--> statement-breakpoint
-- The counts that one lead adds to: the conditions of lib/documentation/board/list/queries.ts.
create function baton_board_counts(l lead) returns table (kind text, facet text, value text)
language sql stable set search_path = public, pg_catalog as $$
  select 'enrichment', 'all', '' where l.status = 'pending_enrichment'
  union all
  select 'enrichment', 'missing', field from unnest(l.missing) field
  where l.status = 'pending_enrichment'
  union all
  select 'enrichment', 'answer', answer from unnest(l.last_said) answer
  where l.status = 'pending_enrichment'
  union all
  select 'enrichment', 'channel', l.channel
  where l.status = 'pending_enrichment' and l.channel is not null
  union all
  select 'summary', 'all', '' where l.status in ('ready', 'routed') and 'C3.9' = any (l.missing)
  union all
  select 'flagged', 'all', '' where l.flagged_at is not null
  union all
  select 'returned', 'all', '' where l.status = 'rejected'
  union all
  select 'sync', 'all', '' where l.status = 'pending_enrichment' and l.sync_failed_at is not null
  union all
  select 'doubtful', 'all', ''
  where l.status in ('pending_enrichment', 'ready', 'routed') and l.doubtful_at is not null
  union all
  select 'aside', 'all', '' where l.status = 'excluded'
$$;
--> statement-breakpoint
create function baton_count_arrived() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  insert into board_count (kind, facet, value, leads)
  select c.kind, c.facet, c.value, count(*)
  from fresh l, lateral baton_board_counts(l) c group by 1, 2, 3;
  return null;
end
$$;
--> statement-breakpoint
create trigger lead_arrived after insert on lead referencing new table as fresh
  for each statement execute function baton_count_arrived();
--> statement-breakpoint
create function baton_count_left() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  insert into board_count (kind, facet, value, leads)
  select c.kind, c.facet, c.value, -count(*)
  from former l, lateral baton_board_counts(l) c group by 1, 2, 3;
  return null;
end
$$;
--> statement-breakpoint
create trigger lead_left after delete on lead referencing old table as former
  for each statement execute function baton_count_left();
--> statement-breakpoint
create function baton_count_changed() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  insert into board_count (kind, facet, value, leads)
  with changed as (
    select fresh.id from former join fresh on fresh.id = former.id
    where (former.status, former.missing, former.last_said, former.channel, former.flagged_at is null,
        former.sync_failed_at is null, former.doubtful_at is null)
      is distinct from (fresh.status, fresh.missing, fresh.last_said, fresh.channel,
        fresh.flagged_at is null, fresh.sync_failed_at is null, fresh.doubtful_at is null))
  select kind, facet, value, sum(change) from (
    select c.*, 1 as change from changed join fresh l on l.id = changed.id, lateral baton_board_counts(l) c
    union all
    select c.*, -1 from changed join former l on l.id = changed.id, lateral baton_board_counts(l) c) changes
  group by 1, 2, 3 having sum(change) <> 0;
  return null;
end
$$;
--> statement-breakpoint
create trigger lead_changed after update on lead
  referencing old table as former new table as fresh
  for each statement execute function baton_count_changed();
--> statement-breakpoint
insert into board_count (kind, facet, value, leads, summed)
select c.kind, c.facet, c.value, count(*), true
from lead l, lateral baton_board_counts(l) c group by 1, 2, 3;
