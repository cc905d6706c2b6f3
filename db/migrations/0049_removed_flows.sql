-- A subflow that was deleted is out of the bot, and stays as long as its steps would: an earlier state of what called it can be restored
-- with it. Its comments come back with it.
alter table parley.flows add column removed_at timestamptz;
