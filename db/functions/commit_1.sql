-- Ends one row's turn: session, log, outgoing rows, timer and the row itself change together, or nothing does (null: the lane
-- belongs to somebody else now). Gives {messageNo, interrupt, work?}: the lane's next takeable row when there is one and p_owner is
-- given; else it is freed.
-- Of the turn: p_kind .. p_release, p_failure = it ended in the flow's error route, p_keep = the row stays open, told; p_aside = set
-- aside with this reason. Of the session, when p_touches: p_snapshot .. p_move (to another release), p_restart {reason, release} = it ends
-- and another begins with this content. p_timer = deadline of the wait it rests in now, null = it has none. p_accepts null = as before.
-- p_messages = bodies for the log, the first one incoming when p_heard. p_outbox [{kind, payload}].
create function lanes.commit_1(p_lane uuid, p_fence bigint, p_seq bigint, p_now timestamptz, p_owner text, p_lease_ms integer,
  p_kind text, p_event text, p_attempts integer, p_received_at timestamptz, p_release uuid, p_failure text, p_keep boolean, p_aside text, p_trace json,
  p_touches boolean, p_snapshot json, p_host json, p_wait bigint, p_timer timestamptz, p_last_at timestamptz, p_expires_at timestamptz, p_ended text,
  p_contact uuid, p_move uuid, p_restart json, p_accepts text, p_heard boolean, p_messages json[], p_outbox json) returns json
language plpgsql as $$
declare
  v_until timestamptz := clock_timestamp() + p_lease_ms * interval '1 millisecond';
  v_outs integer := 0; v_count integer := coalesce(cardinality(p_messages), 0);
  v_deliver timestamptz; v_due timestamptz; v_ended timestamptz; v_alone boolean := false; l record;
begin
  if p_outbox is not null then v_deliver := p_now; v_outs := json_array_length(p_outbox); end if;
  if p_ended is null then v_due := least(p_timer, p_expires_at); else v_ended := p_now; p_timer := null; end if;
  -- The fence moves on with every turn, so that a commit sent twice is refused the second time.
  if p_touches and not p_keep and p_restart is null then
    -- Where nothing else is open in the lane, it is freed at once.
    update lanes.lanes x set fence = p_fence + 1, message_no = x.message_no + v_count, outbox_no = x.outbox_no + v_outs, contact = coalesce(x.contact, p_contact),
        deliver_at = coalesce(x.deliver_at, v_deliver), accepts = coalesce(p_accepts, x.accepts),
        timer_at = p_timer, timer_wait = p_wait, -- rule: wait ids when alone
        due_at = v_due, lease_until = null, owner = null, open_from = null
      where x.lane = p_lane and x.fence = p_fence and x.owner is not null and x.seq = p_seq and x.open_from = p_seq -- rule: fence when alone
      returning x.bot, x.channel, x.message_no - v_count as message_no, x.outbox_no - v_outs as outbox_no, x.session_no, x.interrupt into l;
    v_alone := found;
  end if;
  if not v_alone then
    update lanes.lanes x set fence = p_fence + 1, message_no = x.message_no + v_count, outbox_no = x.outbox_no + v_outs, contact = coalesce(x.contact, p_contact),
        deliver_at = coalesce(x.deliver_at, v_deliver), accepts = coalesce(p_accepts, x.accepts),
        timer_at = case when p_touches then p_timer else x.timer_at end, timer_wait = case when p_touches then p_wait else x.timer_wait end, -- rule: wait ids
        session_no = case when p_restart is null then x.session_no else x.session_no + 1 end, lease_until = v_until
      where x.lane = p_lane and x.fence = p_fence and x.owner is not null -- rule: fence
      returning x.bot, x.channel, x.message_no - v_count as message_no, x.outbox_no - v_outs as outbox_no, x.session_no, x.interrupt into l;
    if not found then return null; end if;
  end if;

  if p_keep then
    update lanes.inbox i set told = true where i.lane = p_lane and i.seq = p_seq;
  elsif p_aside is not null then
    update lanes.inbox i set set_aside_at = p_now, error = p_aside where i.lane = p_lane and i.seq = p_seq;
  elsif not v_alone then
    update lanes.inbox i set done_at = p_now where i.lane = p_lane and i.seq = p_seq;
  end if;

  if p_touches then
    if p_restart is null then
      update lanes.sessions x set snapshot = p_snapshot, host = p_host, wait = p_wait, turn = p_seq, last_at = coalesce(p_last_at, x.last_at), expires_at = p_expires_at,
          ended_at = coalesce(x.ended_at, v_ended), ended = coalesce(x.ended, p_ended),
          release = coalesce(p_move, x.release), contact = coalesce(x.contact, p_contact)
        where x.lane = p_lane and x.no = l.session_no;
    else
      update lanes.sessions x set ended_at = p_now, ended = p_restart ->> 'reason' where x.lane = p_lane and x.no = l.session_no - 1 and x.ended_at is null;
      insert into lanes.sessions (lane, no, bot, channel, contact, release, started_at, last_at, expires_at, ended_at, ended, turn, wait, snapshot, host)
        values (p_lane, l.session_no, l.bot, l.channel, p_contact, (p_restart ->> 'release')::uuid, p_now, coalesce(p_last_at, p_now),
          p_expires_at, v_ended, p_ended, p_seq, p_wait, p_snapshot, p_host);
    end if;
  end if;

  if not p_keep then
    insert into lanes.turns (lane, seq, session_no, bot, channel, release, kind, event, status, attempts, error, received_at, created_at, message_no, messages, snapshot, trace)
      values (p_lane, p_seq, l.session_no, l.bot, l.channel, p_release, p_kind, p_event, case when p_aside is null then 'done' else 'setAside' end,
        p_attempts, coalesce(p_aside, p_failure), p_received_at, p_now, l.message_no, v_count, p_snapshot, p_trace);
  end if;
  -- Two at a time: what is heard and its answer are one statement.
  for n in 1 .. v_count by 2 loop
    if n < v_count then
      insert into lanes.messages (lane, no, turn, session_no, direction, body, created_at)
        values (p_lane, l.message_no + n, p_seq, l.session_no, case when n = 1 and p_heard then 'in' else 'out' end, p_messages[n], p_now),
          (p_lane, l.message_no + n + 1, p_seq, l.session_no, 'out', p_messages[n + 1], p_now);
    else
      insert into lanes.messages (lane, no, turn, session_no, direction, body, created_at)
        values (p_lane, l.message_no + n, p_seq, l.session_no, case when n = 1 and p_heard then 'in' else 'out' end, p_messages[n], p_now);
    end if;
  end loop;
  for n in 1 .. v_outs loop
    insert into lanes.outbox (lane, no, turn, kind, payload, created_at)
      values (p_lane, l.outbox_no + n, p_seq, p_outbox -> (n - 1) ->> 'kind', p_outbox -> (n - 1) -> 'payload', p_now);
  end loop;

  if v_alone then return json_build_object('messageNo', l.message_no, 'interrupt', l.interrupt); end if;
  if p_owner is not null then
    return json_build_object('messageNo', l.message_no, 'interrupt', l.interrupt, 'work', lanes.work_1(p_lane, p_now, v_until));
  end if;
  -- The holder takes no more work (it is stopping): whoever sweeps next goes on.
  update lanes.lanes x set owner = null, lease_until = null, interrupt = 0, due_at = p_now where x.lane = p_lane;
  return json_build_object('messageNo', l.message_no, 'interrupt', l.interrupt);
end $$;
