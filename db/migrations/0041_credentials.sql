-- What flows prove themselves with to other systems. The secret is sealed about the row's id and never shown again; a credential
-- without a bot is shared by all.
create table parley.credentials (
  id            uuid primary key,
  bot           uuid references parley.bots on delete cascade,
  name          text not null,
  kind          text not null check (kind in ('bearer', 'basic', 'header', 'query')),
  -- The name that is no secret: of the user (basic), the header or the parameter.
  field         text not null default '',
  secret        text not null,
  -- The only hosts it is sent to, as they stand in addresses: api.example.org, or api.example.org:8443.
  hosts         jsonb not null,
  made_by       uuid references parley.accounts on delete set null,
  made_at       timestamptz not null,
  changed_by    uuid references parley.accounts on delete set null,
  changed_at    timestamptz not null,
  last_used_at  timestamptz
);
create unique index credentials_name on parley.credentials (bot, name) where bot is not null;
create unique index credentials_shared_name on parley.credentials (name) where bot is null;
create index credentials_bot on parley.credentials (bot, id);
create index credentials_made_by on parley.credentials (made_by);
create index credentials_changed_by on parley.credentials (changed_by);
