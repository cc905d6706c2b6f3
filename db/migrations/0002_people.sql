-- Who works here: accounts, how they prove who they are, their sign-ins and what they did.
create schema if not exists parley;

-- One row: which secret this database belongs to.
create table parley.installation (
  one      boolean primary key default true check (one),
  key_id   text not null,
  made_at  timestamptz not null
);

create table parley.accounts (
  id          uuid primary key,
  email       text not null check (email = lower(email)),
  name        text not null,
  access      text not null check (access in ('owner', 'admin', 'editor', 'analyst', 'agent', 'member')),
  suspended   boolean not null default false,
  made_at     timestamptz not null,
  constraint accounts_email unique (email)
);

-- How an account proves who it is. A password is one way; others come beside it.
create table parley.identities (
  id        uuid primary key,
  account   uuid not null references parley.accounts on delete cascade,
  kind      text not null check (kind in ('password')),
  secret    text not null,
  made_at   timestamptz not null,
  constraint identities_account_kind unique (account, kind)
);

-- Refresh tokens (one family per sign-in, rotated) and invitations. Only hashes are kept.
create table parley.tokens (
  id          uuid primary key,
  account     uuid not null references parley.accounts on delete cascade,
  kind        text not null check (kind in ('refresh', 'invite')),
  family      uuid not null,
  hash        text not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  revoked_at  timestamptz,
  made_at     timestamptz not null,
  constraint tokens_hash unique (hash)
);
create index tokens_account on parley.tokens (account);
create index tokens_family on parley.tokens (family);
create index tokens_expires_at on parley.tokens (expires_at);

-- What was done by whom. Kept when the account is gone, hence no foreign key.
create table parley.audit_events (
  id            uuid primary key,
  at            timestamptz not null,
  account       uuid,
  action        text not null,
  subject_kind  text not null,
  subject       text not null,
  details       jsonb not null default '{}'
);
create index audit_events_subject on parley.audit_events (subject_kind, subject, id);
create index audit_events_account on parley.audit_events (account, id);
