-- Files that authors and contacts gave. Their bytes lie in the media store under their hash, once however often they were given;
-- a row says whose a file is, what it is and what it is called.
create table parley.media (
  id       uuid primary key,
  bot      uuid not null references parley.bots on delete cascade,
  sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Found in the bytes, never believed from a name or a header.
  kind     text not null check (kind in ('image', 'audio', 'video', 'document')),
  mime     text not null,
  name     text not null,
  bytes    integer not null check (bytes > 0),
  width    integer,
  height   integer,
  made_at  timestamptz not null,
  -- Who gave it: an account, or the contact of this conversation. A contact's conversations follow from its addresses.
  account  uuid references parley.accounts on delete set null,
  lane     uuid,
  -- When the contact said something with it; null = uploaded and not said yet.
  said_at  timestamptz,
  constraint media_giver check (account is null or lane is null),
  constraint media_said check (said_at is null or lane is not null)
);
create index media_bot on parley.media (bot, id);
create index media_account on parley.media (account);
create index media_sha256 on parley.media (sha256);
create index media_lane on parley.media (lane, made_at) where lane is not null;
