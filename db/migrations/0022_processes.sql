-- Which processes run which services; each writes its row once a second. A silent one is dead or frozen: its lanes are taken by their
-- leases, its jobs are unlocked, and the studio shows it.
create table parley.processes (
  id          uuid primary key,
  services    text[] not null,
  started_at  timestamptz not null,
  -- The database's clock: processes must agree on who is silent.
  beat_at     timestamptz not null
);
