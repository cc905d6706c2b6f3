-- The hot tables (DESIGN section 7). Rules that keep them distributable: `lane` is the first column of every key, order and
-- fences are counters of the permanent lane row, no identity, no trigger, written by the functions in db/functions only. That is also why
-- what a turn writes carries no check and no foreign key: measured, they were 13 % and 12 % of a turn's time, and nobody else writes here. What is only ever
-- read whole is json: it is kept as it came, where jsonb would be taken apart and put together again.
create schema if not exists lanes;

-- What is live, per bot: a small reference table present in every lane database. Read in ingest, never cached.
create table lanes.live (
  bot uuid primary key,
  release uuid,
  paused boolean not null default false
);

create table lanes.lanes (
  lane uuid primary key,
  -- conversation or execution
  kind text not null default 'conversation',
  channel uuid,
  bot uuid not null,
  contact uuid,
  created_at timestamptz not null,
  -- Counters: the only source of order in the lane. Gaps are legal.
  session_no bigint not null default 0,
  seq bigint not null default 0,
  message_no bigint not null default 0,
  outbox_no bigint not null default 0,
  -- The least inbox row that may be open; null = every row is done. Makes "what is next" a short range of the primary key, and ends
  -- the only open row without touching it.
  open_from bigint,
  -- Lease of the turn. lease_until is the database's clock, the only thing that is.
  fence bigint not null default 0,
  owner text,
  lease_until timestamptz,
  -- The product time at which a free lane has something to do; null = nothing.
  due_at timestamptz,
  -- The deadline of the wait in which the lane's session rests, and that wait's id: there is one at most. A due one becomes a control row.
  timer_at timestamptz,
  timer_wait bigint,
  -- Gating: whether the machine takes messages (yes, no, once = each is looked at once and kept), and whether somebody wants
  -- the running turn's attention (0 = no, 1 = a message came, 2 = stop, reset or take-over came).
  accepts text not null default 'yes',
  interrupt smallint not null default 0,
  -- The time at which the messages let in so far would have come if they had come one by one.
  rate_at timestamptz,
  -- Lease of the deliveries. deliver_at is product time; delivered_no = every outbox row up to it is finished.
  delivery_fence bigint not null default 0,
  delivery_owner text,
  delivery_until timestamptz,
  deliver_at timestamptz,
  delivered_no bigint not null default 0
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

-- The sweeps read these; a lane at rest is in none of them.
create index lanes_lease on lanes.lanes (lease_until) where lease_until is not null;
create index lanes_due on lanes.lanes (due_at) where due_at is not null and owner is null;
create index lanes_deliver on lanes.lanes (deliver_at) where deliver_at is not null;

create table lanes.sessions (
  lane uuid not null,
  no bigint not null,
  bot uuid not null,
  channel uuid,
  contact uuid,
  -- Pinned when the session begins; only a `move` changes it.
  release uuid not null,
  started_at timestamptz not null,
  -- Of the contact's last message.
  last_at timestamptz not null,
  -- null = never (a result or a timer is awaited).
  expires_at timestamptz,
  ended_at timestamptz,
  -- final, expired, reset, stopped or failed
  ended text,
  turn bigint,
  wait bigint,
  -- null = begun, first turn not committed yet.
  snapshot json,
  -- What the host keeps beside the machine: {contact: goes along to the next session, session: does not}.
  host json not null default '{}',
  constraint sessions_pkey primary key (lane, no),
  constraint sessions_lane foreign key (lane) references lanes.lanes (lane)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

create index sessions_list on lanes.sessions (bot, started_at desc);
create index sessions_open on lanes.sessions (release) where ended_at is null;
create index sessions_contact on lanes.sessions (contact) where contact is not null;

create table lanes.inbox (
  lane uuid not null,
  seq bigint not null,
  -- control or message
  kind text not null,
  -- Built by the channel: the same event has the same key, for as long as the row is kept (7 days). The only dedupe. null = never a repeat.
  key text,
  payload json not null,
  -- Product time of acknowledgement: the turn's clock.
  created_at timestamptz not null,
  -- The release that was live then: what a session that begins with this row is pinned to.
  release uuid,
  -- How often it was taken, and how many of those attempts said that they failed.
  attempts integer not null default 0,
  failures integer not null default 0,
  not_before timestamptz,
  -- Looked at and answered "one moment", kept for later.
  told boolean not null default false,
  -- Of a row done while others were open. A row before the lane's open_from is done without it.
  done_at timestamptz,
  set_aside_at timestamptz,
  error text,
  constraint inbox_pkey primary key (lane, seq)
) with (fillfactor = 70);

create unique index inbox_key on lanes.inbox (lane, key) where key is not null;
create index inbox_set_aside on lanes.inbox (lane, seq) where set_aside_at is not null;
create index inbox_age on lanes.inbox using brin (created_at);

-- One row per finished inbox row; `seq` is the inbox row's. Ids given out are `<lane>.<seq>`.
create table lanes.turns (
  lane uuid not null,
  seq bigint not null,
  session_no bigint not null,
  bot uuid not null,
  channel uuid,
  release uuid,
  kind text not null,
  event text not null,
  -- done or setAside
  status text not null,
  attempts integer not null,
  error text,
  received_at timestamptz not null,
  created_at timestamptz not null,
  -- Its messages are the `messages` ones after `message_no`.
  message_no bigint not null,
  messages integer not null,
  -- The snapshot after the turn, and one trace: path, guards, calls, milliseconds.
  snapshot json,
  trace json,
  constraint turns_pkey primary key (lane, seq)
);
create index turns_age on lanes.turns using brin (created_at);

-- The log, both directions. `no` is the last-seen id of a client.
create table lanes.messages (
  lane uuid not null,
  no bigint not null,
  turn bigint not null,
  session_no bigint not null,
  -- in or out
  direction text not null,
  body json not null,
  created_at timestamptz not null,
  constraint messages_pkey primary key (lane, no)
);
create index messages_age on lanes.messages using brin (created_at);

create table lanes.outbox (
  lane uuid not null,
  no bigint not null,
  turn bigint not null,
  -- delivery, event, callbackOut or job
  kind text not null,
  payload json not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  -- Handed to a sender whose outcome is not known yet.
  sending boolean not null default false,
  -- Attempts whose outcome nobody knows.
  doubts integer not null default 0,
  -- sent, failed or unknown
  outcome text,
  done_at timestamptz,
  error text,
  constraint outbox_pkey primary key (lane, no)
) with (fillfactor = 70);
create index outbox_age on lanes.outbox using brin (created_at);

-- Results of effects, so that recovery continues instead of calling again. result null = an intent: it may have happened.
create table lanes.journal (
  lane uuid not null,
  seq bigint not null,
  ordinal integer not null,
  action text not null,
  result json,
  created_at timestamptz not null,
  constraint journal_pkey primary key (lane, seq, ordinal)
);
create index journal_age on lanes.journal using brin (created_at);
