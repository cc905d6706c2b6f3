import { compile } from '../compiler/compile.ts';
import { dueAt } from '../engine/dueAt.ts';
import { isShortcut } from '../engine/hear.ts';
import { prepare } from '../engine/prepare.ts';
import type { PreparedMachine } from '../engine/prepare.ts';
import { readCallback } from '../engine/readCallback.ts';
import { awaitedCallback, keepsMessages, keepsOn, restingAt } from '../engine/resting.ts';
import { take } from '../engine/take.ts';
import type { Facts } from '../expressions/types.ts';
import { offsetsAround, zoneOr } from '../host/zones.ts';
import { invariant } from '../lib/invariant.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Action, ActionResult } from '../machine/action.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { Machine } from '../machine/machine.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import type { TraceStep } from '../machine/trace.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import type { ConversationTest, Golden, GoldenStep } from '../nodes/golden.ts';
import { beginAt } from './beginAt.ts';
import { drawGolden } from './drawGolden.ts';
import { inputOf } from './inputOf.ts';
import { stepOf } from './stepOf.ts';
import { withValue } from './withValue.ts';

/** What came of playing a golden conversation. */
export interface Played {
  machine: Machine;
  /** The lines that came in, each followed by what came out. Equal to the golden ones, or the case fails. */
  conversation: GoldenStep[];
  /** Every event with what the engine did about it; `before` = where the session stood. */
  turns: { event: MachineEvent; before: Snapshot | null; trace: TraceStep[] }[];
  snapshot: Snapshot;
  /** Values of the main flow's variables that are set. */
  variables: JsonObject;
}

/** What a conversation says apart from the flow it is held with. */
export type Script = ConversationTest;

/** A conversation being played. */
export interface Play {
  golden: Script;
  prepared: PreparedMachine;
  snapshot: Snapshot | null;
  /** The product's clock: ISO datetime in UTC. */
  now: string;
  /** Messages, deadlines and other news so far: the seed of what is random. */
  turn: number;
  language: string;
  timer: { wait: number; dueAt: string } | undefined;
  /** Messages that came while an effect was under way or time had to pass. */
  held: readonly Incoming[];
  /** The effect's wait in which somebody was told to wait. */
  told: number | undefined;
  /** Options of the last question. */
  options: { id: string; label: string; wait: number }[];
  /** The dialog that was opened last. */
  dialog: string;
  conversation: GoldenStep[];
  turns: Played['turns'];
}

type Untimed = MachineEvent extends infer Event ? Event extends MachineEvent ? Omit<Event, 'facts'> : never : never;

/**
 * Plays the lines that come in and records what comes out; the lines that go out are not looked at, so the caller compares.
 * The snapshot goes through JSON between turns, as it does in the database. Throws when a line cannot be played.
 */
export function playGolden(golden: Golden, nodeTypes: NodeTypes): Played {
  const machine = compile(drawGolden(golden, nodeTypes), nodeTypes);
  return playOn(golden, machine);
}

/** A conversation that nobody has said anything in. */
export function openPlay(golden: Script, prepared: PreparedMachine): Play {
  return {
    golden, prepared, snapshot: null, now: golden.clock, turn: 0, language: golden.language ?? prepared.machine.languages[0] ?? 'en',
    timer: undefined, held: [], told: undefined, options: [], dialog: '', conversation: [], turns: [],
  };
}

/** Plays a golden conversation on a machine that is already compiled. */
export function playOn(golden: Script, machine: Machine): Played {
  const play = openPlay(golden, prepare(machine));
  const lines = golden.conversation.filter((step) => !('bot' in step || 'does' in step || 'ends' in step));
  if (!opensItself(golden)) startPlay(play);
  for (const line of lines) playLine(play, line);
  const { conversation, turns, snapshot } = play;
  invariant(snapshot, 'a conversation that was played has a snapshot');
  return { machine, conversation, turns, snapshot, variables: snapshot.variables };
}

/** Whether a conversation's first line begins it: something the contact says, or the language they choose before. */
export function opensItself({ start, conversation: [first] }: Pick<Script, 'start' | 'conversation'>): boolean {
  return !start && first !== undefined && ('user' in first || ('dialogDone' in first && first.dialog !== undefined));
}

/** Begins the session without a message, as an opened page does, or in the middle where the conversation says so. */
export function startPlay(play: Play): void {
  const { golden: { start }, prepared } = play;
  if (!start) return happen(play, { type: 'start' });
  play.turn += 1;
  const { snapshot, actions, trace, asked } = beginAt(prepared, start, factsOf(play));
  settle(play, { event: { type: 'start', facts: factsOf(play) }, before: null, snapshot, trace, actions });
  for (const action of asked) keepOptions(play, action);
}

/** Plays one line that comes in and records what comes out; throws when it cannot be played here. */
export function playLine(play: Play, line: GoldenStep): void {
  play.conversation.push(line);
  const over = play.snapshot === null || play.snapshot.frames.length === 0;
  if ('later' in line) return pass(play, line.later);
  if ('result' in line) return answerEffect(play, line.result);
  if ('callback' in line) return callBack(play, line.callback);
  if ('set' in line) return setByHand(play, line.set);
  if ('dialogDone' in line) return closeDialog(play, line.dialogDone, line.dialog ?? play.dialog);
  const message: Incoming = inputOf(line, play.options);
  if (over) happen(play, { type: 'start', message });
  else hearOrHold(play, message);
  hearHeld(play);
}

/** While an effect is under way or time passes messages are kept, and heard when that is over. */
function hearOrHold(play: Play, message: Incoming): void {
  const resting = play.snapshot ? restingAt(play.prepared, play.snapshot) : undefined;
  if (play.snapshot && isShortcut(play.prepared, play.snapshot, message)) return happen(play, { type: 'message', message });
  const wait = keepsMessages(resting?.wait) ? resting?.wait : undefined;
  // Who waits for an effect is told so once; it is over in seconds.
  const once = wait?.for === 'result' && wait.meanwhile === 'oneMoment';
  if (wait?.for === 'result' ? !once || play.told !== resting?.id : wait?.meanwhile !== 'hold') happen(play, { type: 'message', message });
  if (once) play.told = resting?.id;
  if (wait && play.snapshot?.seq === resting?.id) play.held = [...play.held, message];
}

function answerEffect(play: Play, result: ActionResult): void {
  happen(play, { type: 'result', wait: play.snapshot?.seq ?? 0, result });
  hearHeld(play);
}

/** Tells what was kept as soon as the machine can take a message. */
function hearHeld(play: Play): void {
  const { snapshot, prepared, held: [message, ...held] } = play;
  if (!message || !snapshot || keepsOn(prepared, snapshot)) return;
  play.held = held;
  happen(play, snapshot.frames.length === 0 ? { type: 'start', message } : { type: 'message', message });
  hearHeld(play);
}

function callBack(play: Play, { code, values = {} }: Extract<GoldenStep, { callback: object }>['callback']): void {
  const awaited = play.snapshot ? awaitedCallback(play.prepared, play.snapshot) : undefined;
  invariant(awaited, 'a callback comes where one is awaited');
  const read = readCallback(awaited.contract, { code, values });
  invariant(read.ok, `the callback "${code}" keeps to what was agreed (${read.ok ? '' : read.fields.map(({ path, message }) => `${path}: ${message}`).join('; ')})`);
  happen(play, { type: 'callback', wait: awaited.wait, called: read.called });
  hearHeld(play);
}

/** Puts values into the snapshot between two turns: into the running flow's own variables, else the conversation's. */
function setByHand(play: Play, values: JsonObject): void {
  const { snapshot, prepared } = play;
  invariant(snapshot, 'variables are set once the conversation has begun');
  play.snapshot = Object.entries(values).reduce((now, [name, value]) => withValue(prepared.machine, now, name, value), snapshot);
}

function closeDialog(play: Play, value: string, dialog: string): void {
  if (dialog === 'language') play.language = value;
  // Whoever starts over begins a new session, and so does whoever chooses a language before the first.
  if ((dialog === 'reset' && value === 'reset') || play.snapshot === null) {
    play.timer = undefined;
    return happen(play, { type: 'start' });
  }
  happen(play, { type: 'dialogDone', wait: play.snapshot?.seq ?? 0, dialog, value });
  hearHeld(play);
}

/** Lets time pass; every deadline on the way is kept at its own moment. */
function pass(play: Play, after: string): void {
  const until = dueAt(play.now, after);
  invariant(until, `"${after}" is a duration`);
  play.turn += 1;
  while (play.timer && play.timer.dueAt <= until) {
    const { dueAt: moment, wait } = play.timer;
    play.now = moment;
    // It comes once, whatever the machine makes of it.
    play.timer = undefined;
    happen(play, { type: 'timer', wait });
    hearHeld(play);
  }
  play.now = until;
}

function happen(play: Play, event: Untimed): void {
  // The result of an effect belongs to the turn that asked for it.
  if (event.type !== 'result') play.turn += 1;
  const timed = { ...event, facts: factsOf(play) } as MachineEvent;
  const before = play.snapshot;
  const taken = take(play.prepared, play.snapshot, timed);
  settle(play, { event: timed, before, ...taken });
}

function settle(play: Play, { event, before, snapshot, trace, actions }: { event: MachineEvent; before: Snapshot | null; snapshot: Snapshot; trace: TraceStep[]; actions: Action[] }): void {
  play.snapshot = JSON.parse(JSON.stringify(snapshot)) as Snapshot;
  play.turns.push({ event, before, trace });
  if (play.timer && play.timer.wait !== play.snapshot.seq) play.timer = undefined;
  for (const action of actions) record(play, action);
  if (play.snapshot.frames.length === 0 && ((before?.frames.length ?? 0) > 0 || event.type === 'start')) {
    play.timer = undefined;
    play.conversation.push({ ends: true });
  }
}

function record(play: Play, action: Action): void {
  if (action.type === 'startTimer') {
    play.timer = { wait: action.wait, dueAt: action.dueAt };
    return;
  }
  play.conversation.push(stepOf(action));
  if (action.type === 'openDialog') play.dialog = action.dialog;
  keepOptions(play, action);
}

function keepOptions(play: Play, action: Action): void {
  if (action.type !== 'send' || action.message.type !== 'choices') return;
  const { options, wait } = action.message;
  play.options = options.map(({ id, label }) => ({ id, label: label.map((part) => (typeof part === 'string' ? part : part.value)).join(''), wait }));
}

function factsOf({ golden, now, language, turn }: Play): Facts {
  const zone = zoneOr(golden.zone, 'UTC');
  return {
    now,
    language,
    zone,
    offsets: golden.zone === undefined ? [{ from: '1970-01-01T00:00:00.000Z', minutes: golden.ahead ?? 0 }] : offsetsAround(zone, now),
    seed: turn,
    channel: golden.channel ?? 'web',
    contact: { id: golden.contact ?? 'contact', name: golden.contact ?? '' },
  };
}
