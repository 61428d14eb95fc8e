-- How often leads were removed, which only the database's owner does, by hand. Who remembers which
-- leads there are is told by it, in the statement that relies on them, that they are to be looked up anew.
create table lead_removal (times integer not null);
--> statement-breakpoint
insert into lead_removal values (0);
--> statement-breakpoint
grant select on lead_removal to baton_app;
--> statement-breakpoint
create function baton_lead_removed() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  update lead_removal set times = times + 1;
  return null;
end
$$;
--> statement-breakpoint
create trigger lead_removed after delete or truncate on lead
  for each statement execute function baton_lead_removed();
