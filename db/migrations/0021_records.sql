-- Keyed collections of a bot (bookings, leads), written and read by its record nodes. Local, never touched in a lane function.
create table parley.records (
  bot         uuid not null references parley.bots on delete cascade,
  collection  text not null,
  key         text not null,
  fields      jsonb not null default '{}',
  -- The effect that made the row (`<lane>.<turn>.<ordinal>`): a repeated add after a crash is known as the same one.
  made_by     text,
  -- Of the contact whose conversation made it, for export and deletion.
  contact     uuid,
  made_at     timestamptz not null,
  changed_at  timestamptz not null,
  primary key (bot, collection, key)
);
create index records_fields on parley.records using gin (fields jsonb_path_ops);
create index records_contact on parley.records (contact);
