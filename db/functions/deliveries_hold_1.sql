-- Gives a row back that must not be sent now, as if it had never been handed out: it is the lane's next one again, at p_at. ok = false:
-- somebody else holds these deliveries now, nothing was changed.
create function lanes.deliveries_hold_1(p_lane uuid, p_fence bigint, p_no bigint, p_at timestamptz, out ok boolean)
language plpgsql as $$
begin
  update lanes.lanes l set delivery_owner = null, delivery_until = null, deliver_at = p_at
    where l.lane = p_lane and l.delivery_fence = p_fence and l.delivery_owner is not null; -- rule: fence in hold
  ok := found;
  if not ok then return; end if;
  update lanes.outbox o set attempts = o.attempts - 1, sending = false where o.lane = p_lane and o.no = p_no;
end $$;
