import type { Json } from '../lib/json.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { Machine } from '../machine/machine.ts';
import { anyText, cel, flowOf, machineOf, send, types } from './machineOf.ts';

/** One rule of a turn: a machine, what is told to it, and what must come of it (see `brief` in the engine's test). */
export interface RuleRow {
  rule: string;
  machine: Machine;
  turns: [MachineEvent, string][];
  variables?: Record<string, Json>;
}

/** A state that asks for a name. */
export const asks = { entry: [send('name?')], wait: anyText };
const variables = { n: [types.number, 0], name: [types.text, 'nobody'], list: [types.numbers, []], flag: [types.boolean, false] } as const satisfies Parameters<typeof flowOf>[1];
/** The variables of every flow here. */
export const vars = { ...variables } as Parameters<typeof flowOf>[1];
/** A machine of one flow. */
export const one = (states: Parameters<typeof flowOf>[0], rest?: Partial<Machine>) => machineOf({ main: flowOf(states, vars) }, rest);
/** Assigns what an expression gives. */
export const setTo = (variable: string, text: string, type: Parameters<typeof cel>[1] = types.number) => ({ variable, value: { from: 'expression', expression: cel(text, type) } }) as const;
/** What a callback may answer. */
export const contract = { codes: [{ code: 'paid', label: 'Paid' }, { code: 'refused', label: 'Refused' }], outputs: [{ name: 'amount', type: types.number }] };
/** An expression that cannot be evaluated. */
export const broken = cel('1 / 0 > list[5]');
