import { again, turns } from './tests.data.mjs';

const crashes = 'runtime/turns/faults.test.ts';
const meanwhile = 'runtime/turns/meanwhile.test.ts';
const slow = { test: 'runtime/turns/slowEffects.test.ts' };

/** Of DESIGN section 7: what a turn promises. */
export const turnFaults = [
  // Sessions, dialogs, and who is heard.
  { section: 7, rule: 'dialogs hear before the flow', file: 'runtime/turns/advance.ts', find: 'if (run.host.session.dialog) return hearDialog', replace: 'if (run.snapshot === null && run.host.session.dialog) return hearDialog', test: turns },
  { section: 7, rule: 'consent is asked before anything', file: 'runtime/turns/advance.ts', find: 'if (needsConsent(run)) openDialog', replace: 'if (false) openDialog', test: turns },
  { section: 7, rule: 'a late tap is told so and the question asked again', file: 'runtime/turns/advance.ts', find: ' && run.said.length === 0) answerLate(run);', replace: ' && run.said.length > 99) answerLate(run);', test: turns },
  { section: 7, rule: 'a machine that answers itself is left alone', file: 'shared/host/hearEcho.ts', find: 'silent: count > most', replace: 'silent: false', test: turns },
  { section: 7, rule: 'a voice message nobody can listen to gets a clear sentence', file: 'runtime/turns/advance.ts', find: "if (run.turn.unheard) return sayText(run, wordsOf(run, 'unheard'));", replace: '', test: turns, name: 'a voice message' },
  { section: 7, rule: 'a dialog that has nothing to ask goes on', file: 'runtime/turns/feed.ts', find: 'if (run.settled) {', replace: 'if (false) {', test: turns, name: 'nothing to ask' },
  { section: 7, rule: 'a bot that goes on answers at once', file: 'runtime/commands/changeBot.ts', find: 'if (change.paused === false) await', replace: 'if (false) await', test: turns, name: 'a bot that goes on' },
  { section: 7, rule: 'a contact writes only so fast', file: 'runtime/channels/web/webChats.ts', find: 'channel: of, limit: web.limit', replace: 'channel: of, limit: null', test: 'runtime/channels/web/web.test.ts', name: 'one too many' },
  { section: 7, rule: 'a paused chat takes nothing in', file: 'runtime/channels/web/webChats.ts', find: "if (of.paused) return { ok: false, code: 'unavailable', message: 'This chat is paused.' };", replace: '', test: 'runtime/channels/web/web.test.ts', name: 'a paused channel' },
  { section: 7, rule: 'a paused address takes nothing in', file: 'runtime/channels/rest/door.ts', find: 'if (channel.paused) throw paused();', replace: '', test: 'runtime/channels/rest/rest.test.ts', name: 'a paused channel' },
  { section: 7, rule: 'a bot that was never published takes nothing in', file: 'db/functions/ingest_1.sql', find: 'elsif v_live is null then', replace: 'elsif false then', test: 'runtime/channels/rest/rest.test.ts', name: 'an unpublished bot' },
  { section: 7, rule: 'after a final state the next message starts anew', file: 'db/functions/ingest_1.sql', find: '(l.session_no = 0 or s.ended_at is not null or s.expires_at <= p_now)', replace: '(l.session_no = 0 or s.expires_at <= p_now)', test: turns, name: 'the first message starts' },
  { section: 7, rule: 'a turn keeps what it did', file: 'runtime/turns/deliver.ts', find: '    trace, messages, outbox,', replace: '    trace: null, messages, outbox,', test: turns, name: 'a late tap' },
  { section: 7, rule: 'the session ends hours after the last message', file: 'runtime/turns/deliver.ts', find: 'release.settings.sessionHours * 3_600_000', replace: 'release.settings.sessionHours * 7_200_000', test: turns, name: 'a session ends 24 h' },
  { section: 7, rule: 'a session does not end while a timer or an effect runs', file: 'runtime/turns/deliver.ts', find: 'expiresAt: rest.awake ? null : ', replace: 'expiresAt: ', test: turns, name: 'a session ends 24 h' },
  { section: 7, rule: 'messages are kept while time has to pass', file: 'runtime/turns/deliver.ts', find: "!('meanwhile' in wait)) return", replace: "wait.for !== 'result') return", test: 'runtime/turns/waits.test.ts', name: 'outlives' },
  { section: 7, rule: 'after a wait the contact has the hours of a session again', file: 'runtime/turns/deliver.ts', find: 'spoke || wakes.has(turn.event.type) ?', replace: 'spoke && false ?', test: 'runtime/turns/waits.test.ts', name: 'outlives' },
  { section: 7, rule: 'another number is no slip of the finger', file: 'shared/answers/findOption.ts', find: 'if (!agree(told, numbersIn(name.words))) continue;', replace: '', test: 'shared/answers/recognise.test.ts', name: '10:30, bay South' },

  // Effects: the journal, and a process that dies.
  { section: 7, rule: 'a process past its lease stops before its next effect', file: 'runtime/turns/hold.ts', find: 'if (hold.lost || performance.now() > hold.until)', replace: 'if (false)', test: crashes },
  { section: 7, rule: 'recovery goes on from the journal instead of calling again', file: 'runtime/turns/notes.ts', find: 'if (!entry) return undefined;', replace: 'if (entry ?? true) return undefined;', test: crashes },
  { section: 7, rule: 'an intent without a result is unknown', file: 'runtime/turns/notes.ts', find: "outcome: 'unknown', error: 'The process", replace: "outcome: 'failed', error: 'The process", test: crashes },
  { section: 7, rule: 'an unsafe effect writes its intent first', file: 'runtime/turns/perform.ts', find: "if (effect === 'unsafe') await notes.write(at, action.type, undefined);", replace: '', test: crashes },
  { section: 7, rule: 'what an effect was made of is noted before the outside sees it', file: 'runtime/turns/perform.ts', find: "if (effect === 'keyed' || effect === 'unsafe') await notes.flush();", replace: '', test: crashes },
  { section: 7, rule: 'after three attempts a row is set aside', file: 'runtime/turns/lanesAtWork.ts', find: 'work.failures + 1 < mostFailures', replace: 'work.failures + 1 < 99', test: crashes },
  { section: 7, rule: 'a row that kills its process is not tried for ever', file: 'runtime/turns/lanesAtWork.ts', find: 'work.attempts - work.failures > mostVanished', replace: 'work.attempts - work.failures > 99', test: crashes },
  { section: 7, rule: 'a turn’s clock is its row’s', file: 'runtime/turns/receive.ts', find: 'at: work.receivedAt, release', replace: 'at: context.clock.now(), release', ...again, name: 'after a crash' },
  { section: 7, rule: 'an effect’s clock is its row’s', file: 'runtime/turns/perform.ts', find: 'now: run.turn.work.receivedAt,', replace: 'now: context.clock.now(),', ...again, name: 'after a crash' },
  { section: 7, rule: 'chance in a turn is its row’s', file: 'runtime/turns/facts.ts', find: 'seed: seedOf(`${lane}.${seq}`),', replace: 'seed: Math.floor(Math.random() * 2 ** 32),', ...again, name: 'after a crash' },
  { section: 7, rule: 'every turn has a chance of its own', file: 'runtime/turns/facts.ts', find: 'seed: seedOf(`${lane}.${seq}`),', replace: 'seed: seedOf(lane),', ...again, name: 'after a crash' },
  { section: 7, rule: 'every effect has a chance of its own', file: 'runtime/turns/perform.ts', find: 'seed: seedOf(key)', replace: 'seed: run.facts.seed', ...slow, name: 'a chance of its own' },
  { section: 7, rule: 'an effect that is deferred has its own as well', file: 'runtime/turns/runDeferred.ts', find: 'seed: seedOf(event.key)', replace: 'seed: 1', ...slow, name: 'a chance of its own' },
  { section: 7, rule: 'a slow turn keeps its lane', file: 'runtime/turns/lanesAtWork.ts', find: 'if (now - hold.beatAt < times.beatMs) continue;', replace: 'continue;', test: crashes, name: 'a slow turn' },
  { section: 7, rule: 'the apology does not run the flow', file: 'runtime/turns/setAside.ts', find: "const spoken = event?.type === 'message' || stranded ?", replace: "const spoken = stranded ?", test: crashes },

  // Effects that take long, hand-over and requests.
  { section: 7, rule: 'a turn has a deadline', file: 'runtime/turns/callWithin.ts', find: 'const left = Math.max(0, turnMs - (performance.now() - hold.startedAt));', replace: 'const left = 2 ** 30;', test: crashes, name: 'a turn has a deadline' },
  { section: 7, rule: 'a slow call blocks no other lane', file: 'runtime/turns/createTurns.ts', find: 'const mostTurns = 1_000;', replace: 'const mostTurns = 1;', ...slow, name: 'holds up no other' },
  { section: 7, rule: 'a slow call holds no connection', file: 'runtime/turns/perform.ts', find: "settle(() => performer.perform(action, toolsOf(context, { run, hold, ordinal: at, attempt, signal })), effect === 'unsafe'));", replace: "context.db.pool.connect().then((client) => settle(() => performer.perform(action, toolsOf(context, { run, hold, ordinal: at, attempt, signal })), effect === 'unsafe').finally(() => client.release())));", ...slow, name: 'holds up no other' },
  { section: 7, rule: 'a stop that came in elsewhere reaches a running effect', file: 'runtime/turns/lanesAtWork.ts', find: "if (!ok || interrupt > 0) wantAttention", replace: 'if (!ok) wantAttention', ...slow, name: 'at another process' },
  { section: 7, rule: 'a message during a deferred effect waits for its result', file: 'runtime/turns/deliver.ts', find: "case 'hold': return hasShortcuts && wait.for !== 'result' ? 'once' : 'no';", replace: "case 'hold': return 'yes';", ...slow, name: 'holds no lane' },
  { section: 7, rule: 'a process that stops takes nothing more', file: 'runtime/turns/intake.ts', find: "if (!turns.takesWork()) return { ok: false, why: 'stopping' };", replace: '', ...slow, name: 'by a process that stops' },
  { section: 7, rule: 'a process that stops gives its lanes back', file: 'runtime/turns/deliver.ts', find: 'owner: context.takesWork() ? context.owner : null', replace: 'owner: context.owner', ...slow, name: 'by a process that stops' },
  { section: 7, rule: 'stop reaches a running effect', file: 'runtime/turns/callWithin.ts', find: "if (wanted === 'stop') cut(", replace: "if (wanted !== 'stop') cut(", test: crashes, name: 'stop reaches' },
  { section: 7, rule: 'a long action is deferred: the machine rests', file: 'runtime/turns/perform.ts', find: 'const long = performer.long?.(action) && deferred();', replace: 'const long = undefined;', test: crashes, name: 'longer than a turn' },
  { section: 7, rule: 'a long effect is handed over when somebody writes', file: 'runtime/turns/callWithin.ts', find: "wanted === 'message' && meanwhile === 'oneMoment' && patienceMs !== undefined", replace: 'false', test: meanwhile, name: 'told to wait once' },
  { section: 7, rule: 'an effect that is over soon is not handed over', file: 'runtime/turns/callWithin.ts', find: 'Math.max(0, patienceMs - (performance.now() - begun))', replace: '0', test: meanwhile, name: 'before their patience' },
  { section: 7, rule: 'what was handed over goes on and is not performed again', file: 'runtime/turns/handOver.ts', find: 'underWay.set(event.key, later);', replace: '', test: meanwhile, name: 'told to wait once' },
  { section: 7, rule: 'what was said during an effect is heard after it', file: 'runtime/turns/feed.ts', find: "run.keep ||= event.type === 'message' && ", replace: 'run.keep ||= false && ', test: meanwhile, name: 'told to wait once' },
  { section: 7, rule: 'an effect that had begun is not made again by another process', file: 'runtime/turns/runDeferred.ts', find: "if (event.begun && !later && effect === 'unsafe') return", replace: "if (event.begun && !later && effect !== 'unsafe') return", test: meanwhile, name: 'before it could note' },
  { section: 7, rule: 'a request that must not be repeated is sent once', file: 'runtime/requests/createRequests.ts', find: 'if (!busy.has(tried.status) || !mayRepeat(request)) return undefined;', replace: 'if (!busy.has(tried.status)) return undefined;', test: 'runtime/requests/requests.test.ts', name: 'unless that is safe' },

  // Callbacks.
  { section: 7, rule: 'a reference is signed', file: 'runtime/callbacks/reference.ts', find: 'return sameText(makeReference(keys, id), reference) ? id : undefined;', replace: 'return id;', test: 'runtime/callbacks/door.test.ts', name: 'nobody here signed' },
  { section: 7, rule: 'a callback counts once', file: 'runtime/callbacks/answerCallback.ts', find: 'key: `callback:${id}`, event: { type: \'callback\', session, wait, called: read.called }', replace: 'key: null, event: { type: \'callback\', session, wait, called: read.called }', test: 'runtime/callbacks/door.test.ts', name: 'of two at once' },
  { section: 7, rule: 'a callback that comes too late is refused', file: 'db/queries/callbackReferences.ts', find: 'return rows[0]?.over ?? true;', replace: 'return false;', test: 'runtime/callbacks/door.test.ts', name: 'interrupts makes the address late' },
  { section: 7, rule: 'an address expires', file: 'runtime/callbacks/answerCallback.ts', find: 'clock.now() >= found.expiresAt', replace: 'false', test: 'runtime/callbacks/door.test.ts', name: 'expired is refused' },
  { section: 7, rule: 'opening the page of an address answers nothing', file: 'runtime/callbacks/door.ts', find: 'page(response, 200, confirmPage({', replace: 'await answerCallback(context, turns, { id: found.id, code: wanted.code, values: {} });\n    page(response, 200, confirmPage({', test: 'runtime/callbacks/door.test.ts', name: 'one button' },
  { section: 7, rule: 'a session does not end while a callback is awaited', file: 'runtime/turns/deliver.ts', find: "awake: timer !== null || wait.for === 'result' || wait.for === 'callback'", replace: 'awake: false', test: 'runtime/callbacks/door.test.ts', name: 'does not end before its time' },
  { section: 7, rule: 'what is tried out is called back once', file: 'db/queries/callbackTrials.ts', find: 'where id = $1 and called_at is null and left_at is null and expires_at > $4', replace: 'where id = $1 and expires_at > $4', test: 'runtime/callbacks/trials.test.ts', name: 'of two at once' },
  { section: 7, rule: 'nobody hears what was called back to somebody else', file: 'runtime/callbacks/hearTrial.ts', find: '!found || found.madeBy !== madeBy', replace: '!found', test: 'runtime/callbacks/trials.test.ts', name: 'nobody hears but its maker' },
];
