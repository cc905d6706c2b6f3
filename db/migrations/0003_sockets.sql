-- What is too large for a NOTIFY between processes that tell open studios what changed (@socket.io/postgres-adapter).
create table parley.socket_attachments (
  id          bigint generated always as identity primary key,
  created_at  timestamptz not null default now(),
  payload     bytea
);
