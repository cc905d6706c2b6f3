-- Prolongs the lease of a running turn. ok = false: the lane belongs to somebody else now, stop. Reports who wants attention.
create function lanes.extend_1(p_lane uuid, p_fence bigint, p_lease_ms integer, out ok boolean, out interrupt smallint)
language plpgsql as $$
declare
  v_until timestamptz := clock_timestamp() + p_lease_ms * interval '1 millisecond';
begin
  update lanes.lanes l set lease_until = v_until
    where l.lane = p_lane and l.fence = p_fence and l.owner is not null -- rule: fence in extend
    returning l.interrupt into interrupt;
  ok := found;
end $$;
