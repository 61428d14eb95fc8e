DROP INDEX "handoff_lead_id_routed_at_index";--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "standard_version" integer;--> statement-breakpoint
ALTER TABLE "standard_draft" ADD COLUMN "updated_by" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_standard_version_standard_version_version_fk" FOREIGN KEY ("standard_version") REFERENCES "public"."standard_version"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_draft" ADD CONSTRAINT "standard_draft_updated_by_person_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handoff_of_lead" ON "handoff" USING btree ("lead_id","routed_at","filled","verified");--> statement-breakpoint
CREATE INDEX "lead_to_judge_anew" ON "lead" USING btree ("standard_version") WHERE status in ('pending_enrichment', 'ready');--> statement-breakpoint
CREATE INDEX "lead_tried" ON "lead" USING btree ("captured_at","id","status","filled","verified");--> statement-breakpoint
CREATE UNIQUE INDEX "standard_draft_open" ON "standard_draft" USING btree ("state") WHERE state = 'open';--> statement-breakpoint
ALTER TABLE "standard_signature" ADD CONSTRAINT "standard_signature_two_people" UNIQUE("draft_id","revision","person_id");--> statement-breakpoint
ALTER TABLE "standard_version" ADD CONSTRAINT "standard_version_effectiveFrom_unique" UNIQUE("effective_from");--> statement-breakpoint
-- What each version says of where a field comes from (D.1); versions before this did not say it.
update standard_version v set requirements = (
  select jsonb_object_agg(r.key, jsonb_build_object('source', coalesce(s.source, 'Form')) || r.value)
  from jsonb_each(v.requirements) r left join (values
    ('C1.1', 'Form'), ('C1.2', 'Enrichment'), ('C1.3', 'Form'), ('C1.4', 'Form'),
    ('C1.5', 'Enrichment'), ('C1.6', 'Enrichment'), ('C1.7', 'Form'),
    ('C2.1', 'Enrichment'), ('C2.2', 'Enrichment'), ('C2.3', 'Enrichment'),
    ('C2.4', 'Enrichment'), ('C2.5', 'CRM'), ('C2.6', 'Scoring'), ('C2.7', 'Scoring'),
    ('C3.1', 'MAP'), ('C3.2', 'MAP'), ('C3.3', 'MAP'), ('C3.4', 'MAP'), ('C3.5', 'MAP'),
    ('C3.6', 'MAP'), ('C3.7', 'MAP'), ('C3.8', 'MAP'), ('C3.9', 'A person'),
    ('C4.1', 'Scoring'), ('C4.2', 'Scoring'), ('C4.3', 'Scoring'), ('C4.4', 'Scoring'),
    ('C4.5', 'Scoring'), ('C4.6', 'Scoring'),
    ('C5.1', 'Routing'), ('C5.2', 'Routing'), ('C5.3', 'Form'), ('C5.4', 'A person')
  ) s (field_id, source) on s.field_id = r.key
);
--> statement-breakpoint
create trigger standard_version_never_changes before update or delete or truncate on standard_version
  for each statement execute function baton_never_changes();
--> statement-breakpoint
-- As before, with the version in force chosen by its date alone.
create or replace function baton_handoff_gate() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  in_force integer;
  gating text[];
  missing text[];
begin
  select version, gates into in_force, gating from standard_version
    where effective_from <= new.routed_at order by effective_from desc limit 1;
  if in_force is distinct from new.standard_version then
    raise exception 'The standard in force is version %, not %.', in_force, new.standard_version
      using errcode = 'check_violation', constraint = 'gate_standard';
  end if;
  if not gating @> array['contactBasics', 'companyIntelligence'] then
    raise exception 'Contact Basics and Company Intelligence always gate.'
      using errcode = 'check_violation', constraint = 'gate_standard';
  end if;
  if exists (select from lead_exclusion where lead_id = new.lead_id) then
    raise exception 'The lead was set aside.'
      using errcode = 'check_violation', constraint = 'gate_excluded';
  end if;
  if not exists (select from person where id = new.owner_id and role = 'rep' and active) then
    raise exception 'A handoff goes to an active rep.'
      using errcode = 'check_violation', constraint = 'gate_owner';
  end if;
  missing := baton_gate_shortfall(new.lead_id, new.standard_version, new.snapshot);
  if missing is not null then
    raise exception 'The gate holds this lead: %.', array_to_string(missing, ', ')
      using errcode = 'check_violation', constraint = 'gate';
  end if;
  return new;
end
$$;
--> statement-breakpoint
-- As before, except that prose never holds a lead (G.5): where the trail gates, a drafted summary
-- (C3.9) will do. The same rule as `holding` in lib/standard/holding.ts.
create or replace function baton_gate_shortfall(for_lead uuid, by_version integer, document jsonb)
returns text[] language sql stable set search_path = public, pg_catalog as $$
  select array_agg(f.field_id order by f.field_id)
  from field_definition f
  join standard_version s on s.version = by_version and f.category = any (s.gates)
  where s.requirements -> f.field_id ->> 'level' = 'required'
    and case when f.category in ('contactBasics', 'companyIntelligence') then
      not exists (
        select from lead_field v
        where v.lead_id = for_lead and v.field_id = f.field_id and v.prevails
          and v.not_obtainable is null
          and baton_has_value(f.field_id, v.value)
          and (v.verified or s.requirements -> f.field_id ->> 'trust' = 'captured')
          and document -> 'fields' -> f.field_id -> 'value' = v.value
      )
    else
      not baton_has_value(f.field_id, document -> 'fields' -> f.field_id -> 'value')
      or document -> 'fields' -> f.field_id ? 'notObtainable'
      or (s.requirements -> f.field_id ->> 'trust' = 'verified' and f.field_id <> 'C3.9'
          and not coalesce((document -> 'fields' -> f.field_id ->> 'verified')::boolean, false))
    end
$$;
--> statement-breakpoint
-- What is wrong with a standard, or null: the gates that always stand, and every field said in full.
create function baton_standard_fault(gating text[], fields jsonb) returns text
language sql stable set search_path = public, pg_catalog as $$
  select case
    when not gating @> array['contactBasics', 'companyIntelligence'] then 'always_gate'
    when exists (select unnest(gating) except select category from field_definition) then 'gates'
    when exists (select jsonb_object_keys(fields) except select field_id from field_definition)
      then 'requirements'
    when exists (
      select from field_definition f
      where coalesce(fields -> f.field_id ->> 'level', '') not in ('required', 'recommended', 'optional')
        or coalesce(fields -> f.field_id ->> 'trust', '') not in ('captured', 'verified')
        or coalesce(fields -> f.field_id ->> 'owner', '') = ''
        or coalesce(fields -> f.field_id ->> 'source', '') = ''
    ) then 'requirements'
    when exists (
      select from unnest(gating) gate where not exists (
        select from field_definition f
        where f.category = gate and fields -> f.field_id ->> 'level' = 'required')
    ) then 'empty_gate'
  end
$$;
--> statement-breakpoint
-- The only way from a draft to a version (D.2), since the application's role cannot write one:
-- signed as it stands by two people of the right roles, and not in force before it is signed.
create function baton_publish_standard(for_draft uuid, at_revision integer) returns integer
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
  insert into standard_version (version, effective_from, gates, requirements, reason,
      signed_for_marketing, signed_for_sales, created_by, created_at)
    values ((select max(version) + 1 from standard_version), starts, draft.gates,
      draft.requirements, draft.reason, marketing, sales, draft.created_by, clock_timestamp())
    returning * into latest;
  update standard_draft set state = 'published', updated_at = clock_timestamp() where id = draft.id;
  return latest.version;
end
$$;
--> statement-breakpoint
revoke execute on function baton_publish_standard(uuid, integer) from public;
--> statement-breakpoint
grant execute on function baton_publish_standard(uuid, integer) to baton_app;
--> statement-breakpoint
-- The next two say baton_has_value in line: called for every value of 100,000 leads it takes minutes.
-- What the gate saw of each handoff there is, one bit per field at its place in
-- lib/standard/field-states.ts, which is the order of the checklist.
alter table handoff disable trigger handoff_never_changes;
--> statement-breakpoint
with place as (
  select field_id, choices, 1::bigint << (row_number() over (order by field_id collate "C") - 1)::int as bit
  from field_definition
), state as (
  select h.id, sum(p.bit)::bigint as filled,
    coalesce(sum(p.bit) filter (where (f.value ->> 'verified')::boolean), 0)::bigint as verified
  from handoff h
  cross join lateral jsonb_each(h.snapshot -> 'fields') f
  join place p on p.field_id = f.key
  where not f.value ? 'notObtainable' and (case jsonb_typeof((f.value -> 'value'))
      when 'string' then (f.value -> 'value') #>> '{}' = any (p.choices) or regexp_replace(
        lower(normalize((f.value -> 'value') #>> '{}', NFKC)),
        '[[:space:][:punct:]–—‐‑−·•¿¡…„“”‘’«»|+=<>^~$€£§°`]', '', 'g'
      ) not in (select word from placeholder_word union all select '')
      when 'array' then jsonb_array_length((f.value -> 'value')) > 0
      when 'null' then false
      else (f.value -> 'value') is not null
    end)
    and not exists (
      select from jsonb_array_elements(h.snapshot -> 'missing') m
      where m ->> 'id' = f.key and m ->> 'why' <> 'not_verified')
  group by h.id
)
update handoff h set filled = state.filled, verified = state.verified
from state where state.id = h.id;
--> statement-breakpoint
alter table handoff enable trigger handoff_never_changes;
--> statement-breakpoint
-- The same of each lead, from its values and from what the rules last worked out.
with place as (
  select field_id, choices, 1::bigint << (row_number() over (order by field_id collate "C") - 1)::int as bit
  from field_definition
), in_force as (
  select version, requirements from standard_version
  where effective_from <= now() order by effective_from desc limit 1
), given as (
  select lead_id, field_id, value, verified from lead_field where prevails and not_obtainable is null
  union all
  select l.id, f.key, f.value -> 'value', (f.value ->> 'verified')::boolean
  from lead l cross join lateral jsonb_each(l.computed) f
  where not f.value ? 'notObtainable'
  union all
  select id, field_id, '"routed"', true
  from lead cross join unnest(array['C5.1', 'C5.2']) field_id where handoff_id is not null
  union all
  select distinct lead_id, 'C5.4', '{}'::jsonb, true from note where withdrawn_at is null
), state as (
  select g.lead_id, sum(p.bit)::bigint as filled,
    coalesce(sum(p.bit) filter (where g.verified), 0)::bigint as verified
  from given g
  join lead l on l.id = g.lead_id
  join place p on p.field_id = g.field_id
  cross join in_force s
  where (case jsonb_typeof(g.value)
      when 'string' then g.value #>> '{}' = any (p.choices) or regexp_replace(
        lower(normalize(g.value #>> '{}', NFKC)),
        '[[:space:][:punct:]–—‐‑−·•¿¡…„“”‘’«»|+=<>^~$€£§°`]', '', 'g'
      ) not in (select word from placeholder_word union all select '')
      when 'array' then jsonb_array_length(g.value) > 0
      when 'null' then false
      else g.value is not null
    end)
    -- Missing though it is there as it should be: then it is not valid.
    and not (g.field_id = any (l.missing)
      and (g.verified or s.requirements -> g.field_id ->> 'trust' = 'captured'))
  group by g.lead_id
)
update lead l set filled = state.filled, verified = state.verified
from state where state.lead_id = l.id;
--> statement-breakpoint
update lead set standard_version = (
  select version from standard_version
  where effective_from <= now() order by effective_from desc limit 1);
--> statement-breakpoint
-- A trial reads the index alone where vacuum has been by; a fifth of a large table is too late.
alter table lead set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);
--> statement-breakpoint
alter table handoff set (autovacuum_vacuum_insert_scale_factor = 0.02);
