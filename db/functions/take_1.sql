-- Takes a lane whose lease has ended (by this database's clock) or that is due (by p_now), once: the fence moves on, so whoever
-- held it before commits nothing any more. Null = somebody was faster, or there was nothing to do.
create function lanes.take_1(p_lane uuid, p_owner text, p_lease_ms integer, p_now timestamptz) returns json
language plpgsql as $$
declare
  v_now timestamptz := clock_timestamp();
  v_until timestamptz := v_now + p_lease_ms * interval '1 millisecond';
begin
  update lanes.lanes l set fence = l.fence + 1, owner = p_owner, lease_until = v_until, interrupt = 0
    where l.lane = p_lane and ((l.owner is not null and l.lease_until < v_now) or (l.owner is null and l.due_at <= p_now));
  if not found then return null; end if;
  return lanes.work_1(p_lane, p_now, v_until);
end $$;
