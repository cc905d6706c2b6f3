import type { Json } from '../lib/json.ts';
import type { Happening, State, Transition } from '../machine/machine.ts';
import { choose } from './enter.ts';
import { fail, follow, frameOf } from './follow.ts';
import type { Run } from './run.ts';

/** What happened to the wait: the first transition whose guard holds is taken; true when one was, or the error route. */
export function meet(run: Run, state: State, happening: Happening, value?: Json): boolean {
  run.value = value;
  const chosen = choose(run, state, waysOut(state, happening));
  if (chosen === 'failed') return true;
  if (chosen) {
    follow(run, chosen, happening);
    return true;
  }
  // A message or a silence may come again; a result comes once, and nobody would ever wake this session.
  if (state.wait?.for === 'message' || happening === 'timeout') return ignore(run, happening);
  fail(run, happening, typeof value === 'string' ? value : `Nothing says what follows ${happening}`);
  return true;
}

/** Records an answer whose wait is over. */
export function late(run: Run, wait: number): false {
  run.trace.push({ did: 'late', wait, current: run.seq });
  return false;
}

/** Records an event the session has no use for. */
export function ignore(run: Run, why: string): false {
  run.trace.push({ did: 'ignore', why });
  return false;
}

/** Begins the session anew; waits go on being counted, so that nothing of before can answer them. */
export function restart(run: Run): true {
  run.variables = {};
  run.frames = [frameOf(run, run.prepared.machine.main)];
  return true;
}

/** An outcome nobody knows is a failure, unless the state tells them apart. */
function waysOut(state: State, happening: Happening): Transition[] {
  return state.on[happening] ?? (happening === 'unknown' ? state.on.failed : undefined) ?? [];
}
