import type { Machine, Transition } from '../machine/machine.ts';
import { anyText, cel, flowOf, machineOf, send, to, types } from './machineOf.ts';
import { asks, vars } from './ruleParts.ts';

/** A limit, a machine that passes it when it is told `over`, and one saying that stays under it. */
export interface LimitRow {
  limit: string;
  machine: Machine;
  over: string;
  under?: string;
}

const keep = to('b', { set: [{ variable: 'name', value: { from: 'answer' } }] });
const opening: Parameters<typeof flowOf>[0] = { a: { ...asks, on: { answer: [to('z', { guard: { is: 'true', expression: cel('isSet(flag)') } }), keep] } } };
const resting: Parameters<typeof flowOf>[0] = { z: { entry: [send('z')], wait: anyText } };
const grow = (times: number) => to('b', {
  guard: { is: 'below', counter: 'c', limit: times }, count: { counter: 'c', to: 'increment' },
  set: [{ variable: 'big', value: { from: 'expression', expression: cel('big + [name + name + name + name]', types.texts) } }],
});
const loops = Array.from({ length: 11 }, (_, i) => to('c', {
  guard: { is: 'below', counter: 'd', limit: i + 1 }, count: { counter: 'd', to: 'increment' }, cursor: { loop: `m${i}`, step: 'start', list: cel('big', types.texts) },
}));
const bigVars: Parameters<typeof flowOf>[1] = { ...vars, big: [types.texts, []], long: [types.numbers, Array.from({ length: 1_000 }, () => 1)] };
const limited = (states: Parameters<typeof flowOf>[0], rest: Record<string, ReturnType<typeof flowOf>> = {}) => machineOf({ main: flowOf({ ...opening, ...states, ...resting }, bigVars), ...rest });
const counted = (letter: string): Omit<Transition, 'to'> => ({ count: { counter: letter.repeat(140_000), to: 'increment' } });
const callDeep = { call: { flow: 'sub', args: [], results: [], returnTo: 's' } };
const round = Array.from({ length: 60 }, (_, i) => [`s${i}`, { always: [to(`s${(i + 1) % 60}`)] }]);

// A letter of Hindi takes three bytes: four times 300 of them, ten times, are 36,000 bytes; 1,000 of them 120,000.
const long = 'ह'.repeat(1_000);

/** Every limit of a turn that a machine can pass; the engine's test and the differential test run them. */
export const limitRows: LimitRow[] = [
  { limit: 'visitsPerState', machine: limited({ b: { entry: [send('said')], always: [to('b')] } }), over: 'x' },
  { limit: 'frames', machine: limited({ b: { entry: [send('said')], always: [{ call: { flow: 'sub', args: [], results: [], returnTo: 'z' } }] } }, { sub: flowOf({ s: { always: [callDeep] } }) }), over: 'x' },
  { limit: 'steps', machine: limited({ b: { entry: [send('said')], always: [to('s0')] }, ...Object.fromEntries(round) }), over: 'x' },
  { limit: 'variablesBytes', machine: limited({ b: { always: [grow(10), to('z')] } }), over: long, under: long.slice(0, 250) },
  { limit: 'cursorsBytes', machine: limited({ b: { always: [grow(7), to('c')] }, c: { always: [...loops, to('z')] } }), over: long.slice(0, 300), under: long.slice(0, 75) },
  { limit: 'variablesBytes', machine: limited({ b: { always: [grow(10), to('$silence')] } }), over: long },
  // Only counters are neither variables nor cursors.
  { limit: 'snapshotBytes', machine: limited({ b: { always: [to('c', counted('x'))] }, c: { always: [to('d', counted('y'))] }, d: { always: [to('z', counted('z'))] } }), over: 'x' },
];

/** Goes through 1,000 items, visiting its states more often than a loop without items may. */
export const longLoop: Machine = limited({
  b: { always: [to('l', { cursor: { loop: 'l', step: 'start', list: cel('long', types.numbers) } })] },
  l: { always: [to('l/each', { guard: { is: 'more', loop: 'l' }, cursor: { loop: 'l', step: 'next' }, count: { counter: 'c', to: 'increment' } }), to('z')] },
  'l/each': { always: [to('l')] },
});
