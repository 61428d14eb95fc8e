-- Two transactions may need the same new month at once: the second waits, then finds it there.
-- The catalog is asked by a query, because to_regclass may answer from before the wait.
create or replace function baton_activity_month(moment timestamptz) returns void
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
  if exists (
    select from pg_class
    where relname = partition_name and relnamespace = 'public'::regnamespace
  ) then return; end if;
  execute format('create table %I (like activity including all)', partition_name);
  execute format('alter table activity attach partition %I for values from (%L) to (%L)',
    partition_name, first_day, next_month);
end
$$;
