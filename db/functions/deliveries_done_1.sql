-- Reports the outcome of one attempt and returns the next row. p_outcome: sent, failed, unknown = finished; retry = again at
-- p_retry_at (p_doubt: this attempt may have arrived). ok = false: somebody else holds these deliveries now, nothing was noted.
create function lanes.deliveries_done_1(p_lane uuid, p_fence bigint, p_no bigint, p_outcome text, p_doubt boolean, p_error text, p_retry_at timestamptz,
  p_owner text, p_lease_ms integer, p_now timestamptz,
  out ok boolean, out no bigint, out turn bigint, out kind text, out payload jsonb, out attempts integer, out doubts integer, out created_at timestamptz)
language plpgsql as $$
declare
  v_until timestamptz := clock_timestamp() + p_lease_ms * interval '1 millisecond';
begin
  update lanes.lanes l set
      delivered_no = case when p_outcome = 'retry' then l.delivered_no else p_no end,
      deliver_at = case when p_outcome = 'retry' then p_retry_at else l.deliver_at end,
      delivery_owner = case when p_outcome = 'retry' or p_owner is null then null else l.delivery_owner end,
      delivery_until = case when p_outcome = 'retry' or p_owner is null then null else v_until end
    where l.lane = p_lane and l.delivery_fence = p_fence and l.delivery_owner is not null; -- rule: fence in deliveries
  ok := found;
  if not ok then return; end if;
  if p_outcome = 'retry' then
    update lanes.outbox o set sending = false, error = p_error, doubts = o.doubts + case when p_doubt then 1 else 0 end where o.lane = p_lane and o.no = p_no;
    return;
  end if;
  update lanes.outbox o set sending = false, error = p_error, outcome = p_outcome, done_at = p_now where o.lane = p_lane and o.no = p_no;
  if p_owner is null then return; end if;
  select d.no, d.turn, d.kind, d.payload, d.attempts, d.doubts, d.created_at into no, turn, kind, payload, attempts, doubts, created_at
    from lanes.deliveries_next_1(p_lane, p_no, p_now) d;
end $$;
