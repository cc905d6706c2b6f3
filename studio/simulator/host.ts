import { textsIn } from '@parley/shared/dialogs/texts.data';
import { beginsNowhere } from '@parley/shared/coverage/runTest';
import { dueAt } from '@parley/shared/engine/dueAt';
import { isShortcut } from '@parley/shared/engine/hear';
import { readCallback } from '@parley/shared/engine/readCallback';
import { askAgain, awaitedCallback, effectAt, isInterrupted, keepsMessages, keepsOn, restingAt, takesVoice } from '@parley/shared/engine/resting';
import { fits } from '@parley/shared/expressions/fits';
import { beginAt } from '@parley/shared/golden/beginAt';
import { variableAt, withValue } from '@parley/shared/golden/withValue';
import { hearEcho } from '@parley/shared/host/hearEcho';
import { assertNever } from '@parley/shared/lib/assertNever';
import type { ActionResult } from '@parley/shared/machine/action';
import type { Wait } from '@parley/shared/machine/machine';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { GoldenStart } from '@parley/shared/nodes/golden';
import { feed, feedBegun } from './host/feed.ts';
import { hearDialog } from './host/hearDialog.ts';
import { needsConsent, openDialog } from './host/openDialog.ts';
import { noPath } from './host/litPath.ts';
import type { Records } from '@parley/shared/host/records';
import { beginRun, endRun, endSession, note, say, stamp, trace, traceOf } from './host/run.ts';
import type { Run } from './host/run.ts';
import type { Ground, Talk, Told } from './host/talk.ts';

/** A contact whom the bot has never met, at a moment (ISO datetime). */
export function beginTalk(now: string, records: Records = {}): Talk {
  return {
    now, turn: 0, snapshot: null, dialog: undefined, timer: undefined, echo: undefined, lastAt: undefined, contact: { language: undefined, consented: false }, records,
    awaiting: undefined, held: [], log: [], path: noPath, trace: [], turnAt: 0, heard: [], byHand: {},
  };
}

/**
 * Tells a conversation something and gives it as it stands then: what the runtime does around the engine, without a database and
 * with a clock of its own. Pure and total. When `awaiting` is set afterwards, an effect is under way and its result comes next.
 */
export function tell(ground: Ground, from: Talk, told: Told): Talk {
  // What an effect gave belongs to the step that asked for it.
  const talk: Talk = told.type === 'result' ? from : { ...from, trace: [], turnAt: 0, heard: [] };
  const next = hearTold(ground, talk, told);
  return next === talk ? from : next;
}

function hearTold(ground: Ground, talk: Talk, told: Told): Talk {
  switch (told.type) {
    case 'message': return hearHeld(ground, hearOrHold(ground, talk, told.message));
    case 'result': return hearHeld(ground, goOn(ground, talk, told.result, told.records));
    case 'callback': return callBack(ground, talk, told);
    case 'later': return pass(ground, talk, told.after);
    case 'set': return setByHand(ground, talk, told);
    case 'begin': return beginInside(ground, talk, told.start);
    default: return assertNever(told);
  }
}

/** Puts a value into a variable between two turns; one that does not fit changes nothing. */
function setByHand({ prepared: { machine } }: Ground, talk: Talk, { name, value }: Extract<Told, { type: 'set' }>): Talk {
  const { snapshot } = talk;
  const place = snapshot && variableAt(machine, snapshot, name);
  if (!place || (value !== null && !fits(place.type, value))) return talk;
  const key = `${place.flow} ${name}`;
  const { [key]: _, ...others } = talk.byHand;
  return {
    ...talk, snapshot: withValue(machine, snapshot, name, value), byHand: { ...others, [key]: value },
    log: [...talk.log, { at: talk.now, turn: talk.turn, from: 'host', did: { what: 'set', name, value } }],
  };
}

/** Begins a session in the middle; at a place that the drawing has not, nothing begins. */
function beginInside(ground: Ground, talk: Talk, start: GoldenStart): Talk {
  const run = beginRun(ground, { ...talk, lastAt: talk.now }, { goesOn: false });
  if (beginsNowhere(start, ground.prepared.machine) !== undefined) return talk;
  const begun = beginAt(ground.prepared, start, run.facts);
  feedBegun(run, begun);
  const snapshot = run.talk.snapshot;
  if ('frames' in start && snapshot) {
    const effect = effectAt(ground.prepared, snapshot, run.facts);
    if (effect) run.talk.awaiting = effect;
    const dialog = restingAt(ground.prepared, snapshot)?.state.entry.find((action) => action.type === 'openDialog');
    if (dialog?.type === 'openDialog') run.talk.dialog = { name: dialog.dialog, page: 0, wait: snapshot.seq };
  }
  return endRun(run);
}

/** While an effect is under way messages wait, unless they interrupt it; who writes first is told so, where the flow has words for it. */
function hearOrHold(ground: Ground, talk: Talk, message: Incoming): Talk {
  if (!talk.awaiting) return hearOrKeep(ground, talk, message);
  const wait = talk.snapshot && !talk.dialog ? restingAt(ground.prepared, talk.snapshot)?.wait : undefined;
  const held = { ...talk, held: [...talk.held, { message, told: false }] };
  if (wait?.for !== 'result' || wait.meanwhile === 'hold') return held;
  if (wait.meanwhile === 'oneMoment') {
    const told = talk.held.some((each) => each.told) ? talk : hear(ground, talk, message);
    if (told === talk) return held;
    // Whoever starts over does not wait for the effect any more.
    return told.snapshot?.seq === talk.snapshot?.seq ? { ...told, held: [...told.held, { message, told: true }] } : { ...told, awaiting: told.awaiting === talk.awaiting ? undefined : told.awaiting };
  }
  return hearHeld(ground, goOn(ground, held, { ok: false, outcome: 'failed', error: 'A message interrupted it.' }));
}

/** While time has to pass, or another system holds messages up, they are kept for what comes after it. */
function hearOrKeep(ground: Ground, talk: Talk, message: Incoming): Talk {
  const wait = keepingWait(ground, talk);
  if (!wait || (talk.snapshot && isShortcut(ground.prepared, talk.snapshot, message))) return hear(ground, talk, message);
  const told = wait.meanwhile === 'oneMoment';
  const heard = told ? hear(ground, talk, message) : talk;
  return heard.snapshot?.seq === talk.snapshot?.seq ? { ...heard, held: [...heard.held, { message, told }] } : heard;
}

function keepingWait({ prepared }: Ground, { snapshot, dialog }: Talk): Extract<Wait, { for: 'result' | 'time' | 'callback' }> | undefined {
  const wait = snapshot && !dialog ? restingAt(prepared, snapshot)?.wait : undefined;
  return keepsMessages(wait) ? wait : undefined;
}

function hearHeld(ground: Ground, talk: Talk): Talk {
  const [next, ...held] = talk.held;
  if (talk.awaiting || !next || (talk.snapshot && keepsOn(ground.prepared, talk.snapshot))) return talk;
  return hearHeld(ground, hear(ground, { ...talk, held }, next.message, next.told));
}

function goOn(ground: Ground, talk: Talk, result: ActionResult, records = talk.records): Talk {
  const { awaiting } = talk;
  if (!awaiting) return talk;
  const run = beginRun(ground, { ...talk, records, awaiting: undefined }, { goesOn: true });
  note(run, { what: 'result', result });
  feed(run, { type: 'result', wait: awaiting.wait, result });
  return endRun(run);
}

/** Another system answers; when nothing waits for it any more it is late, as at the door. */
function callBack(ground: Ground, talk: Talk, { code, values }: Extract<Told, { type: 'callback' }>): Talk {
  const awaited = talk.snapshot ? awaitedCallback(ground.prepared, talk.snapshot) : undefined;
  const read = awaited && readCallback(awaited.contract, { code, values });
  if (!awaited || !read?.ok) return talk;
  const run = beginRun(ground, talk, { goesOn: false });
  note(run, { what: 'calledBack', code, values });
  feed(run, { type: 'callback', wait: awaited.wait, called: read.called });
  return hearHeld(ground, endRun(run));
}

function hear(ground: Ground, talk: Talk, message: Incoming, told = false): Talk {
  const run = beginRun(ground, talk, { goesOn: false });
  if (hasExpired(ground, talk, talk.now)) endSession(run, 'expired');
  run.talk.lastAt = talk.now;
  // An opened page says nothing, and what was answered with the waiting text stands there already.
  if (!told && (message.type !== 'start' || message.payload !== undefined)) run.log.push({ ...stamp(run), from: 'contact', message });
  listen(run, message);
  return endRun(run);
}

function listen(run: Run, message: Incoming): void {
  const { snapshot, dialog } = run.talk;
  const over = snapshot === null || snapshot.frames.length === 0;
  const { echo, silent } = hearEcho(run.talk.echo, message, run.facts.now);
  run.talk.echo = echo;
  if (silent) return trace(run, { did: 'ignore', why: 'echo' });
  if (dialog) return hearDialog(run, dialog, message);
  if (message.type === 'dialogReply' && isDialog(message.dialog)) return hearDialog(run, { name: message.dialog, page: 0, wait: over ? null : snapshot.seq }, message, true);
  if (over && needsConsent(run)) return openDialog(run, { name: 'consent', wait: null, opening: message });
  if (over) return feed(run, { type: 'start', message });
  if (message.type === 'audio' && !takesVoice(snapshot ? restingAt(run.ground.prepared, snapshot) : undefined)) return sayOwn(run, 'unheard');
  feed(run, { type: 'message', message });
  if (run.said === 0 && traceOf(run).some(({ did }) => did === 'late')) answerLate(run);
}

/** An answer to a question that is over is never applied to another: it is said so, and the current question asked again. */
function answerLate(run: Run): void {
  sayOwn(run, 'past');
  const { snapshot } = run.talk;
  for (const action of snapshot ? askAgain(run.ground.prepared, snapshot, run.facts) : []) {
    if (action.type === 'send') say(run, action.message, { by: 'flow' });
  }
}

function sayOwn(run: Run, text: 'past' | 'unheard'): void {
  const { texts, language } = textsIn(run.facts.language);
  say(run, { type: 'text', text: [texts[text]] }, { by: 'host', language });
}

function isDialog(name: string): name is 'language' | 'reset' {
  return name === 'language' || name === 'reset';
}

/** Lets time pass; every deadline on the way is kept at its own moment, and a session nobody talks in ends quietly. */
function pass(ground: Ground, talk: Talk, after: string): Talk {
  const until = dueAt(talk.now, after);
  if (until === undefined) return talk;
  const opening = beginRun(ground, talk, { goesOn: false });
  note(opening, { what: 'waited', after });
  let next = endRun(opening);
  while (!next.awaiting && next.timer && next.timer.dueAt <= until) {
    const { wait, dueAt: now } = next.timer;
    // After days of waiting the contact has the hours of a session again.
    const run = beginRun(ground, { ...next, now, lastAt: now, timer: undefined }, { goesOn: false });
    note(run, { what: 'due' });
    feed(run, { type: 'timer', wait });
    next = hearHeld(ground, endRun(run));
  }
  if (!next.awaiting && hasExpired(ground, next, until)) {
    const run = beginRun(ground, next, { goesOn: false });
    endSession(run, 'expired');
    next = endRun(run);
  }
  return { ...next, now: until > next.now ? until : next.now };
}

/** A session ends some hours after the contact's last message, never while a deadline or a result is awaited. */
function hasExpired({ prepared, sessionHours }: Ground, { snapshot, dialog, timer, lastAt }: Talk, now: string): boolean {
  const open = dialog !== undefined || (snapshot !== null && snapshot.frames.length > 0);
  const awake = timer !== undefined || (snapshot !== null && (isInterrupted(snapshot) || ['result', 'callback'].includes(restingAt(prepared, snapshot)?.wait.for ?? '')));
  if (!open || awake || lastAt === undefined) return false;
  const end = dueAt(lastAt, `PT${sessionHours}H`);
  return end !== undefined && end <= now;
}
