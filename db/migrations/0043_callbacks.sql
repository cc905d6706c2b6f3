-- Addresses at which another system, or a person, says once how something ended. The address itself is not kept: it is the id and a
-- signature made with the installation's secret.
create table parley.callback_references (
  id           uuid primary key,
  bot          uuid not null references parley.bots on delete cascade,
  contact      uuid references parley.contacts on delete cascade,
  -- The conversation's lane, its session there, and the wait that a callback answers.
  lane         uuid not null,
  session      bigint not null,
  wait         bigint not null,
  -- What may be called back, and what the other side needs to know (shared/machine/callback.ts).
  contract     jsonb not null,
  inputs       jsonb not null,
  made_at      timestamptz not null,
  expires_at   timestamptz not null,
  -- What became of it; null = nobody has called yet.
  outcome      text check (outcome in ('taken', 'late', 'expired')),
  code         text,
  answered_at  timestamptz,
  constraint callback_references_answered check ((outcome is null) = (answered_at is null))
);
create index callback_references_bot on parley.callback_references (bot);
create index callback_references_contact on parley.callback_references (contact);
create index callback_references_expires_at on parley.callback_references (expires_at);
