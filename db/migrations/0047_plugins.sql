-- Plugins: calls to other systems that were defined once. A version is never changed; drawings carry the one they were made with.
create table parley.plugins (
  id          uuid primary key,
  -- With the version its name for ever: payment-link@1.
  key         text not null check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
  version     integer not null check (version between 1 and 10000),
  definition  jsonb not null,
  made_by     uuid references parley.accounts on delete set null,
  made_at     timestamptz not null
);
create unique index plugins_key_version on parley.plugins (key, version);
create index plugins_made_by on parley.plugins (made_by);
