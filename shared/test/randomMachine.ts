import type { Expression, ValueType } from '../expressions/types.ts';
import { seededRandom } from '../lib/id.ts';
import type { Random } from '../lib/id.ts';
import type { JsonObject } from '../lib/json.ts';
import type { ActionTemplate, MessageTemplate, TextRef } from '../machine/action.ts';
import type { ListedOptions } from '../machine/choosing.ts';
import type { CallbackContract } from '../machine/callback.ts';
import type { ModelOutput } from '../machine/modelCall.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { Assignment, CompiledFlow, Guard, Machine, State, Transition, Wait } from '../machine/machine.ts';
import type { Recogniser } from '../machine/recogniser.ts';
import type { Incoming } from '../messages/incoming.ts';
import { restingAt } from '../engine/resting.ts';
import type { PreparedMachine } from '../engine/prepare.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import { cel, facts, flowOf, machineOf, types } from './machineOf.ts';

const variables: Record<string, [ValueType, never]> = {
  n: [types.number, 0 as never], m: [types.number, 3 as never], name: [types.text, 'nobody' as never], flag: [types.boolean, false as never], list: [types.numbers, [1, 2] as never],
};
const locals: typeof variables = { n: [types.number, 5 as never], out: [types.number, 0 as never], who: [types.text, '' as never] };

const numbers = ['n + 1.0', 'm * 2.0', 'n - m', 'list[0]', 'list[7]', '1.0 / (n - n) + list[9]', 'double(size(list))', '4.0'];
const booleans = ['n > 2.0', 'flag', '!flag', 'isSet(name)', 'list[8] > 1.0', 'size(list) < 3', 'name == "Asha"', 'true'];
const texts = ['name', '"x" + name', 'string(n)', 'name + name', '"Z"'];
const lists = ['list', 'list + [n]', '[]', '[n, m, 9.0]', 'list.filter(i, i > 1.0)'];
const words = ['Red', 'Blue', '3', '12', 'many', 'Asha', 'menu', 'restart', 'language', 'later', ''];

/** Dice over one seeded source. */
function dice(random: Random) {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  return { below, pick, chance: (share: number): boolean => random() < share, times: <Value>(most: number, make: () => Value): Value[] => Array.from({ length: below(most + 1) }, make) };
}
type Dice = ReturnType<typeof dice>;

/** A random machine with every kind of state, transition, guard, wait and limit; the same seed gives the same one. */
export function randomMachine(seed: number): Machine {
  const roll = dice(seededRandom(seed));
  const names = ['main', 'sub', 'menu'];
  const flows = Object.fromEntries(names.map((flow) => [flow, randomFlow(roll, flow)]));
  const shortcuts: Machine['shortcuts'] = roll.chance(0.6) ? [
    { id: 'm', keywords: { en: ['menu'] }, does: { kind: 'call', flow: 'menu' } },
    { id: 'r', keywords: { en: ['restart'], fr: ['recommencer'] }, does: { kind: 'restart' } },
    { id: 'l', keywords: { en: ['language'] }, does: { kind: 'dialog', dialog: 'language' } },
    { id: 'g', keywords: { en: ['gone'] }, does: { kind: 'call', flow: 'gone' } },
  ] : [];
  const machine = machineOf(flows, { shortcuts, languages: ['en', 'fr'] });
  for (const text of Object.values(machine.texts)) if (roll.chance(0.3) && text['en']) text['fr'] = ['(fr) ', ...text['en']];
  return machine;
}

function randomFlow(roll: Dice, flow: string): CompiledFlow {
  const main = flow === 'main';
  const ids = Array.from({ length: 3 + roll.below(7) }, (_, i) => (roll.chance(0.3) ? `s${i}/part.x` : `s${i}`));
  const context: Making = { roll, flow, ids, loops: ['l1', 'l2'] };
  const states = Object.fromEntries(ids.map((id) => [id, randomState(context)]));
  const compiled = flowOf(states, main ? variables : locals);
  if (roll.chance(0.5) && compiled.states['$error']) compiled.states['$error'] = { ...compiled.states['$error'], outcome: 'failed' };
  return compiled;
}

interface Making {
  roll: Dice;
  flow: string;
  ids: string[];
  loops: string[];
}

function randomState(making: Making): Partial<State> {
  const { roll } = making;
  const state: Partial<State> = { entry: roll.times(2, () => randomAction(roll, making)), always: roll.times(2, () => randomTransition(making, true)) };
  if (roll.chance(0.3)) state.onError = { ...randomTransition(making, false), guard: undefined };
  const kind = roll.below(10);
  if (kind < 1) return { ...state, final: true, ...(roll.chance(0.6) && { outcome: roll.pick(['failed', 'session'] as const) }) };
  if (kind < 3) return { ...state, always: [...(state.always ?? []), { ...randomTransition(making, false), guard: undefined }] };
  const wait = randomWait(roll);
  const happenings = wait.for === 'message' ? ['answer', 'invalid', 'skipped'] as const : wait.for === 'result' ? ['done', 'failed', 'unknown'] as const : wait.for === 'callback' ? ['calledBack', 'failed'] as const : ['dialogDone'] as const;
  const on: State['on'] = {};
  for (const happening of [...happenings, 'timeout'] as const) if (roll.chance(0.8)) on[happening] = [...roll.times(2, () => randomTransition(making, true)), ...(roll.chance(0.7) ? [randomTransition(making, false)] : [])];
  if (wait.for === 'result') state.entry = [...(state.entry ?? []), randomEffect(roll)];
  return { ...state, always: roll.chance(0.2) ? state.always : [], wait, on };
}

function randomTransition(making: Making, guarded: boolean): Transition {
  const { roll, ids, flow, loops } = making;
  const transition: Transition = { ...(guarded && roll.chance(0.8) && { guard: randomGuard(roll, loops) }), ...(roll.chance(0.5) && { edge: `e${roll.below(99)}` }) };
  if (roll.chance(0.5)) transition.set = roll.times(2, () => randomAssignment(roll, flow, loops));
  if (roll.chance(0.25)) transition.count = { counter: roll.pick(['c', 'd']), to: roll.pick(['increment', 'increment', 'reset']) };
  if (roll.chance(0.1)) transition.forget = 'x';
  const loop = roll.pick(loops);
  if (roll.chance(0.3)) transition.cursor = roll.pick([{ loop, step: 'start', list: cel(roll.pick(lists), types.numbers) }, { loop, step: 'next' }, { loop, step: 'next' }, { loop, step: 'end' }] as const);
  const where = roll.below(20);
  if (where < (flow === 'main' ? 1 : 4)) return { ...transition, return: true };
  // A called flow calls itself more often than not, or calls would hardly ever go too deep.
  if (where < (flow === 'sub' ? 9 : 6)) return { ...transition, call: { flow: roll.pick(['sub', 'sub', 'menu', 'gone']), args: roll.times(1, () => ({ local: roll.pick(['n', 'n', 'none']), expression: number(roll) })), results: roll.times(2, () => ({ variable: roll.pick(flow === 'main' ? ['n', 'm', 'name', 'none'] : ['n', 'who', 'm']), local: roll.pick(['out', 'n', 'who']) })), returnTo: roll.pick(ids), ...(roll.chance(0.5) && { failedTo: roll.pick(ids) }), ...(roll.chance(0.4) && { tool: { exchange: 'x', id: roll.pick(['t1', 't2']), takes: roll.pick([['n'], ['n', 'who'], ['none']]), gives: roll.pick([['out'], ['out', 'n', 'none']]) } }) } };
  return { ...transition, to: roll.pick(roll.chance(0.04) ? ['$error', '$silence'] : ids) };
}

const number = (roll: Dice): Expression => cel(roll.pick(numbers), types.number);

function randomGuard(roll: Dice, loops: string[]): Guard {
  return roll.pick<() => Guard>([
    () => ({ is: 'true', expression: cel(roll.pick(booleans)) }), () => ({ is: 'true', expression: cel(roll.pick(booleans)) }),
    () => ({ is: 'option', option: roll.pick(['o1', 'o2']) }), () => ({ is: 'outcome', outcome: roll.pick(['added', 'done']) }),
    () => ({ is: 'below', counter: roll.pick(['c', 'd']), limit: roll.below(4) }), () => ({ is: 'more', loop: roll.pick(loops) }),
    () => ({ is: 'share', key: roll.pick(['k1', 'k2', 'k3']), option: roll.pick(['a', 'b']), weights: roll.pick([{ a: 1, b: 1 }, { a: 3, b: 1 }, { a: 0, b: 0 }]) }),
    () => ({ is: 'means', option: roll.pick(['o1', 'o2']), said: cel(roll.pick(['"it is red"', '"the 2nd"', '"Asha"', 'name', 'string(list[7])']), types.text), choice: { kind: 'choice', typed: true, other: false, options: [{ id: 'o1', label: { text: 'Red' } }, { id: 'o2', label: { text: 'Blue' }, examples: { text: 'Asha' } }] } }),
  ])();
}

function randomAssignment(roll: Dice, flow: string, loops: string[]): Assignment {
  const variable = roll.pick(flow === 'main' ? ['n', 'm', 'name', 'flag', 'list', 'none'] : ['n', 'out', 'who', 'm', 'name', 'list']);
  const typed: Record<string, Expression> = { name: cel(roll.pick(texts), types.text), who: cel(roll.pick(texts), types.text), flag: cel(roll.pick(booleans)), list: cel(roll.pick(lists), types.numbers) };
  const value = roll.pick<() => Assignment['value']>([
    () => ({ from: 'expression', expression: typed[variable] ?? number(roll) }), () => ({ from: 'expression', expression: typed[variable] ?? number(roll) }),
    () => ({ from: 'answer' }), () => ({ from: 'result', path: roll.pick([[], ['count'], ['outcome'], ['values', 'count']]) }), () => ({ from: 'text', text: { text: roll.pick(['Red {n}', 'Blue']) } }),
    () => ({ from: 'item', loop: roll.pick(loops) }), () => ({ from: 'index', loop: roll.pick(loops) }), () => ({ from: 'unset' }),
  ])();
  return { variable, value };
}

const options = [{ id: 'o1', label: { text: 'Red' } }, { id: 'o2', label: { text: 'Blue' } }];

/** Options of a list's items; sometimes one cannot be computed. */
function listed(roll: Dice): ListedOptions {
  const each = (body: string): Expression => cel(`(list).map(item, ${body})`, types.numbers);
  return { labels: each(roll.pick(['item', 'item * 2.0', 'item + list[7]'])), values: each('item'), ...(roll.chance(0.4) && { notes: each('n') }), most: 1 + roll.below(3) };
}

/** A file that an expression gives, or fails to. Not rolled for: the machines of all seeds stay what they were. */
const files: Readonly<Record<string, MessageTemplate>> = {
  plain: { type: 'file', as: 'image', file: cel('{"id": "f", "mime": "image/png", "name": name, "bytes": n}', { kind: 'file' }), caption: { text: 'n is {n}' } },
  'broken {list[9]} text': { type: 'file', as: 'audio', file: cel('list[9]', { kind: 'file' }) },
};

function randomAction(roll: Dice, { flow }: Making): ActionTemplate {
  if (roll.chance(0.15)) return randomEffect(roll);
  if (roll.chance(0.2)) return { type: 'send', message: { type: 'result', path: roll.pick([['text'], ['made', 'text']]) } };
  const body = roll.pick(['plain', 'n is {n}', '{name} and {m}', 'broken {list[9]} text', `${flow} {isSet(n)}`]);
  if (roll.chance(0.25)) return { type: 'send', message: { type: 'choices', body: { text: body }, options, ...(roll.chance(0.3) && { listed: listed(roll) }), ...(roll.chance(0.2) && { several: { least: 1, most: 2 } }), ...(roll.chance(0.5) && { footer: { text: 'foot {n}' } }) } };
  if (roll.chance(0.1)) return { type: 'send', message: files[body] ?? { type: 'image', media: { id: 'i', mime: 'image/png', name: 'i.png', bytes: 1 }, caption: { text: body } } };
  return { type: 'send', message: { type: 'text', text: { text: body } } };
}

function randomEffect(roll: Dice): ActionTemplate {
  const fields = roll.times(2, () => ({ field: roll.pick(['a', 'b']), value: number(roll) }));
  const collection = 'bookings';
  return roll.pick<ActionTemplate>([
    { type: 'runCode', code: 'export default () => 1', input: [{ name: 'x', expression: number(roll) }], output: types.number, timeoutMs: 100 },
    { type: 'findRecords', collection, where: fields, limit: 3 },
    { type: 'addRecord', collection, key: number(roll), fields },
    { type: 'changeRecord', collection, key: cel(roll.pick(texts), types.text), fields },
    { type: 'removeRecord', collection, key: roll.chance(0.8) ? cel(roll.pick(texts), types.text) : cel(roll.pick(lists), types.numbers) },
    {
      type: 'httpRequest', method: 'POST', url: { text: 'n is {n}' }, query: [{ name: 'q', value: { text: '{name} and {m}' } }], headers: [{ name: 'h', value: { text: roll.pick(['plain', 'broken {list[9]} text']) } }],
      body: roll.pick([{ as: 'json', json: [{ path: ['a', 'b'], value: number(roll) }, { path: ['a', roll.pick(['b', 'c'])], value: cel(roll.pick(lists), types.numbers) }] }, { as: 'form', fields: [{ name: 'f', value: { text: 'Blue' } }] }, { as: 'text', text: { text: 'Red {n}' }, mime: 'text/plain' }]),
      timeoutMs: 100, maxBytes: 100, attempts: 1, repeatable: false, ranges: [], picks: [],
    },
    { type: 'openCallback', contract, inputs: roll.times(1, () => ({ name: 'amount', expression: number(roll) })), expires: { after: roll.pick(['PT1H', 'soon']) } },
    {
      type: 'callModel', node: 's0', role: 'best', instructions: { text: roll.pick(['n is {n}', 'broken {list[9]} text']) }, data: roll.times(2, () => ({ name: roll.pick(['x', 'y']), expression: number(roll) })), history: 2, timeoutMs: 100, ...(roll.chance(0.7) && { exchange: 'x' }),
      output: roll.pick<ModelOutput<TextRef>>([{ as: 'text', mostLetters: 100, streams: true }, { as: 'fields', fields: [] }, { as: 'option', least: 0.5, options: [{ id: 'o1', label: { text: 'Red' }, description: { text: '{name} and {m}' }, examples: { text: 'Blue' } }] }]),
    },
    { type: 'openDialog', dialog: 'language' },
  ]);
}

const contract: CallbackContract = { codes: [{ code: 'added', label: 'Added' }, { code: 'done', label: 'Done' }], outputs: [{ name: 'count', type: types.number }] };

function randomWait(roll: Dice): Wait {
  const until = { until: cel(roll.pick(['nextTime(time("08:00"))', 'now() + hours(n)', 'nextTime(time("08:00"), [])', 'now() + minutes(list[7])']), { kind: 'datetime' }) };
  if (roll.chance(0.1)) return { for: 'time', meanwhile: roll.pick(['hold', 'oneMoment'] as const), ...(roll.chance(0.7) && { waitingText: { text: 'one moment {n}' } }), timeout: roll.chance(0.6) ? until : { after: 'PT5M' } };
  const silence = roll.chance(0.4) ? { timeout: { after: roll.pick(['PT1H', 'P2DT3M', 'P1Y', 'soon']) } } : {};
  const timeout = roll.chance(0.1) ? { timeout: until } : silence;
  if (roll.chance(0.15)) return { for: 'dialog', ...timeout };
  if (roll.chance(0.3)) {
    const holding = { meanwhile: roll.pick(['hold', 'oneMoment', 'interrupt'] as const), ...(roll.chance(0.7) && { waitingText: { text: 'one moment {n}' } }) };
    return roll.chance(0.25) ? { for: 'callback', contract, ...holding, ...silence } : { for: 'result', ...holding, ...timeout };
  }
  const recogniser = roll.pick<Recogniser>([
    { kind: 'text' }, { kind: 'number', min: 2 }, { kind: 'chosen', of: { kind: 'choice', options, typed: true, other: roll.chance(0.5) }, ...(roll.chance(0.6) && { several: { least: 1, most: 2 } }), ...(roll.chance(0.5) && { listed: listed(roll) }) }, { kind: 'choice', options, typed: true, other: false },
    { kind: 'keywords', options: [{ id: 'o1', words: { text: 'Red, many' } }, { id: 'o2', words: { text: 'Asha' } }] }, { kind: 'anything' },
  ]);
  return { for: 'message', recogniser, ...(roll.chance(0.15) && { check: { expression: cel(roll.pick(['answer == answer', 'n > 2.0', 'list[9] > 1.0'])), answer: types.text } }), ...(roll.chance(0.3) && { skip: { text: 'later, Blue' } }), ...timeout };
}

/** A random event for where a session rests: mostly what it waits for, sometimes late, repeated or of no use. */
export function randomEvents(prepared: PreparedMachine, seed: number): (snapshot: Snapshot | null) => MachineEvent {
  const roll = dice(seededRandom(seed));
  return (snapshot) => {
    const at = { ...facts, language: roll.pick(['en', 'en', 'fr', 'fr-CA', 'hi']) };
    if (!snapshot || snapshot.frames.length === 0 || roll.chance(0.01)) return { type: 'start', facts: at, ...(roll.chance(0.5) && { message: randomMessage(roll, 0) }) };
    const resting = restingAt(prepared, snapshot);
    const wait = roll.chance(0.9) ? snapshot.seq : roll.below(snapshot.seq + 2);
    // What a shortcut came between may be answered at any time, also from under it.
    const awaited = snapshot.frames.find(({ rests }) => rests)?.rests;
    if (awaited && roll.chance(0.15)) return roll.chance(0.5) ? { type: 'timer', facts: at, wait: awaited.wait } : { type: 'callback', facts: at, wait: awaited.wait, called: { outcome: 'added', values: { count: 4 } } };
    if (roll.chance(0.12)) return { type: 'timer', facts: at, wait };
    if (resting?.wait.for === 'dialog' ? roll.chance(0.7) : roll.chance(0.05)) return { type: 'dialogDone', facts: at, wait, dialog: 'language', value: roll.pick(['done', 'o1']) };
    if (resting?.wait.for === 'callback' ? roll.chance(0.7) : roll.chance(0.01)) return { type: 'callback', facts: at, wait, called: { outcome: roll.pick(['added', 'done', 'gone']), values: roll.pick<JsonObject>([{ count: 4 }, { count: 4 }, { count: 4 }, {}]) } };
    if (resting?.wait.for === 'result' ? roll.chance(0.7) : roll.chance(0.05)) {
      const result = roll.pick([{ ok: true, value: { outcome: 'added', count: 4, by: 'standIn', text: 'made', made: { text: 'inside' }, arguments: roll.pick<JsonObject>([{ n: 4, who: 'Asha' }, { n: 4 }, { n: 'four' }]) } }, { ok: true, value: 6 }, { ok: false, outcome: 'failed', error: 'broke' }, { ok: false, outcome: 'unknown', error: 'gone' }] as const);
      return { type: 'result', facts: at, wait, result };
    }
    return { type: 'message', facts: at, message: randomMessage(roll, wait) };
  };
}

function randomMessage(roll: Dice, wait: number): Incoming {
  if (roll.chance(0.2)) return { type: 'choiceReply', option: roll.pick(['o1', 'o2', 'skip', 'm', 'r']), ...(roll.chance(0.6) && { wait }) };
  if (roll.chance(0.05)) return roll.pick<Incoming>([{ type: 'start' }, { type: 'reaction', emoji: '+' }, { type: 'unsupported', was: 'sticker' }, { type: 'edited', message: '1', text: 'Red' }]);
  return { type: 'text', text: roll.pick(words) || 'x'.repeat(50) };
}
