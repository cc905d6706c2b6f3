-- Takes the deliveries of a lane when they are due and nobody holds them, and returns the first unfinished row.
create function lanes.deliveries_take_1(p_lane uuid, p_owner text, p_lease_ms integer, p_now timestamptz,
  out fence bigint, out no bigint, out turn bigint, out kind text, out payload jsonb, out attempts integer, out doubts integer, out created_at timestamptz)
language plpgsql as $$
declare
  v_now timestamptz := clock_timestamp();
  v_until timestamptz := v_now + p_lease_ms * interval '1 millisecond';
  v_after bigint;
begin
  update lanes.lanes l set delivery_fence = l.delivery_fence + 1, delivery_owner = p_owner, delivery_until = v_until
    where l.lane = p_lane and l.deliver_at <= p_now and (l.delivery_owner is null or l.delivery_until < v_now)
    returning l.delivery_fence, l.delivered_no into fence, v_after;
  if not found then return; end if;
  select d.no, d.turn, d.kind, d.payload, d.attempts, d.doubts, d.created_at into no, turn, kind, payload, attempts, doubts, created_at
    from lanes.deliveries_next_1(p_lane, v_after, p_now) d;
  if no is null then fence := null; end if;
end $$;
