-- The same two rules in the language that keeps its plans: a function in SQL with a search path of
-- its own is planned at every call, some thirty calls a handoff, which took five times as long.
create or replace function baton_is_placeholder(content text) returns boolean
language plpgsql stable set search_path = public, pg_catalog as $$
declare
  bare text := regexp_replace(
    lower(normalize(content, NFKC)), '[[:space:][:punct:]–—‐‑−·•¿¡…„“”‘’«»|+=<>^~$€£§°`]', '', 'g'
  );
begin
  return bare = '' or exists (select from placeholder_word where word = bare);
end
$$;
--> statement-breakpoint
create or replace function baton_has_value(field text, content jsonb) returns boolean
language plpgsql stable set search_path = public, pg_catalog as $$
begin
  return case jsonb_typeof(content)
    when 'string' then coalesce((
        select content #>> '{}' = any (choices) from field_definition where field_id = field
      ), false) or not baton_is_placeholder(content #>> '{}')
    when 'array' then jsonb_array_length(content) > 0
    when 'number' then true
    when 'boolean' then true
    when 'object' then true
    else false
  end;
end
$$;
