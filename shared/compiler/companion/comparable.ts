import type { Action } from '../../machine/action.ts';
import type { Snapshot } from '../../machine/snapshot.ts';
import type { TraceStep } from '../../machine/trace.ts';
import type { Told } from './tell.ts';

/** What the engine and the emitted code must agree on after every event: position, values, effects, and the facts of the trace that both tell. */
export interface Comparable {
  snapshot: Snapshot;
  actions: Action[];
  /** `flow:state`, `$end` when the session is over. */
  at: string;
  notes: string[];
}

/** The engine's side, as plain JSON. */
export function comparableTaken({ snapshot, actions, trace }: { snapshot: Snapshot; actions: Action[]; trace: TraceStep[] }): Comparable {
  const top = snapshot.frames.at(-1);
  return plain({ snapshot, actions, at: top ? `${top.flow}:${top.at}` : '$end', notes: trace.flatMap(noteOf) });
}

/** The emitted code's side. */
export function comparableTold({ snapshot, actions, at, notes }: Told): Comparable {
  // Guards are pure in xstate: one that fails leaves no note there. Nor does a state that is not there: its target is `$error`.
  const told = notes.filter((note) => !/^fail .* (guard|entry)$/.test(note)).map((note) => note.replace(/^(take|fail) [^ :]+:/, '$1 '));
  return { snapshot, actions, at, notes: told };
}

function noteOf(step: TraceStep): string[] {
  switch (step.did) {
    case 'enter': return [`enter ${step.flow}:${step.state}`];
    case 'take': return [`take ${step.from} ${step.edge ?? ''}`];
    case 'set': return [`set ${step.variable} ${JSON.stringify(step.value)}`];
    case 'act': return [`act ${step.action}`];
    case 'call': return [`call ${step.flow}`];
    case 'return': return [`return ${step.flow}`];
    case 'end': return ['end'];
    case 'fail': return step.where === 'guard' || step.where === 'entry' ? [] : [`fail ${step.state} ${step.where}`];
    case 'limit': return [`limit ${step.limit}`];
    default: return [];
  }
}

/** A field that is undefined is the same as one that is missing. */
function plain(value: Comparable): Comparable {
  return JSON.parse(JSON.stringify(value));
}
