-- Keyed collections of a bot (bookings, leads), written and read by its record nodes. Local, never touched in a lane function.
create table parley.records (
  bot         uuid not null references parley.bots on delete cascade,
  collection  text not null,
  key         text not null,
  fields      jsonb not null default '{}',
  -- Whose conversation made it, for export and deletion.
  contact     uuid,
  made_at     timestamptz not null,
  changed_at  timestamptz not null,
  primary key (bot, collection, key)
);
create index records_fields on parley.records using gin (fields jsonb_path_ops);
create index records_contact on parley.records (contact);

-- What each writing effect did, under its own id, in the same transaction as the write: performed again after a crash it gives the
-- first answer and changes nothing.
create table parley.record_effects (
  id       text primary key,
  result   jsonb not null,
  made_at  timestamptz not null
);
create index record_effects_age on parley.record_effects using brin (made_at);

-- Adds if absent, changes or removes one record, once per p_id. Gives {outcome, fields?}: added, exists, changed, removed, missing.
create function parley.change_record_1(p_id text, p_bot uuid, p_collection text, p_op text, p_key text, p_fields jsonb, p_contact uuid, p_now timestamptz)
returns jsonb language plpgsql as $$
declare
  v_outcome text := 'missing';
  v_fields jsonb;
  v_result jsonb;
begin
  -- A second performer of the same effect waits here until the first has committed.
  insert into parley.record_effects (id, result, made_at) values (p_id, 'null', p_now) on conflict (id) do nothing;
  if not found then
    select e.result into v_result from parley.record_effects e where e.id = p_id;
    return v_result;
  end if;
  if p_op = 'add' then
    insert into parley.records (bot, collection, key, fields, contact, made_at, changed_at)
      values (p_bot, p_collection, p_key, p_fields, p_contact, p_now, p_now) on conflict (bot, collection, key) do nothing returning fields into v_fields;
    if found then
      v_outcome := 'added';
    else
      select r.fields into v_fields from parley.records r where r.bot = p_bot and r.collection = p_collection and r.key = p_key;
      v_outcome := 'exists';
    end if;
  elsif p_op = 'change' then
    update parley.records r set fields = r.fields || p_fields, changed_at = p_now
      where r.bot = p_bot and r.collection = p_collection and r.key = p_key returning r.fields into v_fields;
    if found then v_outcome := 'changed'; end if;
  elsif p_op = 'remove' then
    delete from parley.records r where r.bot = p_bot and r.collection = p_collection and r.key = p_key returning r.fields into v_fields;
    if found then v_outcome := 'removed'; end if;
  else
    raise exception 'Expected add, change or remove, got %', p_op;
  end if;
  v_result := jsonb_build_object('outcome', v_outcome, 'fields', v_fields);
  update parley.record_effects e set result = v_result where e.id = p_id;
  return v_result;
end $$;
