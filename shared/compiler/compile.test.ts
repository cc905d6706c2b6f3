import { describe, expect, test } from 'vitest';
import { emptyFlow } from '../flow/emptyFlow.ts';
import type { Flow, FlowSet } from '../flow/document.ts';
import { drawGolden } from '../golden/drawGolden.ts';
import { seededRandom } from '../lib/id.ts';
import type { Machine, Transition } from '../machine/machine.ts';
import type { Sketch } from '../nodes/golden.ts';
import { nodeTypes } from '../nodes/index.ts';
import { randomFlow } from '../test/randomFlow.ts';
import { compile } from './compile.ts';

const draw = (flow: Sketch, subflows: Record<string, Sketch> = {}) => drawGolden({ flow, subflows }, nodeTypes);
const compiled = (flow: Sketch, subflows?: Record<string, Sketch>) => compile(draw(flow, subflows), nodeTypes);
const statesOf = (machine: Machine, flow = 'main') => machine.flows[flow]!.states;

/** Every state that a machine can be sent to, by flow. */
function targets(machine: Machine): [flow: string, state: string][] {
  return Object.entries(machine.flows).flatMap(([flow, { states }]) => Object.values(states).flatMap((state) => {
    const ways: Transition[] = [...state.always, ...Object.values(state.on).flat(), ...(state.onError ? [state.onError] : [])];
    return ways.flatMap(({ to, call }): [string, string][] => [...(to ? [[flow, to] as [string, string]] : []), ...(call ? [[flow, call.returnTo], [flow, call.failedTo ?? '$error']] as [string, string][] : [])]);
  }));
}

const sketch: Sketch = {
  languages: ['en', 'fr'],
  variables: { name: 'text' },
  nodes: { start: 'start', hi: { message: { text: 'Hi {{name}}' } }, bye: { end: { text: 'Bye' } } },
  edges: ['start -> hi', 'hi -> bye'],
  translations: { fr: { 'hi/text': 'Salut {{name}}', 'settings/errorText': 'Désolé' } },
};

test('a flow becomes states, texts of all languages and variables', () => {
  const machine = compiled(sketch);
  expect(machine).toMatchObject({ v: 1, main: 'main', languages: ['en', 'fr'], shortcuts: [] });
  expect(machine.flows['main']?.entry).toBe('start');
  expect(machine.flows['main']?.variables).toEqual({ name: { type: { kind: 'text' }, initial: '' } });
  expect(statesOf(machine)['hi']).toEqual({ node: 'hi', entry: [{ type: 'send', message: { type: 'text', text: { text: 'main:hi/text' } } }], always: [{ to: 'bye', edge: 'e2' }], on: {} });
  expect(machine.texts['main:hi/text']).toEqual({ en: ['Hi ', { cel: 'name', name: 'name' }], fr: ['Salut ', { cel: 'name', name: 'name' }] });
  expect(machine.texts['main:settings/errorText']?.['fr']).toEqual(['Désolé']);
});

test('every flow has its error and its silence state', () => {
  const machine = compiled(sketch, { sub: { nodes: { start: 'start', ok: 'end' }, edges: ['start -> ok'] } });
  expect(statesOf(machine)).toMatchObject({ $error: { final: true, outcome: 'failed', entry: [{ type: 'send' }] }, $silence: { final: true, outcome: 'session', entry: [] } });
  // The caller may know a way on; at last the main flow says the error text, once.
  expect(statesOf(machine, 'sub')).toMatchObject({ $error: { final: true, outcome: 'failed', entry: [] }, $silence: { final: true, outcome: 'session' } });
});

describe('total', () => {
  const plain = draw(sketch).flows['main']!;
  const broken: Record<string, Flow> = {
    'an edge to a node that is gone': { ...plain, edges: { ...plain.edges, e2: { from: 'hi', exit: 'next', to: 'nowhere' } } },
    'an exit without an edge': { ...plain, edges: { e1: plain.edges['e1']! } },
    'a node of an unknown type': { ...plain, nodes: { ...plain.nodes, hi: { type: 'telepathy', x: 0, y: 0, data: {} } } },
    'a node called like a property of every object': { ...plain, nodes: { ...plain.nodes, constructor: plain.nodes['hi']! }, edges: { ...plain.edges, e9: { from: 'toString', exit: 'valueOf', to: 'hasOwnProperty' } } },
    'a node whose data does not fit': { ...plain, nodes: { ...plain.nodes, hi: { type: 'message', x: 0, y: 0, data: { kind: 7 } } } },
    'no start': { ...plain, nodes: { hi: plain.nodes['hi']! }, edges: {} },
    'no languages': { ...plain, languages: [] },
    'a loop on itself': { ...plain, nodes: { ...plain.nodes, hi: { type: 'loop', x: 0, y: 0, data: {} } }, edges: { ...plain.edges, e2: { from: 'hi', exit: 'each', to: 'hi' } } },
  };
  test.each(Object.keys(broken))('%s', (name) => {
    const machine = compile({ main: 'main', flows: { main: broken[name]! } }, nodeTypes);
    for (const [flow, state] of targets(machine)) expect(Object.hasOwn(statesOf(machine, flow), state), `${flow} has ${state}`).toBe(true);
    expect(Object.hasOwn(statesOf(machine), machine.flows['main']!.entry)).toBe(true);
  });

  test('a set without its main flow', () => {
    const machine = compile({ main: 'gone', flows: {} }, nodeTypes);
    expect(machine.flows['gone']).toMatchObject({ entry: '$error' });
  });

  test('what is free goes where the settings say', () => {
    const machine = compiled({ nodes: { start: 'start', q: { ask: { question: 'Q', timeout: 'PT1H' } }, c: { code: {} } }, edges: ['start -> q', 'q -> c'] });
    expect(statesOf(machine)['q']?.on.timeout).toEqual([{ to: '$silence' }]);
    expect(statesOf(machine)['c']?.on).toMatchObject({ done: [{ to: '$error' }], failed: [{ to: '$error' }] });
  });
});

describe('settings', () => {
  test('an arrow to a node that is gone leads as far as none', () => {
    const asks: Sketch = { nodes: { start: 'start', q: { ask: { question: 'Name?', timeout: 'PT1H' } }, bye: 'end' }, edges: ['start -> q', 'q.answered -> bye', 'q.noAnswer -> gone'] };
    expect(statesOf(compiled(asks))['q']?.on.timeout).toEqual([{ to: '$silence', edge: 'e3' }]);
  });

  test('silence is the flow’s own, else the main flow’s', () => {
    const asks: Sketch = { nodes: { start: 'start', q: { ask: { question: 'Q' } } }, edges: ['start -> q'] };
    const machine = compiled({ ...asks, settings: { silenceAfter: 'PT1H' } }, { same: asks, own: { ...asks, settings: { silenceAfter: 'PT5M' } } });
    const waits = ['main', 'same', 'own'].map((flow) => statesOf(machine, flow)['q']?.wait?.timeout);
    expect(waits).toEqual([{ after: 'PT1H' }, { after: 'PT1H' }, { after: 'PT5M' }]);
  });

  test('a subflow that leaves a text empty says the main flow’s', () => {
    const asks: Sketch = { nodes: { start: 'start', q: { ask: { question: 'Q' } } }, edges: ['start -> q'] };
    const machine = compiled(asks, { same: { ...asks, settings: { unreadableText: '' } }, own: asks });
    const texts = ['same', 'own'].map((flow) => statesOf(machine, flow)['q/again']?.entry[0]);
    expect(texts).toMatchObject(['main', 'own'].map((flow) => ({ message: { text: { text: `${flow}:settings/unreadableText` } } })));
  });

  test('shortcuts come in order with their words in every language', () => {
    const machine = compiled({ ...sketch, settings: { shortcuts: { b: { keywords: 'menu', does: { kind: 'call', flow: 'sub' }, order: 2 }, a: { keywords: 'restart, start over,', does: { kind: 'restart' }, order: 1 } } }, translations: { fr: { 'settings/shortcuts.a.keywords': 'recommencer' } } });
    expect(machine.shortcuts).toEqual([
      { id: 'a', keywords: { en: ['restart', 'start over'], fr: ['recommencer'] }, does: { kind: 'restart' } },
      { id: 'b', keywords: { en: ['menu'] }, does: { kind: 'call', flow: 'sub' } },
    ]);
  });
});

describe('texts', () => {
  test('one that does not parse is said as typed', () => {
    expect(compiled({ nodes: { start: 'start', hi: { message: { text: 'Hi {{na me}}' } } }, edges: [] }).texts['main:hi/text']).toEqual({ en: ['Hi {{na me}}'] });
  });
  test('keywords are no templates, and hidden texts are left out', () => {
    const { texts } = compiled({ nodes: { start: { start: { openings: { o: { keywords: '{{x}}', order: 1 } } } }, hi: { message: { kind: 'audio', text: 'T', header: 'H' } } }, edges: [] });
    expect(texts['main:start/openings.o.keywords']).toEqual({ en: ['{{x}}'] });
    expect(texts['main:hi/header']).toBeUndefined();
  });
});

test('a start value that does not fit its type is the type’s zero; of two variables of one name the first counts', () => {
  const set = draw({ variables: { n: { type: { kind: 'number' }, initial: 'seven' }, d: { type: { kind: 'text' }, initial: 'x', personal: true } }, nodes: { start: 'start' }, edges: [] });
  const main = set.flows['main']!;
  const flow: Flow = { ...main, variables: { ...main.variables, twice: { name: 'n', type: { kind: 'text' }, order: 9 } } };
  expect(compile({ ...set, flows: { main: flow } }, nodeTypes).flows['main']?.variables).toEqual({ n: { type: { kind: 'number' }, initial: 0 }, d: { type: { kind: 'text' }, initial: 'x', declared: true, personal: true } });
});

test('states keep their ids and words whatever else is drawn', () => {
  const before = statesOf(compiled(sketch));
  const after = statesOf(compiled({ ...sketch, nodes: { ...sketch.nodes, more: { message: { text: 'More' } } }, edges: [...sketch.edges, 'more -> hi'] }));
  for (const [id, state] of Object.entries(before)) expect(after[id]).toEqual(state);
});

test('compiling changes nothing it was given and gives the same machine again', () => {
  const set = freeze(draw(sketch));
  expect(JSON.stringify(compile(set, nodeTypes))).toBe(JSON.stringify(compile(set, nodeTypes)));
});

test('what was lowered before is used again only where nothing that decides about it has changed', () => {
  const renamed = <Value>(map: Record<string, Value>): Record<string, Value> => Object.fromEntries(Object.entries(map).map(([id, value]) => [`${id}x`, value]));
  for (let seed = 0; seed < 4; seed += 1) {
    const set = randomFlow(seed);
    const [first = '', second = ''] = Object.keys(set.flows);
    const inEach = (change: (flow: Flow, id: string) => Partial<Flow>): FlowSet[] => Object.entries(set.flows).map(([id, flow]) => ({ ...set, flows: { ...set.flows, [id]: { ...flow, ...change(flow, id) } } }));
    const edits: FlowSet[] = [
      ...inEach((_, id) => ({ edges: randomFlow(seed + 1).flows[id]!.edges })),
      ...inEach(({ settings }) => ({ settings: { ...settings, silenceAfter: 'PT7H', unreadableText: '' } })),
      ...inEach(({ variables }) => ({ variables: Object.fromEntries(Object.entries(variables).map(([id, variable]) => [id, { ...variable, name: `${variable.name}_` }])) })),
      ...inEach(({ nodes }) => ({ nodes: renamed(nodes) })),
      { ...set, flows: { ...set.flows, [second]: { ...set.flows[second]!, nodes: set.flows[first]!.nodes } } },
      { main: `${set.main}x`, flows: renamed(set.flows) },
      { ...set, main: second },
      set,
    ];
    compile(set, nodeTypes);
    for (const edited of edits) expect(JSON.stringify(compile(edited, nodeTypes)) === JSON.stringify(compile(structuredClone(edited), nodeTypes)), `flow ${seed}`).toBe(true);
  }
});

test('a fresh flow of every kind compiles', () => {
  for (const kind of ['bot', 'subflow'] as const) {
    const set: FlowSet = { main: 'a', flows: { a: emptyFlow({ kind, language: 'en', random: seededRandom(3), nodeTypes }) } };
    expect(Object.keys(statesOf(compile(set, nodeTypes), 'a'))).toHaveLength(3);
  }
});

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
