import { askAgain, deadlineAt } from '../engine/resting.ts';
import { enterAt } from '../engine/take.ts';
import type { PreparedMachine } from '../engine/prepare.ts';
import type { Facts } from '../expressions/types.ts';
import { invariant } from '../lib/invariant.ts';
import type { Action } from '../machine/action.ts';
import type { Machine } from '../machine/machine.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import type { TraceStep } from '../machine/trace.ts';
import type { GoldenStart } from '../nodes/golden.ts';
import { framesTo } from './framesTo.ts';

/** A session that begins in the middle. */
export interface Begun {
  snapshot: Snapshot;
  /** To perform, where a node was entered. */
  actions: Action[];
  trace: TraceStep[];
  /** What the session rests at was asked before: its messages, to know what can be tapped. */
  asked: Action[];
}

/** Begins a session where a conversation says; throws, with the place, when the machine has none of that name. */
export function beginAt(prepared: PreparedMachine, start: GoldenStart, facts: Facts): Begun {
  const { machine } = prepared;
  if ('at' in start) {
    const frames = framesTo(machine, { ...placeIn(machine, start.at), ...(start.locals && { locals: start.locals }) });
    invariant(frames, `the drawing has the node "${start.at}" that the conversation begins at`);
    return { ...enterAt(prepared, { v: 1, frames, variables: start.variables ?? {}, seq: 0 }, facts), asked: [] };
  }
  const snapshot: Snapshot = { v: 1, frames: start.frames, variables: start.variables ?? {}, seq: start.seq ?? 1 };
  const top = snapshot.frames.at(-1);
  const [missing] = missingPlaces(machine, snapshot);
  invariant(missing === undefined, `the drawing has the place "${missing ?? ''}" that the conversation rests at`);
  const due = deadlineAt(prepared, snapshot, facts);
  // What is awaited on top has its whole time again.
  if (top?.rests && due !== undefined) snapshot.frames = [...snapshot.frames.slice(0, -1), { ...top, rests: { ...top.rests, dueAt: due } }];
  return { snapshot, actions: due === undefined ? [] : [{ type: 'startTimer', wait: snapshot.seq, dueAt: due }], trace: [], asked: askAgain(prepared, snapshot, facts) };
}

/** Places of a snapshot that a machine has not, as `flow:state`: there its session could not go on. */
export function missingPlaces({ flows }: Machine, { frames }: Pick<Snapshot, 'frames'>): string[] {
  return frames.flatMap(({ flow, at }, level) => {
    const state = Object.hasOwn(flows, flow) && Object.hasOwn(flows[flow]?.states ?? {}, at) ? flows[flow]?.states[at] : undefined;
    const rests = level < frames.length - 1 || state?.wait !== undefined;
    return state && rests ? [] : [`${flow}:${at}`];
  });
}

/** The node that a conversation names as its beginning: `node` of the main flow, or `flow:node`. */
export function placeIn({ main }: Machine, at: string): { flow: string; node: string } {
  const [flow, node] = at.includes(':') ? [at.slice(0, at.indexOf(':')), at.slice(at.indexOf(':') + 1)] : [main, at];
  return { flow, node };
}
