-- Stores one event of one lane, once, and takes the lane if it is free. `stored` is the event's number (of the first one when it
-- is a repeat); the rest is the oldest takeable row of the lane, when this call took it, which need not be this event.
-- p_owner null = store only. p_burst null = no limit. `refused`: nothing was stored.
create function lanes.ingest_1(p_lane uuid, p_bot uuid, p_channel uuid, p_kind text, p_key text, p_payload jsonb, p_now timestamptz,
  p_owner text, p_lease_ms integer, p_burst integer, p_refill double precision,
  out refused text, out stored bigint, out duplicate boolean, out is_new boolean,
  out fence bigint, out seq bigint, out kind text, out payload jsonb, out received_at timestamptz, out live_release uuid, out attempts integer, out told boolean,
  out session_no bigint, out is_session_new boolean, out release uuid, out snapshot jsonb, out host jsonb, out last_at timestamptz, out expires_at timestamptz,
  out contact uuid, out bot uuid, out channel uuid, out journal jsonb)
language plpgsql as $$
declare
  v_now timestamptz := clock_timestamp();
  v_until timestamptz := v_now + p_lease_ms * interval '1 millisecond';
  v_wants smallint := case when p_kind = 'message' then 1 when p_payload ->> 'type' in ('stop', 'reset', 'takeOver') then 2 else 0 end;
  v_burst integer := case when p_kind = 'message' then p_burst end;
  v_live uuid; v_paused boolean; v_owner text; v_due timestamptz; v_mine boolean; v_simple boolean; v_ended timestamptz;
begin
  duplicate := false; is_new := false;
  select v.release, v.paused into v_live, v_paused from lanes.live v where v.bot = p_bot;
  if v_live is null and p_kind = 'message' then refused := 'unpublished'; return; end if;
  if v_paused then v_due := p_now + interval '30 seconds'; else v_owner := p_owner; v_due := p_now; end if;

  insert into lanes.lanes as l (lane, channel, bot, created_at, seq, open_from, fence, owner, lease_seq, lease_until, due_at, rate_tokens, rate_at)
    values (p_lane, p_channel, p_bot, p_now, 1, 1, case when v_owner is null then 0 else 1 end, v_owner, case when v_owner is null then 0 else 1 end,
      case when v_owner is null then null else v_until end, case when v_owner is null then v_due end, coalesce(v_burst - 1, 0), case when v_burst is not null then p_now end)
  on conflict (lane) do update set
    seq = l.seq + 1,
    open_from = coalesce(l.open_from, l.seq + 1),
    fence = case when v_owner is not null and (l.owner is null or l.lease_until < v_now) then l.fence + 1 else l.fence end,
    lease_seq = case when v_owner is not null and (l.owner is null or l.lease_until < v_now) then l.seq + 1 else l.lease_seq end,
    lease_until = case when v_owner is not null and (l.owner is null or l.lease_until < v_now) then v_until else l.lease_until end,
    owner = case when v_owner is not null and (l.owner is null or l.lease_until < v_now) then v_owner else l.owner end,
    interrupt = case when l.owner is null or (v_owner is not null and l.lease_until < v_now) then 0 else greatest(l.interrupt, v_wants) end,
    due_at = case when v_owner is null and l.owner is null then least(l.due_at, v_due) else l.due_at end,
    rate_tokens = case when v_burst is null then l.rate_tokens
      else least(v_burst, case when l.rate_at is null then v_burst else l.rate_tokens + greatest(0, extract(epoch from p_now - l.rate_at)) * p_refill end) - 1 end,
    rate_at = case when v_burst is null then l.rate_at else greatest(l.rate_at, p_now) end
    where v_burst is null or least(v_burst, case when l.rate_at is null then v_burst else l.rate_tokens + greatest(0, extract(epoch from p_now - l.rate_at)) * p_refill end) >= 1
  returning l.seq, l.seq = 1, l.fence, l.owner is not null and l.lease_seq = l.seq, l.session_no, l.contact, l.bot, l.channel,
      l.open_from = l.seq and (p_kind = 'control' or l.accepts = 'yes') and (l.due_at is null or l.due_at > p_now or l.session_no = 0)
    into stored, is_new, fence, v_mine, session_no, contact, bot, channel, v_simple;
  if stored is null then refused := 'limited'; return; end if;

  if p_key is not null then
    insert into lanes.seen as k (lane, key, seq, created_at) values (p_lane, p_key, stored, p_now) on conflict (lane, key) do nothing;
    if not found then
      duplicate := true;
      v_simple := false;
      select k.seq into stored from lanes.seen k where k.lane = p_lane and k.key = p_key;
    end if;
  end if;
  if not duplicate then
    insert into lanes.inbox (lane, seq, kind, payload, created_at, release, attempts)
      values (p_lane, stored, p_kind, p_payload, p_now, v_live, case when v_mine and v_simple then 1 else 0 end);
  end if;

  if not v_mine then fence := null; session_no := null; contact := null; bot := null; channel := null; return; end if;

  if not v_simple then -- rule: oldest in ingest
    select w.fence, w.seq, w.kind, w.payload, w.received_at, w.live_release, w.attempts, w.told, w.session_no, w.is_session_new, w.release, w.snapshot, w.host,
        w.last_at, w.expires_at, w.contact, w.bot, w.channel, w.journal
      into fence, seq, kind, payload, received_at, live_release, attempts, told, session_no, is_session_new, release, snapshot, host, last_at, expires_at, contact, bot, channel, journal
      from lanes.work_1(p_lane, p_now, v_until) w;
    return;
  end if;

  -- The common case, a quiet lane: nothing older is open and no timer is due, so this event is the oldest takeable row.
  seq := stored; kind := p_kind; payload := p_payload; received_at := p_now; live_release := v_live; attempts := 1; told := false; is_session_new := false;
  if session_no > 0 then
    select x.release, x.snapshot, x.host, x.last_at, x.expires_at, x.ended_at, x.ended_at is null and x.turn is null
      into release, snapshot, host, last_at, expires_at, v_ended, is_session_new
      from lanes.sessions x where x.lane = p_lane and x.no = session_no;
  end if;
  if p_kind = 'message' and (session_no = 0 or v_ended is not null or expires_at <= p_now) then
    select b.session_no, b.host into session_no, host from lanes.begin_1(p_lane, session_no, p_now, v_live) b;
    is_session_new := true; release := v_live; snapshot := null; last_at := p_now; expires_at := null;
  elsif v_ended is not null then
    snapshot := null;
  end if;
end $$;
