-- A customer, or an open opportunity, is a reason not to call: the rep's row says so as soon as it is
-- known, whoever found it. What is not with a rep tells nobody.
create function baton_match_learned() returns trigger language plpgsql as $$
begin
  perform baton_tell_queue(h.owner_id, h.lead_id)
    from lead l join handoff h on h.id = l.handoff_id where l.id = new.lead_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger tell_queue after insert on lead_field for each row
  when (new.field_id = 'C2.5' and new.prevails) execute function baton_match_learned();
--> statement-breakpoint
create trigger tell_queue_again after update of value, prevails on lead_field for each row
  when (new.field_id = 'C2.5' and new.prevails
    and (new.value is distinct from old.value or not old.prevails))
  execute function baton_match_learned();
