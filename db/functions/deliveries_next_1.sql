-- Internal: the first unfinished outbox row of a lane whose delivery lease the caller holds, counted as an attempt. An attempt
-- that was handed out before and never reported is one of unknown outcome. With nothing left the lease is given back.
create function lanes.deliveries_next_1(p_lane uuid, p_after bigint, p_now timestamptz,
  out no bigint, out turn bigint, out kind text, out payload jsonb, out attempts integer, out doubts integer, out created_at timestamptz)
language plpgsql as $$
begin
  update lanes.outbox o set attempts = o.attempts + 1, -- rule: count on delivery
      doubts = o.doubts + case when o.sending then 1 else 0 end, sending = true
    where o.lane = p_lane and o.no = p_after + 1
    returning o.no, o.turn, o.kind, o.payload, o.attempts, o.doubts, o.created_at into no, turn, kind, payload, attempts, doubts, created_at;
  if not found then
    update lanes.lanes l set delivery_owner = null, delivery_until = null, deliver_at = null where l.lane = p_lane;
  end if;
end $$;
