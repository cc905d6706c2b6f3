import type { Action } from '../machine/action.ts';
import type { Facts } from '../expressions/types.ts';
import type { MachineEvent } from '../machine/event.ts';
import { errorState } from '../machine/machine.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import type { TraceStep } from '../machine/trace.ts';
import { runOn } from './enter.ts';
import { end, frameOf } from './follow.ts';
import { happen, stray } from './happen.ts';
import { atTheDoor } from './hear.ts';
import type { PreparedMachine } from './prepare.ts';
import { OverLimit, begin, snapshotOf } from './run.ts';
import type { Run } from './run.ts';

/** What one event made of a session: where it stands, what to perform in order, and everything that was done. */
export interface Taken {
  snapshot: Snapshot;
  actions: Action[];
  trace: TraceStep[];
}

const nothing: Snapshot = { v: 1, frames: [], variables: {}, seq: 0 };

/**
 * Takes one event until the machine rests. Pure and total: the same arguments give the same result, nothing is changed in
 * place, mistakes of the author are error routes, and every other event of a session that is over is recorded and ignored.
 * `start` begins anew; given the snapshot of a former session it goes on counting waits, so that its buttons stay late.
 */
export function take(prepared: PreparedMachine, snapshot: Snapshot | null, event: MachineEvent): Taken {
  const taken = takeKept(prepared, takeOne(prepared, snapshot ?? nothing, event), event);
  if (event.type !== 'start' || !atTheDoor({ prepared, frames: taken.snapshot.frames })) return taken;
  // A flow that begins by listening hears what the contact opened with.
  const { facts, message = { type: 'start' } } = event;
  const heard = takeOne(prepared, taken.snapshot, { type: 'message', facts, message });
  const current = (action: Action) => action.type !== 'startTimer' || action.wait === heard.snapshot.seq;
  return { ...heard, actions: [...taken.actions, ...heard.actions].filter(current), trace: [...taken.trace, ...heard.trace] };
}

/** Begins in the middle: enters the state on top of the frames, as though the conversation had come there. Pure and total, as `take` is. */
export function enterAt(prepared: PreparedMachine, snapshot: Snapshot, facts: Facts): Taken {
  return runFrom(prepared, snapshot, facts, (run) => (run.frames.some(({ flow }) => !prepared.flows.has(flow)) ? stray(run) : run.frames.length > 0));
}

/** Back from a shortcut, what came for the wait meanwhile is taken. */
function takeKept(prepared: PreparedMachine, taken: Taken, { facts }: MachineEvent): Taken {
  const rests = taken.snapshot.frames.at(-1)?.rests;
  if (!rests?.came || rests.asks) return taken;
  const then = takeOne(prepared, taken.snapshot, { ...rests.came, wait: rests.wait, facts });
  return { ...then, actions: [...taken.actions, ...then.actions], trace: [...taken.trace, ...then.trace] };
}

function takeOne(prepared: PreparedMachine, before: Snapshot, event: MachineEvent): Taken {
  return runFrom(prepared, before, event.facts, (run) => happen(run, event));
}

/** `first` says whether there is a state to enter. */
function runFrom(prepared: PreparedMachine, before: Snapshot, facts: Facts, first: (run: Run) => boolean): Taken {
  const run = begin(prepared, before, facts);
  try {
    if (first(run)) runOn(run);
  } catch (error) {
    if (!(error instanceof OverLimit)) throw error;
    abandon(run, before, error.limit);
  }
  return { snapshot: snapshotOf(run), actions: run.actions, trace: run.trace };
}

/** Nothing of the event counts: values as they were, no effects, and the main flow's error route ends the session. */
function abandon(run: Run, before: Snapshot, limit: string): void {
  Object.assign(run, { actions: [], variables: before.variables, steps: 0, visits: new Map(), grew: false, value: undefined });
  run.trace.push({ did: 'limit', limit });
  run.frames = [{ ...frameOf(run, run.prepared.machine.main), at: errorState }];
  try {
    runOn(run);
  } catch (error) {
    // The error route itself passes a limit: it must not be taken again.
    if (!(error instanceof OverLimit)) throw error;
    run.trace.push({ did: 'limit', limit: error.limit });
    run.actions = [];
    end(run);
  }
}
