-- Takes a lane whose lease has ended (by this database's clock) or that is due (by p_now), once: the fence moves on, so whoever
-- held it before commits nothing any more. No row (fence null) = somebody was faster, or there was nothing to do.
create function lanes.take_1(p_lane uuid, p_owner text, p_lease_ms integer, p_now timestamptz,
  out fence bigint, out seq bigint, out kind text, out payload jsonb, out received_at timestamptz, out live_release uuid, out attempts integer, out told boolean,
  out session_no bigint, out is_session_new boolean, out release uuid, out snapshot jsonb, out host jsonb, out last_at timestamptz, out expires_at timestamptz,
  out contact uuid, out bot uuid, out channel uuid, out journal jsonb)
language plpgsql as $$
declare
  v_now timestamptz := clock_timestamp();
  v_until timestamptz := v_now + p_lease_ms * interval '1 millisecond';
begin
  update lanes.lanes l set fence = l.fence + 1, owner = p_owner, lease_until = v_until, interrupt = 0
    where l.lane = p_lane and ((l.owner is not null and l.lease_until < v_now) or (l.owner is null and l.due_at <= p_now));
  if not found then return; end if;
  select w.fence, w.seq, w.kind, w.payload, w.received_at, w.live_release, w.attempts, w.told, w.session_no, w.is_session_new, w.release, w.snapshot, w.host,
      w.last_at, w.expires_at, w.contact, w.bot, w.channel, w.journal
    into fence, seq, kind, payload, received_at, live_release, attempts, told, session_no, is_session_new, release, snapshot, host, last_at, expires_at, contact, bot, channel, journal
    from lanes.work_1(p_lane, p_now, v_until) w;
end $$;
