-- Gives a row back after a failed attempt: it is tried again at p_retry_at, and what is older than nothing else waits for it.
-- p_counts: it was the row's own failure.
create function lanes.fail_1(p_lane uuid, p_fence bigint, p_seq bigint, p_now timestamptz, p_error text, p_retry_at timestamptz, p_counts boolean, out ok boolean)
language plpgsql as $$
begin
  update lanes.lanes l set owner = null, lease_until = null, interrupt = 0, due_at = p_now
    where l.lane = p_lane and l.fence = p_fence and l.owner is not null; -- rule: fence in fail
  ok := found;
  if not ok then return; end if;
  update lanes.inbox i set error = p_error, not_before = p_retry_at, failures = i.failures + p_counts::integer where i.lane = p_lane and i.seq = p_seq;
end $$;
