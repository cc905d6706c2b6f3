import type { MachineEvent } from '../machine/event.ts';
import { errorState } from '../machine/machine.ts';
import type { State } from '../machine/machine.ts';
import { fail, frameOf, resume } from './follow.ts';
import { hear } from './hear.ts';
import { ignore, late, meet, restart } from './meet.ts';
import { stateOf } from './run.ts';
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
  if ('wait' in event && event.wait !== run.seq) return late(run, event.wait);
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

/** A dialog the flow asked for is a happening; one the contact asked for meanwhile asks the question again. */
function closeDialog(run: Run, state: State, value: string): boolean {
  if (state.wait?.for === 'dialog') return meet(run, state, 'dialogDone', value);
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
