-- Real addresses that authors ask for in the simulator, to try out a callback with the system that calls it. What is called back is
-- for its author alone: no conversation, no turn and no contact is behind it.
create table parley.callback_trials (
  id           uuid primary key,
  bot          uuid not null references parley.bots on delete cascade,
  -- Where in the drawing it is awaited, and by whom.
  flow         uuid not null references parley.flows on delete cascade,
  node         text not null,
  made_by      uuid not null references parley.accounts on delete cascade,
  -- As in parley.callback_references.
  contract     jsonb not null,
  inputs       jsonb not null,
  made_at      timestamptz not null,
  expires_at   timestamptz not null,
  -- What was called back; null = nobody has called yet.
  code         text,
  called       jsonb,
  called_at    timestamptz,
  -- Its author went on without it.
  left_at      timestamptz,
  constraint callback_trials_called check ((called_at is null) = (code is null) and (called_at is null) = (called is null))
);
create index callback_trials_bot on parley.callback_trials (bot);
create index callback_trials_flow on parley.callback_trials (flow);
create index callback_trials_made_by on parley.callback_trials (made_by);
create index callback_trials_expires_at on parley.callback_trials (expires_at);
