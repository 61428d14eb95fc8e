-- The gate stands in the database too (G.3): no row makes a lead routed around it, whoever writes.

-- The same rule as isPlaceholder in lib/standard/placeholder.ts; a test compares the two.
create function baton_is_placeholder(content text) returns boolean
language sql stable set search_path = public, pg_catalog as $$
  select bare = '' or exists (select from placeholder_word where word = bare)
  from (
    select regexp_replace(
      lower(normalize(content, NFKC)), '[[:space:][:punct:]–—‐‑−·•¿¡…„“”‘’«»|+=<>^~$€£§°`]', '', 'g'
    ) as bare
  ) as stripped
$$;
--> statement-breakpoint
-- The same rule as hasValue in lib/standard/completeness.ts.
create function baton_has_value(field text, content jsonb) returns boolean
language sql stable set search_path = public, pg_catalog as $$
  select case jsonb_typeof(content)
    when 'string' then content #>> '{}' = any (
        select unnest(choices) from field_definition where field_id = field
      ) or not baton_is_placeholder(content #>> '{}')
    when 'array' then jsonb_array_length(content) > 0
    when 'number' then true
    when 'boolean' then true
    when 'object' then true
    else false
  end
$$;
--> statement-breakpoint
-- The required fields of the gating categories that keep a lead from being handed off. Contact
-- Basics and Company Intelligence are read from the lead's own rows, and the snapshot must say the
-- same; the other categories exist only in the snapshot.
create function baton_gate_shortfall(for_lead uuid, by_version integer, document jsonb)
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
      or (s.requirements -> f.field_id ->> 'trust' = 'verified'
          and not coalesce((document -> 'fields' -> f.field_id ->> 'verified')::boolean, false))
    end
$$;
--> statement-breakpoint
create function baton_handoff_gate() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  in_force integer;
  gating text[];
  missing text[];
begin
  select version, gates into in_force, gating from standard_version
    where effective_from <= new.routed_at order by version desc limit 1;
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
create trigger handoff_gate before insert on handoff
  for each row execute function baton_handoff_gate();
--> statement-breakpoint
create function baton_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'A % is never changed or deleted.', tg_table_name
    using errcode = 'check_violation', constraint = 'never_changes';
end
$$;
--> statement-breakpoint
create trigger handoff_never_changes before update or delete or truncate on handoff
  for each statement execute function baton_never_changes();
--> statement-breakpoint
create trigger history_never_changes before update or delete or truncate on history
  for each statement execute function baton_never_changes();
--> statement-breakpoint
-- A lead's handoff is its own.
alter table handoff add constraint handoff_id_lead_id unique (id, lead_id);
--> statement-breakpoint
alter table lead add constraint lead_has_own_handoff
  foreign key (handoff_id, id) references handoff (id, lead_id);
--> statement-breakpoint
-- A month's partition is made beside the table and then attached, which locks no reader out.
create function baton_activity_month(moment timestamptz) returns void
language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  first_day timestamptz := date_trunc('month', moment, 'UTC');
  next_month timestamptz := date_trunc('month', moment, 'UTC') + interval '1 month';
  partition_name text := 'activity_' || to_char(moment at time zone 'UTC', 'YYYY_MM');
begin
  if moment < '1990-01-01Z' or moment >= '2100-01-01Z' then
    raise exception 'No activity is kept for %.', moment using errcode = 'datetime_field_overflow';
  end if;
  if to_regclass('public.' || partition_name) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtext('baton activity month'));
  if to_regclass('public.' || partition_name) is not null then return; end if;
  execute format('create table %I (like activity including all)', partition_name);
  execute format('alter table activity attach partition %I for values from (%L) to (%L)',
    partition_name, first_day, next_month);
end
$$;
--> statement-breakpoint
do $$
begin
  if not exists (select from pg_roles where rolname = 'baton_app') then
    create role baton_app nologin;
  end if;
end
$$;
--> statement-breakpoint
-- The application's role reads everything and writes what its verbs need, no more.
grant usage on schema public to baton_app;
--> statement-breakpoint
grant select on all tables in schema public to baton_app;
--> statement-breakpoint
grant insert on person, api_key, company, lead, lead_identity, lead_field, lead_exclusion,
  enrichment_attempt, activity, activity_receipt, anonymous_activity,
  standard_version, handoff, attempt, decision, finding, completeness_day, summary_version, note,
  outcome, import_run, import_reject, history to baton_app;
--> statement-breakpoint
grant update on person, api_key, company, lead, lead_identity, lead_field, finding,
  completeness_day, note, outcome, import_run to baton_app;
--> statement-breakpoint
grant delete on lead_exclusion, anonymous_activity, activity_receipt, import_reject to baton_app;
--> statement-breakpoint
revoke execute on function baton_activity_month(timestamptz) from public;
--> statement-breakpoint
grant execute on function baton_activity_month(timestamptz) to baton_app;
