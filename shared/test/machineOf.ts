import type { Expression, Facts, ValueType } from '../expressions/types.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { ActionTemplate } from '../machine/action.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { CompiledFlow, Machine, State, Transition } from '../machine/machine.ts';
import type { Incoming } from '../messages/incoming.ts';

/** A state written by hand: what is left out is empty. */
export type StateSketch = Partial<State>;

/** Facts of every test: one moment, one zone, one contact. */
export const facts: Facts = {
  now: '2026-11-20T10:00:00.000Z',
  zone: 'Asia/Kolkata',
  offsets: [{ from: '2026-01-01T00:00:00.000Z', minutes: 330 }],
  language: 'en',
  seed: 7,
  channel: 'rest',
  contact: { id: 'c1', name: 'Asha' },
};

/** Events of a test, with the facts above. */
export const events = {
  start: (message?: Incoming): MachineEvent => ({ type: 'start', facts, message }),
  say: (text: string): MachineEvent => ({ type: 'message', facts, message: { type: 'text', text } }),
  tap: (option: string, wait?: number): MachineEvent => ({ type: 'message', facts, message: { type: 'choiceReply', option, wait } }),
  message: (message: Incoming): MachineEvent => ({ type: 'message', facts, message }),
  done: (wait: number, value: Json): MachineEvent => ({ type: 'result', facts, wait, result: { ok: true, value } }),
  failed: (wait: number, error = 'it broke'): MachineEvent => ({ type: 'result', facts, wait, result: { ok: false, outcome: 'failed', error } }),
  unknown: (wait: number): MachineEvent => ({ type: 'result', facts, wait, result: { ok: false, outcome: 'unknown', error: 'gone' } }),
  calledBack: (wait: number, outcome: string, values: JsonObject = {}): MachineEvent => ({ type: 'callback', facts, wait, called: { outcome, values } }),
  timer: (wait: number): MachineEvent => ({ type: 'timer', facts, wait }),
  dialogDone: (wait: number, value = 'done'): MachineEvent => ({ type: 'dialogDone', facts, wait, dialog: 'language', value }),
};

/** Types by their kind. */
export const types = {
  text: { kind: 'text' }, number: { kind: 'number' }, boolean: { kind: 'boolean' }, date: { kind: 'date' },
  texts: { kind: 'list', of: { kind: 'text' } }, numbers: { kind: 'list', of: { kind: 'number' } },
} as const satisfies Record<string, ValueType>;

/** An expression of a type. */
export function cel(text: string, type: ValueType = types.boolean): Expression {
  return { cel: text, type };
}

/** Says the text of a key; `machineOf` makes a text of every key it is given. */
export function send(text: string): ActionTemplate {
  return { type: 'send', message: { type: 'text', text: { text } } };
}

/** Runs code of no interest with one input. */
export function runCode(value: string, type: ValueType = types.number): ActionTemplate {
  return { type: 'runCode', code: 'export default () => 1', input: [{ name: 'x', expression: cel(value, type) }], output: types.number, timeoutMs: 100 };
}

/** A transition to a state, with the rest of it. */
export function to(state: string, rest: Omit<Transition, 'to'> = {}): Transition {
  return { ...rest, to: state };
}

/** A wait for any text. */
export const anyText = { for: 'message', recogniser: { kind: 'text' } } as const;

/** A flow written by hand, with the built-in states. A variable is its type and initial value, which an author `declared` or not. */
export function flowOf(states: Record<string, StateSketch>, variables: Record<string, [ValueType, Json, declared?: true]> = {}, entry?: string): CompiledFlow {
  const sketches: Record<string, StateSketch> = { $error: { node: '', entry: [send('oops')], final: true, outcome: 'session' }, $silence: { node: '', final: true, outcome: 'session' }, ...states };
  return {
    entry: entry ?? Object.keys(states)[0] ?? '$error',
    variables: Object.fromEntries(Object.entries(variables).map(([name, [type, initial, declared]]) => [name, { type, initial, ...(declared && { declared }) }])),
    states: Object.fromEntries(Object.entries(sketches).map(([id, sketch]) => [id, { node: id.split('/')[0] ?? '', entry: [], always: [], on: {}, ...sketch }])),
  };
}

/** A machine written by hand; every text reads as its own key, with `{name}` standing for a piece. */
export function machineOf(flows: Record<string, CompiledFlow>, rest: Partial<Machine> = {}): Machine {
  const refs = JSON.stringify(flows).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g);
  const keys = [...refs].map(([, key]) => JSON.parse(`"${key}"`) as string);
  const texts = Object.fromEntries(keys.map((key) => [key, { en: pieces(key) }]));
  return { v: 1, main: 'main', flows, languages: ['en'], shortcuts: [], ...rest, texts: { ...texts, ...rest.texts } };
}

function pieces(text: string) {
  return text.split(/(\{[^}]*\})/).filter((piece) => piece !== '').map((piece) => (piece.startsWith('{') ? { cel: piece.slice(1, -1), name: piece.slice(1, -1) } : piece));
}
