CREATE TABLE "queue_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "queue_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"opens" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "queue_change" ADD CONSTRAINT "queue_change_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_change" ADD CONSTRAINT "queue_change_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "queue_change_owner_id_xid_index" ON "queue_change" USING btree ("owner_id","xid");--> statement-breakpoint
CREATE INDEX "queue_change_at_index" ON "queue_change" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view" USING btree ("person_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_opens" ON "saved_view" USING btree ("person_id") WHERE opens;--> statement-breakpoint
grant select, insert, delete on queue_change to baton_app;
--> statement-breakpoint
-- Notes the change and wakes whoever watches that queue, at commit. Notices of one transaction
-- about one queue become one. NOTIFY takes a lock of the whole server at commit: nothing that
-- intake of activities writes may lead here. Large copies set baton.quiet.
create function baton_tell_queue(owner uuid, lead uuid) returns void language plpgsql as $$
begin
  if current_setting('baton.quiet', true) = 'on' then return; end if;
  insert into queue_change (owner_id, lead_id) values (owner, lead);
  perform pg_notify('queue_change', owner::text);
end
$$;
--> statement-breakpoint
-- A lead is in the queue of its current handoff's owner: the one who loses it is told as well.
create function baton_lead_moved() returns trigger language plpgsql as $$
begin
  perform baton_tell_queue(owner_id, new.id)
    from (select distinct owner_id from handoff where id in (old.handoff_id, new.handoff_id)) owners;
  return null;
end
$$;
--> statement-breakpoint
create trigger tell_queue after update of handoff_id on lead for each row
  when (old.handoff_id is distinct from new.handoff_id) execute function baton_lead_moved();
--> statement-breakpoint
create function baton_handoff_worked() returns trigger language plpgsql as $$
begin
  perform baton_tell_queue(owner_id, lead_id)
    from handoff where id in (new.handoff_id, old.handoff_id);
  return null;
end
$$;
--> statement-breakpoint
create trigger tell_queue after insert or update or delete on attempt for each row
  execute function baton_handoff_worked();
--> statement-breakpoint
create trigger tell_queue after insert or update or delete on decision for each row
  execute function baton_handoff_worked();
--> statement-breakpoint
-- Whoever is signed out everywhere, demoted or shut out is noticed at once where they watch.
create function baton_person_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('queue_change', new.id::text);
  return null;
end
$$;
--> statement-breakpoint
create trigger tell_queue after update of role, active, session_version on person for each row
  execute function baton_person_changed();
--> statement-breakpoint
grant select, insert, update, delete on saved_view to baton_app;
