-- What people who draw say to one another, beside the drawing: no part of the document, of an export or of a copy of the bot.
create table parley.comment_threads (
  id           uuid primary key,
  bot          uuid not null references parley.bots on delete cascade,
  flow         uuid not null references parley.flows on delete cascade,
  -- The node it is on, by its id in the document (which may be deleted, and come back); null = a place on the canvas.
  node         text,
  -- What the node was called, for when it is gone.
  title        text not null default '',
  -- Where on the canvas, in its pixels; of a node, where it stood.
  x            double precision not null,
  y            double precision not null,
  made_at      timestamptz not null,
  resolved_at  timestamptz,
  resolved_by  uuid references parley.accounts on delete set null
);
create index comment_threads_bot on parley.comment_threads (bot, id);
create index comment_threads_flow on parley.comment_threads (flow);
create index comment_threads_resolved_by on parley.comment_threads (resolved_by);

create table parley.comments (
  id         uuid primary key,
  thread     uuid not null references parley.comment_threads on delete cascade,
  by         uuid references parley.accounts on delete set null,
  text       text not null,
  made_at    timestamptz not null,
  edited_at  timestamptz
);
create index comments_thread on parley.comments (thread, id);
create index comments_by on parley.comments (by);

-- Who is called by a comment.
create table parley.comment_mentions (
  comment  uuid not null references parley.comments on delete cascade,
  account  uuid not null references parley.accounts on delete cascade,
  primary key (comment, account)
);
create index comment_mentions_account on parley.comment_mentions (account, comment);

-- How far somebody has read a thread.
create table parley.comment_reads (
  thread   uuid not null references parley.comment_threads on delete cascade,
  account  uuid not null references parley.accounts on delete cascade,
  read_at  timestamptz not null,
  primary key (thread, account)
);
create index comment_reads_account on parley.comment_reads (account);
