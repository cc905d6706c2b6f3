import { again } from './tests.data.mjs';

const jobs = 'runtime/jobs/jobs.test.ts';
const sending = { test: 'runtime/turns/deliverLane.test.ts' };
const several = { test: 'runtime/turns/neighbours.test.ts' };
const lanes = { test: 'db/functions/lanes.model.test.ts', name: '2,000 random histories' };

/** Of DESIGN section 7: lanes, deliveries, and the processes that work on them. */
export const laneFaults = [
  // Lanes.
  { section: 7, rule: 'a message beyond the limit is not stored', file: 'db/functions/ingest_1.sql', find: "if l.rate_at > v_latest then return '{\"refused\":\"limited\"}'; end if;", replace: '', ...lanes },
  { section: 7, rule: 'the oldest takeable row is returned', file: 'db/functions/work_1.sql', find: 'order by i.kind, i.seq -- rule: oldest', replace: 'order by i.seq desc', ...lanes },
  { section: 7, rule: 'ingest returns the oldest row, never "mine"', file: 'db/functions/ingest_1.sql', find: 'if not v_next then -- rule: oldest in ingest', replace: 'if false then', ...lanes },
  { section: 7, rule: 'a commit is fenced', file: 'db/functions/commit_1.sql', find: 'and x.fence = p_fence and x.owner is not null -- rule: fence\n', replace: '\n', ...lanes },
  { section: 7, rule: 'a commit of a lane with nothing else to do is fenced', file: 'db/functions/commit_1.sql', find: 'and x.fence = p_fence and x.owner is not null and x.seq', replace: 'and x.seq', ...lanes },
  { section: 7, rule: 'a function touches its own lane only', file: 'db/functions/work_1.sql', find: 'where i.lane = p_lane -- rule: own lane', replace: 'where true', ...lanes },
  { section: 7, rule: 'attempts are counted when a row is taken', file: 'db/functions/work_1.sql', find: 'set attempts = i.attempts + 1 -- rule: count on take', replace: 'set attempts = i.attempts', ...lanes },
  { section: 7, rule: 'leaving a wait deletes its timer', file: 'db/functions/commit_1.sql', find: 'timer_at = p_timer, timer_wait = p_wait, -- rule: wait ids when alone', replace: 'timer_at = coalesce(p_timer, x.timer_at), timer_wait = coalesce(p_wait, x.timer_wait),', ...lanes },
  { section: 7, rule: 'a repeated id makes no second turn', file: 'db/functions/ingest_1.sql', find: 'on conflict (lane, key) where key is not null do nothing;\n  if not found then', replace: 'on conflict (lane, key) where key is not null do nothing;\n  if false then', ...lanes },
  { section: 7, rule: 'control comes before messages', file: 'db/functions/work_1.sql', find: 'order by i.kind, i.seq -- rule: oldest', replace: 'order by i.seq', ...lanes },
  { section: 7, rule: 'a message waits until the machine can take one', file: 'db/functions/work_1.sql', find: '(i.kind = \'control\' or l.accepts = \'yes\' or (l.accepts = \'once\' and not i.told))', replace: 'true', ...lanes },
  { section: 7, rule: 'a pause of the bot holds its lanes', file: 'db/functions/work_1.sql', find: 'if v_open is not null and v_paused is not true then', replace: 'if v_open is not null then', ...lanes },
  { section: 7, rule: 'a row that failed waits for its time', file: 'db/functions/work_1.sql', find: 'if r.not_before > p_now then', replace: 'if false then', ...lanes },
  { section: 7, rule: 'a timer that is due is a turn', file: 'db/functions/work_1.sql', find: 'if l.timer_at <= p_now and v_paused is not true then', replace: 'if false then', ...lanes },
  { section: 7, rule: 'a lane has one holder at a time', file: 'db/functions/ingest_1.sql', find: 'v_mine := p_owner is not null and (l.owner is null or l.lease_until < v_now);', replace: 'v_mine := p_owner is not null;', ...lanes },
  { section: 7, rule: 'a lane whose holder died is taken over', file: 'db/functions/take_1.sql', find: '((l.owner is not null and l.lease_until < v_now) or (l.owner is null and l.due_at <= p_now))', replace: '(l.owner is null and l.due_at <= p_now)', ...lanes },
  { section: 7, rule: 'a journal entry is fenced', file: 'db/functions/journal_1.sql', find: 'and l.fence = p_fence and l.owner is not null -- rule', replace: '-- rule', ...lanes },
  { section: 7, rule: 'an extension is fenced', file: 'db/functions/extend_1.sql', find: 'and l.fence = p_fence and l.owner is not null -- rule', replace: '-- rule', ...lanes },
  { section: 7, rule: 'an extension tells who wants attention', file: 'db/functions/extend_1.sql', find: 'returning l.interrupt into interrupt;', replace: 'returning 0 into interrupt;', ...lanes },
  { section: 7, rule: 'the release is pinned when a message is stored', file: 'db/functions/work_1.sql', find: 'begin_1(p_lane, l.session_no, r.created_at, r.release) b;', replace: 'begin_1(p_lane, l.session_no, r.created_at, (select v.release from lanes.live v where v.bot = l.bot)) b;', ...lanes },
  { section: 7, rule: 'what is known about a contact goes along to the next session', file: 'db/functions/begin_1.sql', find: "json_build_object('contact', host -> 'contact')", replace: "'{}'::json", ...lanes },
  { section: 7, rule: 'the lane of a contact is known on arrival', file: 'runtime/lib/laneId.ts', find: '& 0x0f) | 0x50', replace: '& 0x0f) | 0x40', test: 'runtime/lib/laneId.test.ts' },
  { section: 7, rule: 'every key of a hot table begins with the lane', file: 'db/migrations/0010_lanes.sql', find: 'constraint turns_pkey primary key (lane, seq)', replace: 'constraint turns_pkey primary key (seq, lane)', test: 'db/functions/lanes.lint.test.ts', name: 'R1' },
  { section: 7, rule: 'nobody is told inside a writing transaction', file: 'db/functions/extend_1.sql', find: '  ok := found;', replace: "  ok := found; perform pg_notify('parley_turns', '');", test: 'db/functions/lanes.lint.test.ts', name: 'R5' },
  { section: 7, rule: 'what a crash cut off is due at once where no holder can be left', file: 'db/laneSweeps.ts', find: 'where lease_until is not null', replace: 'where false', test: 'db/laneSweeps.test.ts' },
  { section: 7, rule: 'a repeated id is told which turn was the first', file: 'db/functions/ingest_1.sql', find: 'select i.seq into v_stored from lanes.inbox i where i.lane = p_lane and i.key = p_key;', replace: '', ...lanes },
  { section: 7, rule: 'a failure is fenced', file: 'db/functions/fail_1.sql', find: 'l.fence = p_fence and ', replace: '', ...lanes },

  // The pipe, and what is on disk.
  { section: 7, rule: 'the disk is left to a later commit in the one transaction that says so', file: 'db/functions/ingest_1.sql', find: "set_config('synchronous_commit', 'off', true)", replace: "set_config('synchronous_commit', 'off', false)", test: 'runtime/turns/lazy.test.ts', name: 'in that one transaction only' },
  { section: 7, rule: 'an effect has a key only of a row that is on disk', file: 'runtime/turns/perform.ts', find: "if (effect === 'keyed') await notes.secure();", replace: '', test: 'runtime/turns/lazy.test.ts', name: 'with an effect that is keyed' },
  { section: 7, rule: 'nothing is acknowledged before it is on disk', file: 'runtime/channels/rest/door.ts', find: 'waits && !response.destroyed ? await intake.receive(arrival) : receipt', replace: 'receipt', test: 'runtime/turns/lazy.test.ts', name: 'a sender that is told to ask again later' },
  { section: 7, rule: 'slow calls do not wait for each other', file: 'db/pipe.ts', find: 'if (line.inFlight === 0 || line.inFlight * line.callMs < waitMs) return line;', replace: 'return line;', test: 'db/pipe.test.ts', name: 'short calls share one' },
  { section: 7, rule: 'a call behind a lock holds up no other', file: 'db/pipe.ts', find: '!line.isOpen || isStuck(line)', replace: '!line.isOpen', test: 'db/pipe.test.ts', name: 'holds up none that come later' },
  { section: 7, rule: 'one more connection stays only where it brings something', file: 'db/pipeWidth.ts', find: 'if (!stays) width -= 1;', replace: '', test: 'db/pipeWidth.test.ts', name: 'stays at one' },
  { section: 7, rule: 'what a connection brings is asked again', file: 'db/pipeWidth.ts', find: 'if (hasRested && width > 1) width -= 1;', replace: '', test: 'db/pipeWidth.test.ts', name: 'goes back when calls begin to hinder' },

  // Deliveries and streams.
  { section: 7, rule: 'deliveries are fenced', file: 'db/functions/deliveries_done_1.sql', find: 'l.delivery_fence = p_fence and ', replace: '', ...lanes },
  { section: 7, rule: 'deliveries of a lane have one holder', file: 'db/functions/deliveries_take_1.sql', find: ' and (l.delivery_owner is null or l.delivery_until < v_now)', replace: '', ...lanes },
  { section: 7, rule: 'deliveries whose holder died are taken over', file: 'db/functions/deliveries_take_1.sql', find: '(l.delivery_owner is null or l.delivery_until < v_now)', replace: 'l.delivery_owner is null', ...lanes },
  { section: 7, rule: 'a delivery that is held back is fenced', file: 'db/functions/deliveries_hold_1.sql', find: 'and l.delivery_fence = p_fence and l.delivery_owner is not null; --', replace: '; --', ...lanes },
  { section: 7, rule: 'a delivery that is held back is no attempt', file: 'db/functions/deliveries_hold_1.sql', find: 'attempts = o.attempts - 1, ', replace: '', ...sending, name: 'while the channel is paused' },
  { section: 7, rule: 'a paused channel sends nothing', file: 'runtime/turns/deliverLane.ts', find: "if (channel.paused) return 'held';", replace: '', ...sending, name: 'while the channel is paused' },
  { section: 7, rule: 'a channel that goes on sends what waited', file: 'runtime/commands/changeChannel.ts', find: 'if (body.paused === false) await', replace: 'if (false) await', ...sending, name: 'while the channel is paused' },
  { section: 7, rule: 'what may have arrived is sent again once', file: 'runtime/turns/deliverLane.ts', find: "if (type.delivery !== 'keyed' && row.doubts > 1)", replace: 'if (false)', ...sending, name: 'again once' },
  { section: 7, rule: 'what the other side knows repeats of is sent until it is taken', file: 'runtime/turns/deliverLane.ts', find: "if (type.delivery !== 'keyed' && row.doubts > 1)", replace: 'if (row.doubts > 1)', ...sending, name: 'knows repeats' },
  { section: 7, rule: 'what trying again cannot help is not tried again', file: 'runtime/turns/deliverLane.ts', find: 'if (!retry || pause === undefined)', replace: 'if (pause === undefined)', test: 'runtime/channels/rest/rest.test.ts', name: 'a refusal is final' },
  { section: 7, rule: 'an attempt that was never reported is in doubt', file: 'db/functions/deliveries_next_1.sql', find: 'doubts = o.doubts + case when o.sending then 1 else 0 end, ', replace: '', ...lanes },
  { section: 7, rule: 'deliveries are sent in order', file: 'db/functions/deliveries_next_1.sql', find: 'o.no = p_after + 1', replace: 'o.no >= p_after + 1 and o.no = (select max(z.no) from lanes.outbox z where z.lane = p_lane)', ...lanes },
  { section: 7, rule: 'an attempt in doubt is marked', file: 'runtime/turns/deliverLane.ts', find: 'doubt: row.doubts > 0,', replace: 'doubt: false,', test: 'runtime/channels/rest/rest.test.ts', name: 'leaves a doubt' },
  { section: 7, rule: 'a newer attempt clears what the older one showed', file: 'studio/chat/log.ts', find: 'const before = same && frame.attempt === now.attempt ? now.text', replace: 'const before = same ? now.text', test: 'studio/chat/log.test.ts', name: 'a newer attempt clears' },
  { section: 7, rule: 'an older attempt shows nothing any more', file: 'studio/chat/log.ts', find: 'frame.attempt < now.attempt || ', replace: '', test: 'studio/chat/log.test.ts', name: 'a newer attempt clears' },
  { section: 7, rule: 'pieces of an answer name their attempt', file: 'runtime/turns/perform.ts', find: 'attempt: attempt + round / 100', replace: 'attempt: 1 + round / 100', ...again, name: 'streams under' },
  { section: 7, rule: 'pieces of a deferred answer name their attempt', file: 'runtime/turns/runDeferred.ts', find: 'attempt: work.attempts + round / 100', replace: 'attempt: 1 + round / 100', ...again, name: 'streams under' },
  { section: 7, rule: 'pieces of an answer are gathered', file: 'runtime/turns/bus.ts', find: 'timer ??= setTimeout(flush, frameMs);', replace: 'flush();', test: 'runtime/channels/web/web.test.ts', name: 'gathered' },
  { section: 7, rule: 'a chat goes on from the last message it saw', file: 'runtime/channels/web/sockets.ts', find: 'let sent = after;', replace: 'let sent = 0;', test: 'runtime/channels/web/web.test.ts', name: 'after being away' },
  { section: 7, rule: 'the committed message replaces what was streamed', file: 'studio/chat/log.ts', find: 'if (log.messages.some((item) => item.turn === frame.turn)) return log;', replace: '', test: 'studio/chat/log.test.ts', name: 'a newer attempt clears' },

  // Processes, jobs and retention.
  { section: 7, rule: 'jobs of a process without a beat are given back', file: 'db/queries/jobs.ts', find: 'where j.pool = h.pool and p.beat_at > clock_timestamp() - make_interval(secs => $1))', replace: 'where j.pool = h.pool)', test: jobs, name: 'silent, gone or unknown' },
  { section: 7, rule: 'jobs of a process that beats stay', file: 'db/queries/jobs.ts', find: 'where h.last < clock_timestamp() - make_interval(secs => $1) and not exists (', replace: 'where h.last < clock_timestamp() - make_interval(secs => $1) or not exists (', test: jobs, name: 'silent, gone or unknown' },
  { section: 7, rule: 'a job exists if and only if its transaction commits', file: 'db/queries/jobs.ts', find: 'if (transaction) await', replace: 'if (transaction && false) await', test: jobs, name: 'when their transaction has committed' },
  { section: 7, rule: 'a process says every second that it is alive', file: 'runtime/turns/neighbours.ts', find: 'beating = setInterval(() => void count()', replace: 'beating = setInterval(() => void Promise.resolve()', ...several, name: 'every second' },
  { section: 7, rule: 'a process that is alone tells nobody', file: 'runtime/turns/neighbours.ts', find: 'if (!several) return;', replace: '', ...several, name: 'tells nobody' },
  { section: 7, rule: 'an embedded database has one process', file: 'runtime/turns/neighbours.ts', find: ' > 1 && !alone;', replace: ' > 1;', ...several, name: 'tells nobody' },
  { section: 7, rule: 'other processes are told', file: 'runtime/turns/neighbours.ts', find: ' > 1 && !alone;', replace: ' > 99;', ...several, name: 'tells nobody' },
  { section: 7, rule: 'other processes are told of many turns at once', file: 'runtime/turns/neighbours.ts', find: 'gathering ??= setTimeout(flush, gatherMs);', replace: 'flush();', ...several, name: 'tells nobody' },
  { section: 7, rule: 'what nobody was told of is found within a second', file: 'runtime/turns/createTurns.ts', find: 'if (!stopping) sweepOn();', replace: '', ...several, name: 'nobody told them' },
  { section: 7, rule: 'a process runs the services it is told to', file: 'runtime/turns/createTurns.ts', find: 'mayRun: () => runsTurns && ', replace: 'mayRun: () => ', ...several, name: 'nobody told them' },
  { section: 7, rule: 'what was said goes at the day its bot says', file: 'runtime/jobs/retention.ts', find: 'deleteConversations(db.lanes, { bots, before: before(days) })', replace: 'deleteConversations(db.lanes, { bots, before: before(365) })', test: jobs, name: 'as each bot says' },
  { section: 7, rule: 'an open session outlives the retention', file: 'db/queries/retention.ts', find: "update lanes.sessions x set snapshot = null where x.lane = any ($1::uuid[]) and x.ended_at < $2", replace: "update lanes.sessions x set snapshot = null where x.lane = any ($1::uuid[]) and x.started_at < $2", test: jobs, name: 'as each bot says' },
  { section: 7, rule: 'what a contact’s next session needs is kept', file: 'db/queries/retention.ts', find: "\n      and exists (select from lanes.lanes l where l.lane = x.lane and l.session_no > x.no)`", replace: '`', test: jobs, name: 'as each bot says' },
  { section: 7, rule: 'what is not finished is not deleted', file: 'db/queries/retention.ts', find: "outbox: 'x.done_at is not null'", replace: "outbox: 'true'", test: jobs, name: 'set aside' },
  { section: 7, rule: 'what was set aside is kept for a person to see', file: 'db/queries/retention.ts', find: "inbox: 'x.set_aside_at is null and (", replace: "inbox: 'true and (x.set_aside_at is not null or ", test: jobs, name: 'set aside' },
  { section: 7, rule: 'the journal of an open row is kept', file: 'db/queries/retention.ts', find: 'i.done_at is null and (i.set_aside_at is not null or i.seq >= l.open_from))`', replace: 'false)`', test: jobs, name: 'set aside' },
  { section: 7, rule: 'outbox and journal are kept for 30 days', file: 'runtime/jobs/retention.ts', find: 'outbox: 30, journal: 30', replace: 'outbox: 7, journal: 7', test: jobs, name: 'set aside' },
  { section: 7, rule: 'inbox rows are kept for 7 days', file: 'runtime/jobs/retention.ts', find: 'inbox: 7,', replace: 'inbox: 30,', test: jobs, name: 'set aside' },
];
