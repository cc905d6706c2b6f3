-- Stores one event of one lane, once, and takes the lane if it is free. `stored` is the event's number (of the first one when it
-- is a repeat, which changes nothing); the rest is the oldest takeable row of the lane, when this call took it, which need not be this event.
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
  v_limited boolean := p_kind = 'message' and p_burst is not null;
  v_live uuid; v_paused boolean; v_owner text; v_mine boolean; v_simple boolean; v_ended timestamptz; l record;
begin
  duplicate := false; is_new := false;
  select v.release, v.paused into v_live, v_paused from lanes.live v where v.bot = p_bot;
  if v_live is null and p_kind = 'message' then refused := 'unpublished'; return; end if;
  v_owner := case when v_paused then null else p_owner end;

  -- The row's lock makes the lane wait for us, and us for whoever was faster; plain statements on values cost a third of an upsert.
  select x.seq, x.fence, x.owner, x.lease_until, x.open_from, x.accepts, x.due_at, x.interrupt, x.session_no, x.contact, x.bot, x.channel, x.rate_tokens, x.rate_at
    into l from lanes.lanes x where x.lane = p_lane for update;
  if not found then
    insert into lanes.lanes (lane, channel, bot, created_at) values (p_lane, p_channel, p_bot, p_now) on conflict (lane) do nothing;
    is_new := found;
    select x.seq, x.fence, x.owner, x.lease_until, x.open_from, x.accepts, x.due_at, x.interrupt, x.session_no, x.contact, x.bot, x.channel, x.rate_tokens, x.rate_at
      into l from lanes.lanes x where x.lane = p_lane for update;
  end if;

  if v_limited then
    l.rate_tokens := least(p_burst, case when l.rate_at is null then p_burst else l.rate_tokens + greatest(0, extract(epoch from p_now - l.rate_at)) * p_refill end) - 1;
    l.rate_at := greatest(l.rate_at, p_now);
    if l.rate_tokens < 0 then refused := 'limited'; return; end if;
  end if;

  stored := l.seq + 1;
  if p_key is not null then
    insert into lanes.seen as k (lane, key, seq, created_at) values (p_lane, p_key, stored, p_now) on conflict (lane, key) do nothing;
    if not found then
      duplicate := true;
      select k.seq into stored from lanes.seen k where k.lane = p_lane and k.key = p_key;
      return;
    end if;
  end if;

  -- Free, or held by somebody whose lease has ended.
  v_mine := v_owner is not null and (l.owner is null or l.lease_until < v_now);
  v_simple := v_mine and l.open_from is null and (p_kind = 'control' or l.accepts = 'yes') and (l.due_at is null or l.due_at > p_now or l.session_no = 0);
  insert into lanes.inbox (lane, seq, kind, payload, created_at, release, attempts)
    values (p_lane, stored, p_kind, p_payload, p_now, v_live, case when v_simple then 1 else 0 end);
  if v_mine then
    l.fence := l.fence + 1; l.owner := v_owner; l.lease_until := v_until; l.interrupt := 0;
  elsif l.owner is null then
    l.due_at := least(l.due_at, case when v_paused then p_now + interval '30 seconds' else p_now end);
  else
    l.interrupt := greatest(l.interrupt, v_wants);
  end if;
  update lanes.lanes x set seq = stored, open_from = coalesce(l.open_from, stored), fence = l.fence, owner = l.owner, lease_until = l.lease_until,
      due_at = l.due_at, interrupt = l.interrupt, rate_tokens = l.rate_tokens, rate_at = l.rate_at
    where x.lane = p_lane;
  if not v_mine then return; end if;

  if not v_simple then -- rule: oldest in ingest
    select w.fence, w.seq, w.kind, w.payload, w.received_at, w.live_release, w.attempts, w.told, w.session_no, w.is_session_new, w.release, w.snapshot, w.host,
        w.last_at, w.expires_at, w.contact, w.bot, w.channel, w.journal
      into fence, seq, kind, payload, received_at, live_release, attempts, told, session_no, is_session_new, release, snapshot, host, last_at, expires_at, contact, bot, channel, journal
      from lanes.work_1(p_lane, p_now, v_until) w;
    return;
  end if;

  -- The common case, a quiet lane: nothing older is open and no timer is due, so this event is the oldest takeable row.
  fence := l.fence; seq := stored; kind := p_kind; payload := p_payload; received_at := p_now; live_release := v_live; attempts := 1; told := false; is_session_new := false;
  session_no := l.session_no; contact := l.contact; bot := l.bot; channel := l.channel;
  if session_no > 0 then
    select x.release, x.snapshot, x.host, x.last_at, x.expires_at, x.ended_at, x.ended_at is null and x.turn is null
      into release, snapshot, host, last_at, expires_at, v_ended, is_session_new
      from lanes.sessions x where x.lane = p_lane and x.no = session_no;
  end if;
  if p_kind = 'message' and (session_no = 0 or v_ended is not null or expires_at <= p_now) then
    select b.session_no, b.host into session_no, host from lanes.begin_1(p_lane, session_no, p_now, v_live) b;
    is_session_new := true; release := v_live; snapshot := null; last_at := p_now; expires_at := null;
  elsif v_ended is not null or expires_at <= p_now then
    release := null; snapshot := null; is_session_new := false;
  end if;
end $$;
