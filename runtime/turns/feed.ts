import { restingAt } from '@parley/shared/engine/resting';
import { take } from '@parley/shared/engine/take';
import { errorState } from '@parley/shared/machine/machine';
import type { MachineEvent } from '@parley/shared/machine/event';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { Performing } from './perform.ts';
import type { TurnRun } from './turnRun.ts';

type Untimed = MachineEvent extends infer Event ? (Event extends MachineEvent ? Omit<Event, 'facts'> : never) : never;

/** So many effects in one turn are a loop that never rests; the turn is given up, for the same would come of it again. */
const mostEffects = 1_000;

/** Thrown when a turn can only fail again: it is set aside at once. */
export class HopelessTurn extends Error {
  override name = 'HopelessTurn';
}

/** Gives the machine an event, performs what it asks for in order, gives it the results, and so on until it rests. */
export async function feed(run: TurnRun, performing: Performing, first: Untimed): Promise<void> {
  for (let next: Untimed | undefined = first; next; ) {
    // Both halves come from one union; spreading one member of it is again one.
    const event = { ...next, facts: run.facts } as MachineEvent;
    const taken = take(run.release.prepared, event.type === 'start' ? former(run) : run.snapshot, event);
    run.snapshot = taken.snapshot;
    run.steps.push(...taken.trace);
    run.keep ||= event.type === 'message' && taken.trace.some((step) => step.did === 'ignore' && (step.why === 'oneMoment' || step.why === 'hold'));
    next = undefined;
    for (const action of taken.actions) {
      if (run.effects.length > mostEffects) throw new HopelessTurn(`The turn performed more than ${mostEffects} effects without coming to rest.`);
      const meanwhile = meanwhileOf(run);
      const result = await performing.perform(run, action, meanwhile);
      if (result && 'wait' in action && action.wait === run.snapshot.seq) next = { type: 'result', wait: action.wait, result };
    }
    if (run.settled) {
      next = { type: 'dialogDone', wait: run.settled.wait, dialog: run.settled.dialog, value: run.settled.value };
      run.settled = undefined;
    }
  }
}

/** Why the flow took its error route in this turn, or undefined. */
export function failureOf(run: TurnRun): string | undefined {
  const failed = run.steps.some((step) => (step.did === 'enter' && step.state === errorState) || step.did === 'limit');
  if (!failed) return undefined;
  const reason = run.steps.findLast((step) => step.did === 'fail' || step.did === 'limit');
  return reason?.did === 'fail' ? reason.error : reason?.did === 'limit' ? `Over the limit: ${reason.limit}` : 'The flow’s error route was taken.';
}

/** A session that is over, so that a new one counts its waits on from there and old buttons stay late. */
function former(run: TurnRun): Snapshot {
  return { v: 1, frames: [], variables: {}, seq: Math.max(run.host.contact.seq, run.snapshot?.seq ?? 0) };
}

function meanwhileOf(run: TurnRun): 'hold' | 'oneMoment' | 'interrupt' {
  const wait = run.snapshot ? restingAt(run.release.prepared, run.snapshot)?.wait : undefined;
  return wait?.for === 'result' ? wait.meanwhile : 'hold';
}
