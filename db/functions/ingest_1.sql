-- Stores one event of one lane, once, and takes the lane if it is free. `stored` is the event's number (of the first one when it
-- is a repeat, which changes nothing). When this call took the lane, `work` is the oldest takeable row of it, as work_1 gives it; where
-- that is this event itself (the common case: a quiet lane) it holds only what the caller cannot know. p_owner null = store only.
-- p_every null = no limit; else one message in so many seconds is let in, after p_burst at once. `refused`: nothing was stored.
-- p_lazy: it is on disk with whatever is committed next, and may be lost with the database until then.
-- Gives {refused} or {stored, duplicate?, isNew?, work?}.
create function lanes.ingest_1(p_lane uuid, p_bot uuid, p_channel uuid, p_kind text, p_key text, p_payload json, p_now timestamptz,
  p_owner text, p_lease_ms integer, p_burst integer, p_every double precision, p_lazy boolean) returns json
language plpgsql as $$
declare
  v_now timestamptz := clock_timestamp();
  v_until timestamptz := v_now + p_lease_ms * interval '1 millisecond';
  v_every interval := coalesce(p_every, 0) * interval '1 second';
  v_latest timestamptz := p_now + (p_burst - 1) * v_every;
  v_disk text; v_stored bigint; v_live uuid; v_paused boolean; v_new boolean; v_mine boolean; v_quiet boolean; v_next boolean; v_wants smallint; l record; s record;
begin
  if p_lazy then v_disk := set_config('synchronous_commit', 'off', true); end if;
  select v.release, v.paused into v_live, v_paused from lanes.live v where v.bot = p_bot;
  if p_kind <> 'message' then
    v_every := '0'; v_latest := null;
  elsif v_live is null then
    return '{"refused":"unpublished"}';
  end if;
  if v_paused then p_owner := null; end if;

  -- The common case, a quiet lane: free, and nothing in it is open. rate_at is when the messages let in so far would have come one by one.
  update lanes.lanes x set seq = x.seq + 1, open_from = x.seq + 1, fence = x.fence + 1, owner = p_owner, lease_until = v_until, interrupt = 0,
      rate_at = greatest(x.rate_at, p_now) + v_every
    where x.lane = p_lane and x.owner is null and x.open_from is null and p_owner is not null and (x.rate_at is null or v_latest is null or x.rate_at <= v_latest)
    returning x.seq, x.fence, x.open_from, x.accepts, x.due_at, x.session_no, x.contact, x.channel into l;
  v_quiet := found; v_mine := v_quiet;
  if not v_quiet then
    select x.seq, x.fence, x.owner, x.lease_until, x.open_from, x.accepts, x.due_at, x.interrupt, x.session_no, x.contact, x.channel, x.rate_at
      into l from lanes.lanes x where x.lane = p_lane for update;
    if not found then
      if p_owner is not null then
        -- A new lane is made as it is after taking it, a message's with its first session.
        insert into lanes.lanes as x (lane, channel, bot, created_at, seq, open_from, fence, owner, lease_until, rate_at, session_no)
          values (p_lane, p_channel, p_bot, p_now, 1, 1, 1, p_owner, v_until, p_now + v_every, (p_kind = 'message')::integer) on conflict (lane) do nothing
          returning x.seq, x.fence, x.open_from, x.accepts, x.due_at, x.session_no, x.contact, x.channel into l;
        v_quiet := found; v_mine := v_quiet;
      else
        insert into lanes.lanes (lane, channel, bot, created_at) values (p_lane, p_channel, p_bot, p_now) on conflict (lane) do nothing;
      end if;
      v_new := found;
      if not v_quiet then
        select x.seq, x.fence, x.owner, x.lease_until, x.open_from, x.accepts, x.due_at, x.interrupt, x.session_no, x.contact, x.channel, x.rate_at
          into l from lanes.lanes x where x.lane = p_lane for update;
      elsif p_kind = 'message' then
        insert into lanes.sessions (lane, no, bot, channel, release, started_at, last_at) values (p_lane, 1, p_bot, p_channel, v_live, p_now, p_now);
      end if;
    end if;
    if not v_quiet then
      if l.rate_at > v_latest then return '{"refused":"limited"}'; end if;
      l.seq := l.seq + 1;
    end if;
  end if;

  v_stored := l.seq;
  if not v_quiet then
    -- Free, or held by somebody whose lease has ended.
    v_mine := p_owner is not null and (l.owner is null or l.lease_until < v_now);
    l.open_from := coalesce(l.open_from, v_stored);
  end if;
  -- Nothing older is open and no timer is due: this event is the oldest takeable row.
  v_next := v_mine and l.open_from = v_stored and (p_kind = 'control' or l.accepts = 'yes') and (l.due_at is null or l.due_at > p_now or l.session_no = 0);
  insert into lanes.inbox (lane, seq, kind, key, payload, created_at, release, attempts) values (p_lane, v_stored, p_kind, p_key, p_payload, p_now, v_live, v_next::integer)
    on conflict (lane, key) where key is not null do nothing;
  if not found then
    select i.seq into v_stored from lanes.inbox i where i.lane = p_lane and i.key = p_key;
    if v_quiet then update lanes.lanes x set seq = x.seq - 1, open_from = null, owner = null, lease_until = null, rate_at = x.rate_at - v_every where x.lane = p_lane; end if;
    return json_build_object('stored', v_stored, 'duplicate', true);
  end if;

  if not v_quiet then
    v_wants := case when p_kind = 'message' then 1 when p_payload ->> 'type' in ('stop', 'reset', 'takeOver') then 2 else 0 end;
    if v_mine then
      l.fence := l.fence + 1; l.owner := p_owner; l.lease_until := v_until; l.interrupt := 0;
    elsif l.owner is null then
      l.due_at := least(l.due_at, case when v_paused then p_now + interval '30 seconds' else p_now end);
    else
      l.interrupt := greatest(l.interrupt, v_wants);
    end if;
    update lanes.lanes x set seq = v_stored, open_from = l.open_from, fence = l.fence, owner = l.owner, lease_until = l.lease_until,
        due_at = l.due_at, interrupt = l.interrupt, rate_at = greatest(l.rate_at, p_now) + v_every
      where x.lane = p_lane;
  end if;

  if not v_mine then return json_build_object('stored', v_stored, 'isNew', v_new); end if;
  if not v_next then -- rule: oldest in ingest
    return json_build_object('stored', v_stored, 'isNew', v_new, 'work', lanes.work_1(p_lane, p_now, v_until));
  end if;

  select x.release, x.snapshot, x.host, x.last_at, x.expires_at, x.ended_at, x.ended_at is null and x.turn is null as is_new
    into s from lanes.sessions x where x.lane = p_lane and x.no = l.session_no;
  if p_kind = 'message' and (l.session_no = 0 or s.ended_at is not null or s.expires_at <= p_now) then
    select b.session_no, b.host into l.session_no, s.host from lanes.begin_1(p_lane, l.session_no, p_now, v_live) b;
    s.is_new := true; s.release := v_live; s.snapshot := null; s.last_at := p_now; s.expires_at := null;
  elsif s.ended_at is not null or s.expires_at <= p_now then
    s.release := null; s.snapshot := null; s.is_new := false;
  end if;
  return json_build_object('stored', v_stored, 'isNew', v_new, 'work', json_build_object('fence', l.fence, 'seq', v_stored, 'liveRelease', v_live, 'channel', l.channel, 'contact', l.contact,
    'sessionNo', l.session_no, 'isSessionNew', s.is_new is true, 'release', s.release, 'snapshot', s.snapshot, 'host', s.host, 'lastAt', s.last_at, 'expiresAt', s.expires_at));
end $$;
