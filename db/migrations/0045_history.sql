-- What drawings were. A batch that takes something away does not keep what it took, so every hundredth revision is kept whole and the
-- batches after it lead to any other. Flows drawn before begin with what they are now.
create table parley.flow_snapshots (
  flow      uuid not null references parley.flows on delete cascade,
  revision  integer not null,
  document  jsonb not null,
  primary key (flow, revision)
);
insert into parley.flow_snapshots (flow, revision, document) select id, revision, document from parley.flows;

-- What a batch was about, in the names of its day: a list of them is read without the ops, which are as large as what was typed.
alter table parley.flow_ops add column about jsonb;
create index flow_ops_at on parley.flow_ops (flow, at);

-- A moment of a bot that somebody gave a name. It keeps its flows whole: it stays when steps are forgotten and subflows deleted.
create table parley.named_versions (
  id         uuid primary key,
  bot        uuid not null references parley.bots on delete cascade,
  name       text not null,
  flow       jsonb not null,
  -- The revision of each flow it was made from.
  revisions  jsonb not null,
  -- The moment that has the name; `made_at` is when it was given.
  at         timestamptz not null,
  by         uuid references parley.accounts on delete set null,
  made_at    timestamptz not null,
  constraint named_versions_bot_name unique (bot, name)
);
create index named_versions_by on parley.named_versions (by);
