import { setup } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { companion } from '../compiler/companion.ts';
import { session } from '../compiler/companion/tell.ts';
import type { Told } from '../compiler/companion/tell.ts';
import { emit } from '../compiler/emit/emit.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { Machine } from '../machine/machine.ts';

/** Runs the emitted code of a machine as a session on plain xstate. `change` plants a fault in the code. */
export function runEmitted(machine: Machine, change: (code: string) => string = (code) => code): (event: MachineEvent) => Told {
  const code = change(emit(machine).code).replace(/^import .*$/gm, '').replaceAll(/^export /gm, '');
  // The module without its imports, which are given as arguments: the code under test itself is not touched.
  const load = new Function('setup', 'companion', `${code}\nreturn { machine, parley };`) as (...doors: unknown[]) => Emitted;
  const emitted = load(setup, companion);
  return session(emitted.machine, emitted.parley.tables).tell;
}

interface Emitted {
  machine: AnyStateMachine;
  parley: ReturnType<typeof companion>;
}
