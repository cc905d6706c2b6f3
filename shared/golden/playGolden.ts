import { compile } from '../compiler/compile.ts';
import { dueAt } from '../engine/dueAt.ts';
import { prepare } from '../engine/prepare.ts';
import type { PreparedMachine } from '../engine/prepare.ts';
import { take } from '../engine/take.ts';
import type { Facts } from '../expressions/types.ts';
import { invariant } from '../lib/invariant.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Action } from '../machine/action.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { Machine } from '../machine/machine.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import type { TraceStep } from '../machine/trace.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import type { Golden, GoldenStep } from '../nodes/golden.ts';
import { drawGolden } from './drawGolden.ts';
import { inputOf } from './inputOf.ts';
import { stepOf } from './stepOf.ts';

/** What came of playing a golden conversation. */
export interface Played {
  machine: Machine;
  /** The lines that came in, each followed by what came out. Equal to the golden ones, or the case fails. */
  conversation: GoldenStep[];
  /** Every event with what the engine did about it. */
  turns: { event: MachineEvent; trace: TraceStep[] }[];
  snapshot: Snapshot;
  /** Values of the main flow's variables that are set. */
  variables: JsonObject;
}

/** A conversation being played. */
export interface Play {
  golden: Golden;
  prepared: PreparedMachine;
  snapshot: Snapshot | null;
  /** The product's clock: ISO datetime in UTC. */
  now: string;
  language: string;
  timer: { wait: number; dueAt: string } | undefined;
  /** Options of the last question. */
  options: { id: string; label: string; wait: number }[];
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

/** Plays a golden conversation on a machine that is already compiled. */
export function playOn(golden: Golden, machine: Machine): Played {
  const play: Play = {
    golden, prepared: prepare(machine), snapshot: null, now: golden.clock, language: golden.language ?? machine.languages[0] ?? 'en',
    timer: undefined, options: [], conversation: [], turns: [],
  };
  const lines = golden.conversation.filter((step) => !('bot' in step || 'does' in step || 'ends' in step));
  const [first] = lines;
  if (!first || !('user' in first) || golden.conversation[0] !== first) happen(play, { type: 'start' });
  for (const line of lines) playLine(play, line);
  const { conversation, turns, snapshot } = play;
  invariant(snapshot, 'a conversation that was played has a snapshot');
  return { machine, conversation, turns, snapshot, variables: snapshot.variables };
}

function playLine(play: Play, line: GoldenStep): void {
  play.conversation.push(line);
  const over = play.snapshot === null || play.snapshot.frames.length === 0;
  if ('later' in line) return pass(play, line.later);
  if ('result' in line) return happen(play, { type: 'result', wait: play.snapshot?.seq ?? 0, result: line.result });
  if ('dialogDone' in line) return closeDialog(play, line.dialogDone);
  const message: Incoming = inputOf(line, play.options);
  happen(play, over ? { type: 'start', message } : { type: 'message', message });
}

function closeDialog(play: Play, value: string): void {
  const opened = play.conversation.findLast((step) => 'does' in step && step.does['type'] === 'openDialog');
  const dialog = opened && 'does' in opened ? String(opened.does['dialog']) : '';
  if (dialog === 'language') play.language = value;
  happen(play, { type: 'dialogDone', wait: play.snapshot?.seq ?? 0, dialog, value });
}

/** Lets time pass; every deadline on the way is kept at its own moment. */
function pass(play: Play, after: string): void {
  const until = dueAt(play.now, after);
  invariant(until, `"${after}" is a duration`);
  while (play.timer && play.timer.dueAt <= until) {
    play.now = play.timer.dueAt;
    happen(play, { type: 'timer', wait: play.timer.wait });
  }
  play.now = until;
}

function happen(play: Play, event: Untimed): void {
  const timed = { ...event, facts: factsOf(play) } as MachineEvent;
  const before = play.snapshot?.frames.length ?? 0;
  const taken = take(play.prepared, play.snapshot, timed);
  play.snapshot = JSON.parse(JSON.stringify(taken.snapshot)) as Snapshot;
  play.turns.push({ event: timed, trace: taken.trace });
  if (play.timer && play.timer.wait !== play.snapshot.seq) play.timer = undefined;
  for (const action of taken.actions) record(play, action);
  if (play.snapshot.frames.length === 0 && (before > 0 || event.type === 'start')) {
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
  if (action.type !== 'send' || action.message.type !== 'choices') return;
  const { options, wait } = action.message;
  play.options = options.map(({ id, label }) => ({ id, label: label.map((part) => (typeof part === 'string' ? part : part.value)).join(''), wait }));
}

function factsOf({ golden, now, language }: Play): Facts {
  return {
    now,
    language,
    zone: 'UTC',
    offsets: [{ from: '1970-01-01T00:00:00.000Z', minutes: golden.ahead ?? 0 }],
    seed: 1,
    channel: golden.channel ?? 'web',
    contact: { id: 'contact', name: golden.contact ?? '' },
  };
}
