ALTER TABLE "notice" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "correction_unseen" ON "notice" USING btree ("handoff_id","person_id") WHERE kind = 'correction' and seen_at is null;--> statement-breakpoint
grant update (seen_at) on notice to baton_app;
--> statement-breakpoint
-- A row in the rep's queue shows that something was added, until they have seen it.
create function baton_correction_told() returns trigger language plpgsql as $$
begin
  perform baton_tell_queue(new.person_id, new.lead_id);
  return null;
end
$$;
--> statement-breakpoint
create trigger tell_queue after insert or update of seen_at on notice for each row
  when (new.kind = 'correction') execute function baton_correction_told();
