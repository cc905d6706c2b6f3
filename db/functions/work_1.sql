-- Internal: decides what the holder of a lane does next. The caller has locked the lane row and holds its lease until p_until.
-- Turns due timers into control rows, returns the oldest takeable row with its session and counts the attempt; with nothing to
-- do it frees the lane, says when it is due again and gives null.
create function lanes.work_1(p_lane uuid, p_now timestamptz, p_until timestamptz) returns json
language plpgsql as $$
declare
  l record; r record; s record;
  v_paused boolean; v_due timestamptz; v_open bigint; v_new boolean; v_journal json; v_row bigint;
begin
  select x.bot, x.channel, x.contact, x.session_no, x.seq, x.fence, x.open_from, x.accepts, x.timer_at, x.timer_wait into l from lanes.lanes x where x.lane = p_lane;
  select v.paused into v_paused from lanes.live v where v.bot = l.bot;
  v_open := l.open_from;

  if l.timer_at <= p_now and v_paused is not true then
    l.seq := l.seq + 1;
    v_open := coalesce(v_open, l.seq);
    insert into lanes.inbox (lane, seq, kind, payload, created_at)
      values (p_lane, l.seq, 'control', json_build_object('type', 'timer', 'session', l.session_no, 'wait', l.timer_wait), p_now);
    l.timer_at := null;
  end if;
  v_due := l.timer_at;

  if v_open is not null then
    select i.seq into v_open from lanes.inbox i
      where i.lane = p_lane and i.seq >= v_open and i.done_at is null and i.set_aside_at is null order by i.seq limit 1;
  end if;

  if v_open is not null and v_paused is not true then
    select i.seq, i.kind, i.payload, i.created_at, i.release, i.not_before, i.told, i.attempts, i.failures into r from lanes.inbox i
      where i.lane = p_lane -- rule: own lane
        and i.seq >= v_open and i.done_at is null and i.set_aside_at is null
        and (i.kind = 'control' or l.accepts = 'yes' or (l.accepts = 'once' and not i.told))
      order by i.kind, i.seq -- rule: oldest
      limit 1;
    if r.not_before > p_now then
      v_due := least(v_due, r.not_before);
    else
      v_row := r.seq;
    end if;
  end if;

  select x.no, x.release, x.snapshot, x.host, x.last_at, x.expires_at, x.ended_at, x.turn into s from lanes.sessions x where x.lane = p_lane and x.no = l.session_no;

  if v_row is null then
    -- While a row is open it may have come before the end: then it is still the session's.
    if s.ended_at is null and s.expires_at <= p_now and v_open is null then
      update lanes.sessions x set ended_at = x.expires_at, ended = 'expired' where x.lane = p_lane and x.no = l.session_no;
    elsif s.ended_at is null then
      v_due := least(v_due, s.expires_at);
    end if;
    if v_paused and (v_open is not null or l.timer_at is not null) then v_due := p_now + interval '30 seconds'; end if;
    update lanes.lanes x set owner = null, lease_until = null, interrupt = 0, seq = l.seq, open_from = v_open, due_at = v_due, timer_at = l.timer_at
      where x.lane = p_lane;
    return null;
  end if;

  update lanes.inbox i set attempts = i.attempts + 1 -- rule: count on take
    where i.lane = p_lane and i.seq = v_row;
  update lanes.lanes x set lease_until = p_until, interrupt = 0, seq = l.seq, open_from = v_open, due_at = v_due, timer_at = l.timer_at
    where x.lane = p_lane;
  if r.attempts > 0 then
    select json_agg(json_build_object('ordinal', j.ordinal, 'action', j.action, 'result', j.result) order by j.ordinal) into v_journal
      from lanes.journal j where j.lane = p_lane and j.seq = v_row;
  end if;

  -- A session whose first turn failed or crashed has not begun yet.
  v_new := s.no is not null and s.ended_at is null and s.turn is null;
  if r.kind = 'message' and (s.no is null or s.ended_at is not null or s.expires_at <= r.created_at) then
    select b.session_no, b.host into l.session_no, s.host from lanes.begin_1(p_lane, l.session_no, r.created_at, r.release) b;
    v_new := true; s.release := r.release; s.snapshot := null; s.last_at := r.created_at; s.expires_at := null;
  elsif s.ended_at is not null or s.expires_at <= r.created_at then
    -- Over, whether or not somebody has closed it: there is no session to speak to.
    s.release := null; s.snapshot := null; v_new := false;
  end if;
  return json_build_object('fence', l.fence, 'seq', v_row, 'kind', r.kind, 'payload', r.payload, 'receivedAt', r.created_at, 'liveRelease', r.release, 'attempts', r.attempts + 1, 'failures', r.failures,
    'told', r.told, 'sessionNo', l.session_no, 'isSessionNew', v_new, 'release', s.release, 'snapshot', s.snapshot, 'host', s.host, 'lastAt', s.last_at,
    'expiresAt', s.expires_at, 'contact', l.contact, 'bot', l.bot, 'channel', l.channel, 'journal', v_journal);
end $$;
