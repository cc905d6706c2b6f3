import type { MachineEvent } from '../machine/event.ts';
import { errorState } from '../machine/machine.ts';
import type { State } from '../machine/machine.ts';
import type { Rests } from '../machine/snapshot.ts';
import { fail, frameOf, resume } from './follow.ts';
import { hear } from './hear.ts';
import { ignore, late, meet, restart } from './meet.ts';
import { changeTop, stateOf, top } from './run.ts';
import type { Run } from './run.ts';

/** Applies an event to a resting session; true when there is a state to enter, false when the session stays where it is. */
export function happen(run: Run, event: MachineEvent): boolean {
  if (event.type === 'start') return restart(run);
  if (run.frames.length === 0) return 'wait' in event ? late(run, event.wait) : ignore(run, 'over');
  if (run.frames.some(({ flow }) => !run.prepared.flows.has(flow))) return stray(run);
  const state = stateOf(run);
  if (!state?.wait) {
    fail(run, 'entry', 'The session rests where this machine has no wait');
    return true;
  }
  if (event.type === 'callback' || event.type === 'timer') {
    const kept = keepFor(run, event);
    if (kept !== undefined) return kept;
  } else if ('wait' in event && event.wait !== run.seq) return late(run, event.wait);
  switch (event.type) {
    case 'message': return hear(run, state, state.wait, event.message);
    case 'callback': {
      const { outcome, values } = event.called;
      return state.wait.for === 'callback' ? meet(run, state, 'calledBack', { outcome, values }) : ignore(run, 'callback');
    }
    case 'timer': return meet(run, state, 'timeout');
    case 'dialogDone': return closeDialog(run, state, event.value);
    case 'result': {
      if (state.wait.for !== 'result') return ignore(run, 'result');
      const { result } = event;
      return result.ok ? meet(run, state, 'done', result.value) : meet(run, state, result.outcome, result.error);
    }
  }
}

/**
 * A callback or a deadline that finds a shortcut between is kept until the contact is back; undefined when it can be taken now. The contact
 * may never answer a dialog, so a deadline ends it.
 */
function keepFor(run: Run, event: Extract<MachineEvent, { type: 'callback' | 'timer' }>): boolean | undefined {
  const at = run.frames.findIndex(({ rests }) => rests?.wait === event.wait);
  const frame = run.frames[at];
  const rests = frame?.rests;
  const isTop = at === run.frames.length - 1;
  if (!frame || !rests) return event.wait === run.seq ? overDue(run, event) : late(run, event.wait);
  if (isTop && !(event.type === 'callback' && rests.asks)) return overDue(run, event);
  if (rests.came) return late(run, event.wait);
  run.frames[at] = { ...frame, rests: { ...rests, came: event.type === 'timer' ? { type: 'timer' } : { type: 'callback', called: event.called } } };
  return ignore(run, 'kept');
}

/** A deadline that finds an answer kept: the answer was first. */
function overDue(run: Run, { type }: MachineEvent): boolean | undefined {
  const { rests } = top(run);
  if (type !== 'timer' || !rests?.asks || !rests.came) return undefined;
  closeAsked(run, rests);
  return ignore(run, 'timer');
}

function closeAsked(run: Run, rests: Rests): void {
  const { asks: _, ...others } = rests;
  changeTop(run, { rests: others });
}

/** A dialog the flow asked for is a happening; one the contact asked for meanwhile asks the question again, or leaves what is awaited as it is. */
function closeDialog(run: Run, state: State, value: string): boolean {
  if (state.wait?.for === 'dialog') return meet(run, state, 'dialogDone', value);
  const { rests } = top(run);
  if (rests?.asks) closeAsked(run, rests);
  if (state.wait?.for !== 'message') return ignore(run, 'dialogDone');
  resume(run);
  return true;
}

/** A session of another release that should not have been moved: its contact still hears the error text. */
export function stray(run: Run): true {
  run.frames = [{ ...frameOf(run, run.prepared.machine.main), at: errorState }];
  run.trace.push({ did: 'fail', state: errorState, where: 'entry', error: 'The session is in a flow that this machine has not' });
  return true;
}
