import { setup } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { companion } from '../compiler/companion.ts';
import { session } from '../compiler/companion/tell.ts';
import type { Told } from '../compiler/companion/tell.ts';
import type { Tables } from '../compiler/companion/types.ts';
import { emit } from '../compiler/emit/emit.ts';
import type { Taken } from '../engine/take.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { Machine } from '../machine/machine.ts';
import type { TraceStep } from '../machine/trace.ts';

/** Runs the emitted code of a machine as a session on plain xstate. `change` plants a fault in the code. */
export function runEmitted(machine: Machine, change: (code: string) => string = (code) => code): (event: MachineEvent) => Told {
  const code = change(emit(machine).code).replace(/^import .*$/gm, '').replaceAll(/^export /gm, '');
  let tables: Tables | undefined;
  const keeping = (given: Tables) => {
    tables = given;
    return companion(given);
  };
  // The module without its imports, which are given as arguments: the code under test itself is not touched.
  const load = new Function('setup', 'companion', `${code}\nreturn machine;`) as (...doors: unknown[]) => AnyStateMachine;
  const chart = load(setup, keeping);
  if (!tables) throw new Error('The emitted code made no tables');
  return session(chart, tables).tell;
}

/** What is compared after every event: position, values, effects, and every fact of the trace that both sides tell. */
export function factsOfEngine({ snapshot, actions, trace }: Taken) {
  const top = snapshot.frames.at(-1);
  return plain({ snapshot, actions, at: top ? `${top.flow}:${top.at}` : '$end', notes: trace.flatMap(noteOf) });
}

/** The same of a session on xstate. */
export function factsOfEmitted({ snapshot, actions, at, notes }: Told) {
  // Guards are pure in xstate: one that fails leaves no note there. Nor does a state that is not there: its target is `$error`.
  const told = notes.filter((note) => !/^fail .* (guard|entry)$/.test(note)).map((note) => note.replace(/^(take|fail) [^ :]+:/, '$1 '));
  return plain({ snapshot, actions, at, notes: told });
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

/** JSON, so that a field that is undefined is the same as one that is missing. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
