ALTER TABLE "enrichment_answer" ADD COLUMN "ticket" text;--> statement-breakpoint
-- As before, and no handoff is dated back before the standard in force by the database's own clock:
-- a looser version of the past would judge it. Five minutes are for what was under way at the change.
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
  if exists (select from standard_version where effective_from > new.routed_at
      and effective_from <= clock_timestamp() - interval '5 minutes') then
    raise exception 'A handoff is not dated back before the standard in force.'
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
