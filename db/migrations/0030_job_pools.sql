-- Which process runs which pool of graphile-worker: the library locks jobs under a name of its own making.
create table parley.job_pools (
  pool     text primary key,
  process  uuid not null,
  since    timestamptz not null default clock_timestamp()
);
create index job_pools_process on parley.job_pools (process);
