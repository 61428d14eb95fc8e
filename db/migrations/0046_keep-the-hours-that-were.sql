ALTER TABLE "person" ADD COLUMN "earlier_hours" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "escalation" ADD COLUMN "told" smallint;
--> statement-breakpoint
-- A re-route for which nobody was free is tried again, and then its row says what came of it.
grant update (at, next_handoff_id, told, words) on escalation to baton_app;
--> statement-breakpoint
-- As far as is known what was changed, and when; nobody could change a zone until now.
update person set earlier_hours = changed.hours
from (
  select h.subject_id, jsonb_agg(jsonb_build_object('until', h.at,
    'timeZone', p.time_zone, 'hours', coalesce(h.before, 'null'::jsonb)) order by h.at) as hours
  from history h join person p on p.id::text = h.subject_id
  where h.subject = 'person' and h.verb = 'changed hours' group by h.subject_id
) changed
where person.id::text = changed.subject_id;
--> statement-breakpoint
-- Nobody was away for what they had worked, or let wait, before they said so.
update absence set starts_at = at where withdrawn_at is null and starts_at < at and at < ends_at;
--> statement-breakpoint
-- For whoever changes hours or zone without keeping what was: what was worked until then stays as it is.
create function baton_hours_changed() returns trigger
language plpgsql as $$
begin
  new.earlier_hours := old.earlier_hours || jsonb_build_object('until', now(),
    'timeZone', old.time_zone, 'hours', old.working_hours);
  return new;
end
$$;
--> statement-breakpoint
create trigger hours_changed before update of working_hours, time_zone on person for each row
  when ((old.working_hours is distinct from new.working_hours or old.time_zone is distinct from new.time_zone)
    and old.earlier_hours = new.earlier_hours)
  execute function baton_hours_changed();
