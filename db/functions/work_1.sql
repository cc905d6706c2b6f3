-- Internal: decides what the holder of a lane does next. The caller has locked the lane row and holds its lease until p_until.
-- Turns due timers into control rows, returns the oldest takeable row with its session and counts the attempt; with nothing to
-- do it frees the lane and says when it is due again (fence stays null then).
create function lanes.work_1(p_lane uuid, p_now timestamptz, p_until timestamptz,
  out fence bigint, out seq bigint, out kind text, out payload jsonb, out received_at timestamptz, out live_release uuid, out attempts integer, out told boolean,
  out session_no bigint, out is_session_new boolean, out release uuid, out snapshot jsonb, out host jsonb, out last_at timestamptz, out expires_at timestamptz,
  out contact uuid, out bot uuid, out channel uuid, out journal jsonb)
language plpgsql as $$
declare
  l record; r record; s record; t record;
  v_paused boolean; v_due timestamptz; v_open bigint; v_has_timers boolean;
begin
  select x.bot, x.channel, x.contact, x.session_no, x.seq, x.fence, x.open_from, x.accepts, x.has_timers into l from lanes.lanes x where x.lane = p_lane;
  select v.paused into v_paused from lanes.live v where v.bot = l.bot;
  v_has_timers := l.has_timers;
  v_open := l.open_from;

  if v_has_timers and v_paused is not true then
    select i.session_no, i.wait, i.due_at into t from lanes.timers i where i.lane = p_lane;
    if t.due_at <= p_now then
      l.seq := l.seq + 1;
      v_open := coalesce(v_open, l.seq);
      insert into lanes.inbox (lane, seq, kind, payload, created_at)
        values (p_lane, l.seq, 'control', jsonb_build_object('type', 'timer', 'session', t.session_no, 'wait', t.wait), p_now);
      delete from lanes.timers i where i.lane = p_lane;
      v_has_timers := false;
    else
      v_due := t.due_at;
      v_has_timers := v_due is not null;
    end if;
  end if;

  if v_open is not null then
    select i.seq into v_open from lanes.inbox i
      where i.lane = p_lane and i.seq >= v_open and i.done_at is null and i.set_aside_at is null order by i.seq limit 1;
  end if;

  if v_open is not null and v_paused is not true then
    select i.seq, i.kind, i.payload, i.created_at, i.release, i.not_before, i.told, i.attempts into r from lanes.inbox i
      where i.lane = p_lane -- rule: own lane
        and i.seq >= v_open and i.done_at is null and i.set_aside_at is null
        and (i.kind = 'control' or l.accepts = 'yes' or (l.accepts = 'once' and not i.told))
      order by i.kind, i.seq -- rule: oldest
      limit 1;
    if found and r.not_before > p_now then
      v_due := least(v_due, r.not_before);
      r.seq := null;
    end if;
    seq := r.seq;
  end if;

  select x.no, x.release, x.snapshot, x.host, x.last_at, x.expires_at, x.ended_at, x.turn into s from lanes.sessions x where x.lane = p_lane and x.no = l.session_no;

  if seq is null then
    -- While a row is open it may have come before the end: then it is still the session's.
    if s.ended_at is null and s.expires_at <= p_now and v_open is null then
      update lanes.sessions x set ended_at = x.expires_at, ended = 'expired' where x.lane = p_lane and x.no = l.session_no;
    elsif s.ended_at is null then
      v_due := least(v_due, s.expires_at);
    end if;
    if v_paused and (v_open is not null or v_has_timers) then v_due := p_now + interval '30 seconds'; end if;
    update lanes.lanes x set owner = null, lease_until = null, interrupt = 0, seq = l.seq, open_from = v_open, due_at = v_due, has_timers = v_has_timers
      where x.lane = p_lane;
    return;
  end if;

  update lanes.inbox i set attempts = i.attempts + 1 -- rule: count on take
    where i.lane = p_lane and i.seq = r.seq;
  update lanes.lanes x set lease_until = p_until, interrupt = 0, seq = l.seq, open_from = v_open, due_at = v_due, has_timers = v_has_timers
    where x.lane = p_lane;
  fence := l.fence; kind := r.kind; payload := r.payload; received_at := r.created_at; live_release := r.release; told := r.told; contact := l.contact; bot := l.bot; channel := l.channel;
  attempts := r.attempts + 1;
  if attempts > 1 then
    select jsonb_agg(jsonb_build_object('ordinal', j.ordinal, 'action', j.action, 'result', j.result) order by j.ordinal) into journal
      from lanes.journal j where j.lane = p_lane and j.seq = r.seq;
  end if;

  -- A session whose first turn failed or crashed has not begun yet.
  is_session_new := s.no is not null and s.ended_at is null and s.turn is null;
  session_no := l.session_no; release := s.release; snapshot := s.snapshot; host := s.host; last_at := s.last_at; expires_at := s.expires_at;
  if r.kind = 'message' and (s.no is null or s.ended_at is not null or s.expires_at <= r.created_at) then
    select b.session_no, b.host into session_no, host from lanes.begin_1(p_lane, l.session_no, r.created_at, r.release) b;
    is_session_new := true; release := r.release; snapshot := null; last_at := r.created_at; expires_at := null;
  elsif s.ended_at is not null or s.expires_at <= r.created_at then
    -- Over, whether or not somebody has closed it: there is no session to speak to.
    release := null; snapshot := null; is_session_new := false;
  end if;
end $$;
