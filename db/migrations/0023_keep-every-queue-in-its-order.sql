CREATE TABLE "queue_entry" (
	"lead_id" uuid PRIMARY KEY NOT NULL,
	"handoff_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"routed_at" timestamp (3) with time zone NOT NULL,
	"window_seconds" integer NOT NULL,
	"tried_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"accepted" boolean,
	CONSTRAINT "queue_entry_handoffId_unique" UNIQUE("handoff_id")
);
--> statement-breakpoint
ALTER TABLE "queue_entry" ADD CONSTRAINT "queue_entry_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_entry" ADD CONSTRAINT "queue_entry_handoff_id_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."handoff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_entry" ADD CONSTRAINT "queue_entry_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "queue_untried" ON "queue_entry" USING btree ("owner_id","routed_at","handoff_id") WHERE decided_at is null and tried_at is null;--> statement-breakpoint
CREATE INDEX "queue_tried" ON "queue_entry" USING btree ("owner_id","routed_at","handoff_id") WHERE decided_at is null and tried_at is not null;--> statement-breakpoint
CREATE INDEX "queue_decided" ON "queue_entry" USING btree ("owner_id","accepted","decided_at","handoff_id") WHERE decided_at is not null;
--> statement-breakpoint
grant select on queue_entry to baton_app;
--> statement-breakpoint
-- Puts a lead where its current handoff stands, or takes it out where it has none.
create function baton_queue_lead() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  if new.handoff_id is null then
    delete from queue_entry where lead_id = new.id;
    return null;
  end if;
  insert into queue_entry (lead_id, handoff_id, owner_id, routed_at, window_seconds, tried_at, decided_at, accepted)
  select new.id, h.id, h.owner_id, h.routed_at, h.window_seconds,
    (select min(a.at) from attempt a where a.handoff_id = h.id and a.at >= h.routed_at),
    d.at, d.accepted
  from handoff h left join decision d on d.handoff_id = h.id
  where h.id = new.handoff_id
  on conflict (lead_id) do update set handoff_id = excluded.handoff_id,
    owner_id = excluded.owner_id, routed_at = excluded.routed_at,
    window_seconds = excluded.window_seconds, tried_at = excluded.tried_at,
    decided_at = excluded.decided_at, accepted = excluded.accepted;
  return null;
end
$$;
--> statement-breakpoint
create trigger queue_lead after insert on lead for each row
  when (new.handoff_id is not null) execute function baton_queue_lead();
--> statement-breakpoint
create trigger queue_lead_again after update of handoff_id on lead for each row
  when (old.handoff_id is distinct from new.handoff_id) execute function baton_queue_lead();
--> statement-breakpoint
create function baton_queue_attempt() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    -- Of the row as it is by then: two who log at once do not see each other's attempts.
    update queue_entry q set tried_at = least(q.tried_at, new.at)
    where q.handoff_id = new.handoff_id and new.at >= q.routed_at;
  else
    update queue_entry q set tried_at = (
      select min(a.at) from attempt a where a.handoff_id = q.handoff_id and a.at >= q.routed_at)
    where q.handoff_id in (new.handoff_id, old.handoff_id);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger queue_attempt after insert or update or delete on attempt
  for each row execute function baton_queue_attempt();
--> statement-breakpoint
create function baton_queue_decision() returns trigger
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  update queue_entry q set
    decided_at = (select d.at from decision d where d.handoff_id = q.handoff_id),
    accepted = (select d.accepted from decision d where d.handoff_id = q.handoff_id)
  where q.handoff_id in (new.handoff_id, old.handoff_id);
  return null;
end
$$;
--> statement-breakpoint
create trigger queue_decision after insert or update or delete on decision
  for each row execute function baton_queue_decision();
--> statement-breakpoint
insert into queue_entry (lead_id, handoff_id, owner_id, routed_at, window_seconds, tried_at, decided_at, accepted)
select l.id, h.id, h.owner_id, h.routed_at, h.window_seconds,
  (select min(a.at) from attempt a where a.handoff_id = h.id and a.at >= h.routed_at),
  d.at, d.accepted
from lead l join handoff h on h.id = l.handoff_id left join decision d on d.handoff_id = h.id;
