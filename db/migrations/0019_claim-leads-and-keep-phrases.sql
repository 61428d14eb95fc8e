CREATE TABLE "lead_claim" (
	"lead_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"active_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "phrase" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"text" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
DROP INDEX "lead_to_summarise";--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "sync_failed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "doubtful_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "grace_ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "note" ADD COLUMN "phrase_id" uuid;--> statement-breakpoint
ALTER TABLE "summary_version" ADD COLUMN "draft_kept" smallint;--> statement-breakpoint
ALTER TABLE "summary_version" ADD COLUMN "opened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "standard_draft" ADD COLUMN "grace_minutes" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "standard_version" ADD COLUMN "grace_minutes" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lead_claim" ADD CONSTRAINT "lead_claim_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_claim" ADD CONSTRAINT "lead_claim_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrase" ADD CONSTRAINT "phrase_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "phrase_in_use" ON "phrase" USING btree (lower("text")) WHERE retired_at is null;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_phrase_id_phrase_id_fk" FOREIGN KEY ("phrase_id") REFERENCES "public"."phrase"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lead_in_grace" ON "lead" USING btree ("grace_ends_at") WHERE status = 'ready' and grace_ends_at is not null;--> statement-breakpoint
CREATE INDEX "lead_sync_failed" ON "lead" USING btree ("sync_failed_at","id") WHERE status = 'pending_enrichment' and sync_failed_at is not null;--> statement-breakpoint
CREATE INDEX "lead_doubtful" ON "lead" USING btree ("doubtful_at","id") WHERE status in ('pending_enrichment', 'ready', 'routed') and doubtful_at is not null;--> statement-breakpoint
CREATE INDEX "note_phrase_id_lead_id_index" ON "note" USING btree ("phrase_id","lead_id");--> statement-breakpoint
CREATE INDEX "summary_version_at_index" ON "summary_version" USING btree ("at");--> statement-breakpoint
CREATE INDEX "lead_to_summarise" ON "lead" USING btree (coalesce(case when status = 'ready' then '2100-01-01T00:00:00Z'::timestamptz - grace_ends_at end, '-1 day'::interval),(status = 'routed'),coalesce(mql_at, '-infinity'::timestamptz),coalesce(score_total, 0),"id") WHERE status in ('ready', 'routed') and 'C3.9' = any (missing);
--> statement-breakpoint
create or replace function baton_publish_standard(for_draft uuid, at_revision integer) returns integer
language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  draft standard_draft;
  marketing uuid;
  sales uuid;
  starts timestamptz(3);
  latest standard_version;
  fault text;
begin
  -- Versions are made one after the other; who reads them is not kept waiting.
  lock table standard_version in share row exclusive mode;
  select * into draft from standard_draft where id = for_draft for update;
  if draft.state is distinct from 'open' or draft.revision <> at_revision then
    raise exception 'The draft has changed.'
      using errcode = 'check_violation', constraint = 'standard_draft_changed';
  end if;
  select s.person_id into marketing from standard_signature s
    join person p on p.id = s.person_id and p.active and p.role = 'marketing_ops'
    where s.draft_id = draft.id and s.revision = draft.revision and s.side = 'marketing';
  select s.person_id into sales from standard_signature s
    join person p on p.id = s.person_id and p.active and p.role = 'manager'
    where s.draft_id = draft.id and s.revision = draft.revision and s.side = 'sales';
  if marketing is null or sales is null or marketing = sales then
    raise exception 'Marketing and sales must both have signed this revision.'
      using errcode = 'check_violation', constraint = 'standard_signed';
  end if;
  fault := baton_standard_fault(draft.gates, draft.requirements);
  if fault is not null then
    raise exception 'The draft is no standard: %.', fault
      using errcode = 'check_violation', constraint = 'standard_' || fault;
  end if;
  -- Two seconds ahead, so that nobody judges by the old version at a moment of the new one.
  starts := coalesce(draft.effective_from, clock_timestamp() + interval '2 seconds');
  select * into latest from standard_version order by effective_from desc limit 1;
  if starts <= clock_timestamp() or starts <= latest.effective_from then
    raise exception 'It must take effect later than now and than version %.', latest.version
      using errcode = 'check_violation', constraint = 'standard_effective_from';
  end if;
  insert into standard_version (version, effective_from, gates, requirements, grace_minutes, reason,
      signed_for_marketing, signed_for_sales, created_by, created_at)
    values ((select max(version) + 1 from standard_version), starts, draft.gates,
      draft.requirements, draft.grace_minutes, draft.reason, marketing, sales, draft.created_by, clock_timestamp())
    returning * into latest;
  update standard_draft set state = 'published', updated_at = clock_timestamp() where id = draft.id;
  return latest.version;
end
$$;
--> statement-breakpoint
alter table standard_version add constraint standard_grace check (grace_minutes between 0 and 240);
--> statement-breakpoint
alter table standard_draft add constraint standard_grace check (grace_minutes between 0 and 240);
--> statement-breakpoint
-- The three that are flagged most often, in the order in which they are offered.
insert into phrase (text, created_at) values
  ('Attended a competitor’s webinar', now()),
  ('Closed-lost {months} months ago', now() + interval '1 millisecond'),
  ('Funding announced', now() + interval '2 milliseconds');
--> statement-breakpoint
update note set phrase_id = phrase.id from phrase
where note.kind = 'flag' and case when phrase.text like '%{months}%'
  then note.text ~* '^closed-lost (a month|[0-9]+ months) ago$' else lower(note.text) = lower(phrase.text) end;
--> statement-breakpoint
-- What of the held leads waits for a provider that failed: the last answer of some lookup was none.
update lead set sync_failed_at = failed.at
from (
  select lead_id, max(at) as at from (
    select distinct on (a.lead_id, a.provider, a.lookup) a.lead_id, a.answer, a.at
    from enrichment_attempt a join lead l on l.id = a.lead_id and l.status = 'pending_enrichment'
    order by a.lead_id, a.provider, a.lookup, a.at desc) last_said
  where answer in ('failed', 'skipped') group by lead_id) failed
where lead.id = failed.lead_id;
--> statement-breakpoint
grant select, insert, update, delete on lead_claim to baton_app;
--> statement-breakpoint
grant select, insert, update on phrase to baton_app;
