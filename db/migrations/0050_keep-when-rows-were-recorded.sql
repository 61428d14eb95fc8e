-- The time of a change is taken when its request comes and is seen when its transaction ends: who asks a
-- list for what came since the last such time missed what was kept late. Lists go by the database's own
-- time instead, taken after its transaction shows that it writes; never before the row's own time, which
-- the reader is told and asks by, whatever the clocks of two machines say.
-- Rewritten by a change of type, which no trigger sees: a handoff never changes.
alter table lead add column recorded_at timestamptz;
--> statement-breakpoint
alter table lead alter column recorded_at type timestamptz using updated_at,
  alter column recorded_at set default clock_timestamp(), alter column recorded_at set not null;
--> statement-breakpoint
alter table handoff add column recorded_at timestamptz;
--> statement-breakpoint
alter table handoff alter column recorded_at type timestamptz using routed_at,
  alter column recorded_at set default clock_timestamp(), alter column recorded_at set not null;
--> statement-breakpoint
create index lead_recorded_at_id_index on lead (recorded_at, id);
--> statement-breakpoint
create index handoff_recorded_at_id_index on handoff (recorded_at, id);
--> statement-breakpoint
create function baton_lead_recorded() returns trigger
language plpgsql set search_path = public, pg_catalog as $$
begin
  perform pg_current_xact_id();
  new.recorded_at := greatest(clock_timestamp(), new.updated_at);
  return new;
end
$$;
--> statement-breakpoint
create trigger lead_recorded before insert or update of updated_at on lead
  for each row execute function baton_lead_recorded();
--> statement-breakpoint
create function baton_handoff_recorded() returns trigger
language plpgsql set search_path = public, pg_catalog as $$
begin
  perform pg_current_xact_id();
  new.recorded_at := greatest(clock_timestamp(), new.routed_at);
  return new;
end
$$;
--> statement-breakpoint
create trigger handoff_recorded before insert on handoff
  for each row execute function baton_handoff_recorded();
