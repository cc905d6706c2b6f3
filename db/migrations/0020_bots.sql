-- What is drawn, what is published, where it is reached and who talks to it.
create table parley.bots (
  id              uuid primary key,
  slug            text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name            text not null,
  paused          boolean not null default false,
  retention_days  integer not null default 365 check (retention_days between 1 and 3650),
  made_at         timestamptz not null,
  made_by         uuid references parley.accounts on delete set null,
  constraint bots_slug unique (slug)
);
create index bots_made_by on parley.bots (made_by);

-- A drawing in its current revision. A bot has one main flow (kind bot) and any number of subflows.
create table parley.flows (
  id          uuid primary key,
  bot         uuid not null references parley.bots on delete cascade,
  kind        text not null check (kind in ('bot', 'task', 'workflow', 'subflow')),
  name        text not null,
  revision    integer not null default 1,
  document    jsonb not null,
  made_at     timestamptz not null,
  changed_at  timestamptz not null,
  changed_by  uuid references parley.accounts on delete set null
);
create index flows_bot on parley.flows (bot, id);
create unique index flows_main on parley.flows (bot) where kind <> 'subflow';
create index flows_changed_by on parley.flows (changed_by);

-- Every batch that made a revision, in the order the server gave them. `id` is the client's, so that a repeated batch is known.
create table parley.flow_ops (
  flow      uuid not null references parley.flows on delete cascade,
  revision  integer not null,
  id        text not null,
  gesture   text not null,
  ops       jsonb not null,
  by        uuid references parley.accounts on delete set null,
  at        timestamptz not null,
  primary key (flow, revision),
  constraint flow_ops_id unique (flow, id)
);
create index flow_ops_by on parley.flow_ops (by);

-- A published, immutable version: the set of flows, the machine, the readable code and its proof.
create table parley.releases (
  id      uuid primary key,
  bot     uuid not null references parley.bots on delete cascade,
  no      integer not null,
  flow    jsonb not null,
  machine jsonb not null,
  code    text not null,
  sha256  text not null,
  proof   jsonb not null,
  -- The revision of each flow it was made from: whether a draft has changed since.
  revisions jsonb not null default '{}',
  note    text not null default '',
  by      uuid references parley.accounts on delete set null,
  at      timestamptz not null,
  constraint releases_bot_no unique (bot, no)
);
create index releases_by on parley.releases (by);

-- Where a bot is reached. Tokens are kept as hashes; secrets inside settings are sealed.
create table parley.channels (
  id          uuid primary key,
  bot         uuid not null references parley.bots on delete cascade,
  type        text not null check (type in ('web', 'rest', 'whatsapp', 'telegram')),
  token_hash  text,
  settings    jsonb not null default '{}',
  paused      boolean not null default false,
  made_at     timestamptz not null,
  constraint channels_token_hash unique (token_hash)
);
create index channels_bot on parley.channels (bot, id);

-- A person who talks to a bot. `test` marks an author trying the bot out.
create table parley.contacts (
  id                 uuid primary key,
  bot                uuid not null references parley.bots on delete cascade,
  name               text not null default '',
  phone              text,
  phone_verified_at  timestamptz,
  language           text,
  zone               text,
  consented_at       timestamptz,
  test               boolean not null default false,
  made_at            timestamptz not null
);
create index contacts_bot on parley.contacts (bot, id);
create unique index contacts_phone on parley.contacts (bot, phone) where phone_verified_at is not null;

-- What a channel calls a contact, normalised.
create table parley.contact_addresses (
  channel     uuid not null references parley.channels on delete cascade,
  identifier  text not null,
  contact     uuid not null references parley.contacts on delete cascade,
  made_at     timestamptz not null,
  primary key (channel, identifier)
);
create index contact_addresses_contact on parley.contact_addresses (contact);
