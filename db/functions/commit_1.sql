-- Ends one row's turn: session, log, outgoing rows, timers and the done row change together, or nothing does (ok = false: the
-- lane belongs to somebody else now). Returns the lane's next takeable row when there is one and p_owner is given, else frees it.
-- p_session {snapshot, host, wait, lastAt?, expiresAt?, ended?, release?, restart?: {reason, release}, contact?}; null = no session touched.
-- p_turn {kind, event, attempts, release?, receivedAt, error?, keep?}; error = it ended in the flow's error route; keep = the row
-- stays open, told. p_error set = set aside with it.
-- p_accepts null = as before. p_messages [{direction, body}], p_outbox [{kind, payload}], p_timer = deadline of the wait the session rests
-- in now, null = it has none.
create function lanes.commit_1(p_lane uuid, p_fence bigint, p_seq bigint, p_now timestamptz, p_session jsonb, p_turn jsonb, p_trace jsonb,
  p_messages jsonb, p_outbox jsonb, p_timer timestamptz, p_accepts text, p_error text, p_owner text, p_lease_ms integer,
  out ok boolean, out wanted smallint, out message_no bigint,
  out fence bigint, out seq bigint, out kind text, out payload jsonb, out received_at timestamptz, out live_release uuid, out attempts integer, out told boolean,
  out session_no bigint, out is_session_new boolean, out release uuid, out snapshot jsonb, out host jsonb, out last_at timestamptz, out expires_at timestamptz,
  out contact uuid, out bot uuid, out channel uuid, out journal jsonb)
language plpgsql as $$
declare
  v_now timestamptz := clock_timestamp();
  v_until timestamptz := v_now + p_lease_ms * interval '1 millisecond';
  v_messages integer := coalesce(jsonb_array_length(p_messages), 0);
  v_outs integer := coalesce(jsonb_array_length(p_outbox), 0);
  v_keep boolean := coalesce((p_turn ->> 'keep')::boolean, false);
  v_wait bigint := (p_session ->> 'wait')::bigint;
  v_expires timestamptz := (p_session ->> 'expiresAt')::timestamptz;
  v_ended text := p_session ->> 'ended';
  v_restart jsonb := p_session -> 'restart';
  v_contact uuid := (p_session ->> 'contact')::uuid;
  -- Nothing of this lane is left to look at, as far as the arguments tell: where nothing else waits in it, it is freed at once.
  v_clear boolean := p_session is not null and not v_keep;
  v_timer timestamptz := case when v_ended is null then p_timer end;
  v_due timestamptz := case when v_ended is null then least(v_timer, v_expires) end;
  l record;
begin
  -- The fence moves on with every turn, so that a commit sent twice is refused the second time.
  update lanes.lanes x set fence = p_fence + 1, message_no = x.message_no + v_messages, outbox_no = x.outbox_no + v_outs,
      session_no = case when v_restart is null then x.session_no else x.session_no + 1 end, contact = coalesce(x.contact, v_contact),
      deliver_at = case when v_outs > 0 then coalesce(x.deliver_at, p_now) else x.deliver_at end, accepts = coalesce(p_accepts, x.accepts),
      has_timers = case when p_session is null then x.has_timers else v_timer is not null end,
      due_at = case when v_clear and x.seq = p_seq and x.open_from = p_seq then v_due else x.due_at end,
      lease_until = case when v_clear and x.seq = p_seq and x.open_from = p_seq then null else v_until end,
      owner = case when v_clear and x.seq = p_seq and x.open_from = p_seq then null else x.owner end,
      open_from = case when v_clear and x.seq = p_seq and x.open_from = p_seq then null else x.open_from end
    where x.lane = p_lane and x.fence = p_fence and x.owner is not null -- rule: fence
    returning x.bot, x.channel, x.message_no - v_messages as message_no, x.outbox_no - v_outs as outbox_no, x.session_no, x.interrupt, x.owner into l;
  ok := found;
  if not ok then return; end if;
  wanted := l.interrupt; message_no := l.message_no; session_no := l.session_no;

  if v_keep then
    update lanes.inbox i set told = true where i.lane = p_lane and i.seq = p_seq;
  elsif p_error is null then
    update lanes.inbox i set done_at = p_now where i.lane = p_lane and i.seq = p_seq;
  else
    update lanes.inbox i set set_aside_at = p_now, error = p_error where i.lane = p_lane and i.seq = p_seq;
  end if;

  if p_session is not null then
    if v_restart is not null then
      update lanes.sessions x set ended_at = p_now, ended = v_restart ->> 'reason' where x.lane = p_lane and x.no = session_no - 1 and x.ended_at is null;
      insert into lanes.sessions (lane, no, bot, channel, contact, release, started_at, last_at, expires_at, ended_at, ended, turn, wait, snapshot, host)
        values (p_lane, session_no, l.bot, l.channel, v_contact, (v_restart ->> 'release')::uuid, p_now, coalesce((p_session ->> 'lastAt')::timestamptz, p_now),
          v_expires, case when v_ended is null then null else p_now end, v_ended, p_seq, v_wait, p_session -> 'snapshot', coalesce(p_session -> 'host', '{}'));
    else
      update lanes.sessions x set snapshot = p_session -> 'snapshot', host = coalesce(p_session -> 'host', x.host), wait = v_wait, turn = p_seq,
          last_at = coalesce((p_session ->> 'lastAt')::timestamptz, x.last_at), expires_at = v_expires,
          ended_at = case when v_ended is null then x.ended_at else coalesce(x.ended_at, p_now) end, ended = coalesce(x.ended, v_ended),
          release = coalesce((p_session ->> 'release')::uuid, x.release), contact = coalesce(x.contact, v_contact)
        where x.lane = p_lane and x.no = session_no;
    end if;
    -- A session rests in one wait, so a lane has one timer at most.
    if v_timer is null then
      delete from lanes.timers t where t.lane = p_lane; -- rule: wait ids
    else
      update lanes.timers t set session_no = commit_1.session_no, wait = v_wait, due_at = v_timer where t.lane = p_lane;
      if not found then insert into lanes.timers (lane, session_no, wait, due_at) values (p_lane, session_no, v_wait, v_timer); end if;
    end if;
  end if;

  if not v_keep then
    insert into lanes.turns (lane, seq, session_no, bot, channel, release, kind, event, status, attempts, error, received_at, created_at, message_no, messages, snapshot, trace)
      values (p_lane, p_seq, session_no, l.bot, l.channel, (p_turn ->> 'release')::uuid, p_turn ->> 'kind', p_turn ->> 'event', case when p_error is null then 'done' else 'setAside' end,
        (p_turn ->> 'attempts')::integer, coalesce(p_error, p_turn ->> 'error'), (p_turn ->> 'receivedAt')::timestamptz, p_now, message_no, v_messages, p_session -> 'snapshot', p_trace);
  end if;
  for n in 1 .. v_messages loop
    insert into lanes.messages (lane, no, turn, session_no, direction, body, created_at)
      values (p_lane, message_no + n, p_seq, session_no, p_messages -> (n - 1) ->> 'direction', p_messages -> (n - 1) -> 'body', p_now);
  end loop;
  for n in 1 .. v_outs loop
    insert into lanes.outbox (lane, no, turn, kind, payload, created_at)
      values (p_lane, l.outbox_no + n, p_seq, p_outbox -> (n - 1) ->> 'kind', p_outbox -> (n - 1) -> 'payload', p_now);
  end loop;

  session_no := null;
  if l.owner is null then return; end if;
  if p_owner is null then
    -- The holder takes no more work (it is stopping): whoever sweeps next goes on.
    update lanes.lanes x set owner = null, lease_until = null, interrupt = 0, due_at = p_now where x.lane = p_lane;
    return;
  end if;
  select w.fence, w.seq, w.kind, w.payload, w.received_at, w.live_release, w.attempts, w.told, w.session_no, w.is_session_new, w.release, w.snapshot, w.host,
      w.last_at, w.expires_at, w.contact, w.bot, w.channel, w.journal
    into fence, seq, kind, payload, received_at, live_release, attempts, told, session_no, is_session_new, release, snapshot, host, last_at, expires_at, contact, bot, channel, journal
    from lanes.work_1(p_lane, p_now, v_until) w;
end $$;
