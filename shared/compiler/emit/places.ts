import { own } from '../../expressions/fits.ts';
import { errorState, outlivesShortcuts } from '../../machine/machine.ts';
import type { Machine, State, StateId, Transition } from '../../machine/machine.ts';
import { literal } from './literal.ts';

/** A target in xstate's words, by id; dots and backslashes are escaped because xstate reads them as a path. A state that is not there is its flow's `$error`. */
export function target(machine: Machine, flow: string, state: StateId): string {
  const there = Object.hasOwn(own(machine.flows, flow)?.states ?? {}, state) ? state : errorState;
  return literal(`#${`${flow}:${there}`.replace(/[.\\]/g, '\\$&')}`);
}

/** The entry of a flow as a target; a flow that is not there is never entered, because calling it fails first. */
export function entryOf(machine: Machine, flow: string, otherwise: string): string {
  const called = own(machine.flows, flow);
  return called ? target(machine, flow, called.entry) : otherwise;
}

/** Where the question of an interrupted state is asked again: at the entry of its node. */
export function againAt(machine: Machine, flow: string, id: StateId, { node }: State): string {
  return target(machine, flow, node && Object.hasOwn(own(machine.flows, flow)?.states ?? {}, node) ? node : id);
}

/** A state of a machine, with where it is. */
export interface Place {
  flow: string;
  id: StateId;
  state: State;
}

/** All states of all flows, in the machine's order. */
export function placesOf(machine: Machine): Place[] {
  return Object.entries(machine.flows).flatMap(([flow, { states }]) => Object.entries(states).map(([id, state]) => ({ flow, id, state })));
}

/** All transitions of a state, its error route included. */
export function transitionsOf({ always, on, onError }: State): Transition[] {
  return [...always, ...Object.values(on).flat(), ...(onError ? [onError] : [])];
}

/** Every label the end of a flow can lead to, with its target: after calls, and back to where a shortcut interrupted. */
export function returnsOf(machine: Machine): Map<string, string> {
  const labels = new Map<string, string>();
  const interrupts = machine.shortcuts.some(({ does }) => does.kind === 'call');
  for (const { flow, id, state } of placesOf(machine)) {
    for (const { call } of transitionsOf(state)) {
      const backTo = call ? [call.returnTo, call.failedTo ?? errorState] : [];
      backTo.forEach((to) => labels.set(`${flow}:${to}`, target(machine, flow, to)));
    }
    if (interrupts && outlivesShortcuts(state.wait)) labels.set(`back ${flow}:${id}`, target(machine, flow, id));
    if (interrupts && state.wait?.for === 'message') labels.set(`again ${flow}:${id}`, againAt(machine, flow, id, state));
  }
  return labels;
}
