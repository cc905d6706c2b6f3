-- The rows Parley writes for a turn, as somebody would lay them out by hand: conversation, session, inbox, turn, messages.
create schema hand;
create table hand.lanes (lane uuid primary key, seq bigint not null, message_no bigint not null default 0, done_no bigint not null default 0) with (fillfactor = 50);
create table hand.sessions (lane uuid primary key, started_at timestamptz not null, last_at timestamptz not null, ended_at timestamptz, snapshot jsonb not null) with (fillfactor = 50);
create table hand.inbox (lane uuid not null, seq bigint not null, key text not null, payload jsonb not null, created_at timestamptz not null, primary key (lane, seq), unique (lane, key));
create table hand.turns (lane uuid not null, seq bigint not null, snapshot jsonb not null, trace jsonb not null, created_at timestamptz not null, primary key (lane, seq));
create table hand.messages (lane uuid not null, no bigint not null, turn bigint not null, direction text not null, body jsonb not null, created_at timestamptz not null, primary key (lane, no));
