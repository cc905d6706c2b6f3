-- Conversations a bot must be able to hold, kept by its authors: run in the simulator, and by every publish. What the model writes for
-- itself is not kept: it is written anew from the drawing.
create table parley.conversation_tests (
  id          uuid primary key,
  bot         uuid not null references parley.bots on delete cascade,
  -- Golden format (shared/nodes/golden.ts) without a flow; its description is the test's name.
  test        jsonb not null,
  made_by     uuid references parley.accounts on delete set null,
  made_at     timestamptz not null,
  changed_at  timestamptz not null
);
create index conversation_tests_bot on parley.conversation_tests (bot, made_at);
create index conversation_tests_made_by on parley.conversation_tests (made_by);
