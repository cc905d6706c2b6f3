import { expect } from 'vitest';
import { comparableTaken, comparableTold } from '../compiler/companion/comparable.ts';
import { prepare } from '../engine/prepare.ts';
import { take } from '../engine/take.ts';
import type { Taken } from '../engine/take.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { Machine } from '../machine/machine.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import { runEmitted } from './runEmitted.ts';

/** A session to walk on both sides. */
export interface Walk {
  machine: Machine;
  /** The next event, given where the engine's session rests. */
  eventOf(snapshot: Snapshot | null): MachineEvent;
  turns: number;
  /** A fault to plant in the emitted code. */
  plant?(code: string): string;
  /** A fault to plant in what the engine gives. */
  plantInEngine?(taken: Taken): Taken;
}

/**
 * The engine and the emitted code under xstate must do the same after every event: position, values, effects and facts of the
 * trace. Both sides share, so that no difference can show there: CEL with its functions and templates (`expressions`), the
 * recognisers and folding of words (`answers`), `fits`, the caps of `limits`, and reading dates and durations (`calendar`).
 * Everything else is written twice: choosing transitions, frames, assignments, cursors, counters, wait ids, shortcuts, late
 * answers, limits and their sizes, error routes, texts by language, evaluation of effects.
 *
 * Walks both sides along and throws at the first difference; gives the kinds of facts that were seen.
 */
export function compareSides({ machine, eventOf, turns, plant, plantInEngine = (taken) => taken }: Walk): Set<string> {
  const prepared = prepare(machine);
  const tell = runEmitted(machine, plant);
  const seen = new Set<string>();
  let snapshot: Snapshot | null = null;
  for (let turn = 0; turn < turns; turn += 1) {
    const event = eventOf(snapshot);
    const taken = plantInEngine(take(prepared, snapshot, event));
    expect(comparableTold(tell(event)), `turn ${turn}: ${JSON.stringify(event)}`).toEqual(comparableTaken(taken));
    for (const step of taken.trace) seen.add(step.did === 'fail' ? `fail ${step.where}` : step.did === 'limit' ? `limit ${step.limit}` : step.did);
    for (const { type } of taken.actions) seen.add(type);
    snapshot = taken.snapshot;
    // A limit takes xstate a thousand times as long as anything else; one in a walk tells what there is to tell.
    if (taken.trace.some((step) => step.did === 'limit')) break;
  }
  return seen;
}

/** These events, one after the other. */
export function inOrder(events: MachineEvent[]): Pick<Walk, 'eventOf' | 'turns'> {
  const left = events.slice();
  const last = events.at(-1);
  if (!last) throw new Error('A walk has at least one event.');
  return { turns: events.length, eventOf: () => left.shift() ?? last };
}

/** Says in a failure which of many walks it was. */
export function at(place: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) error.message = `${place}: ${error.message}`;
    throw error;
  }
}
