import { describe, expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { prepare } from '../engine/prepare.ts';
import type { PreparedMachine } from '../engine/prepare.ts';
import { drawGolden } from '../golden/drawGolden.ts';
import { playOn } from '../golden/playGolden.ts';
import type { GoldenStep, Sketch } from '../nodes/golden.ts';
import { nodeTypes } from '../nodes/index.ts';
import { loadCases } from '../test/loadCases.ts';
import { constantsOf } from './constantsOf.ts';
import { runTest } from './runTest.ts';
import { waysOf, waysTaken } from './waysOf.ts';
import { takenBy, writeTests } from './writeTests.ts';
import type { Setting, WrittenTests } from './writeTests.ts';

const clock = '2026-11-20T10:00:00.000Z';
const setting: Setting = { language: 'en', clock, channel: 'web', nameOf: ({ edge, node, happening }) => edge ?? `${node} ${happening ?? ''}`.trim() };
const machineOf = (flow: Sketch, subflows: Record<string, Sketch> = {}): PreparedMachine => prepare(compile(drawGolden({ flow, subflows }, nodeTypes), nodeTypes));
const written = (flow: Sketch, subflows?: Record<string, Sketch>): WrittenTests => writeTests(machineOf(flow, subflows), setting);

const ageGate: Sketch = {
  variables: { age: 'number' },
  nodes: {
    begin: 'start', ask: { ask: { question: 'How old are you?', expects: 'number', save: 'age', tries: 5 } },
    gate: { condition: { branches: { adult: { order: 1, label: 'Adult', when: 'age >= 18' }, odd: { order: 2, label: 'Exactly 17', when: 'age == 17' } } } },
    yes: { message: { text: 'Welcome.' } }, almost: { message: { text: 'Next year.' } }, no: { message: { text: 'Too young.' } }, lost: { message: { text: 'Call us.' } }, done: 'end',
  },
  edges: ['begin -> ask', 'ask.answered -> gate', 'ask.invalid -> lost', 'gate.adult -> yes', 'gate.odd -> almost', 'gate.otherwise -> no', 'yes -> done', 'almost -> done', 'no -> done', 'lost -> done'],
};

describe('tests that a machine writes for itself', () => {
  test('take every way of a drawing whose decisions turn on single numbers and on the fifth try', () => {
    const { tests, ways, missing } = written(ageGate);
    expect(missing).toEqual([]);
    expect(ways).toBe(11);
    const said = tests.flatMap(({ conversation }) => conversation.flatMap((step) => ('bot' in step ? [step.bot] : [])));
    expect(['Welcome.', 'Next year.', 'Too young.', 'Call us.'].filter((text) => !said.includes(text))).toEqual([]);
  });

  test('pass on the machine that wrote them, are the same when written again, and each takes a way that none before it took', () => {
    const machine = machineOf(ageGate);
    const { tests } = writeTests(machine, setting);
    expect(tests.map((each) => runTest(each, machine.machine).passed)).toEqual(tests.map(() => true));
    expect(writeTests(machineOf(ageGate), setting).tests).toEqual(tests);
    const known = new Set<string>();
    for (const each of tests) {
      const news = [...(takenBy(each, machine) ?? [])].filter((way) => !known.has(way));
      expect(news.length, each.description).toBeGreaterThan(0);
      news.forEach((way) => known.add(way));
    }
    expect(new Set(tests.map(({ description }) => description)).size).toBe(tests.length);
  });

  test('go through subflows, loops, effects that fail and shortcuts', () => {
    const { missing, tests } = written({
      variables: { names: { type: { kind: 'list', of: { kind: 'text' } }, initial: ['Ann', 'Bo'] }, name: 'text', found: 'number' },
      settings: { shortcuts: { again: { keywords: 'restart', does: { kind: 'restart' }, order: 1 }, help: { keywords: 'help', does: { kind: 'call', flow: 'help' }, order: 2 } } },
      nodes: {
        begin: 'start', each: { loop: { list: 'names', item: 'name' } }, hello: { message: { text: 'Hello {{name}}.' } }, call: { subflow: { flow: 'help' } },
        look: { record: { does: 'find', collection: 'leads', save: 'found' } }, ask: { ask: { question: 'More?' } }, done: 'end',
      },
      edges: ['begin -> each', 'each.each -> hello', 'hello -> each', 'each.done -> call', 'call -> look', 'look.found -> ask', 'look.none -> ask', 'look.failed -> ask', 'ask.answered -> done'],
    }, { help: { nodes: { begin: 'start', ask: { ask: { question: 'What with?' } }, done: 'end' }, edges: ['begin -> ask', 'ask.answered -> done'] } });
    expect(missing.map(({ key }) => key)).toEqual([]);
    expect(tests.length).toBeGreaterThan(3);
  });

  test('say what cannot be taken', () => {
    const { missing } = written({
      variables: { n: 'number' },
      nodes: { begin: 'start', gate: { condition: { branches: { never: { order: 1, label: 'Never', when: 'n > 5 && n < 5' } } } }, no: { message: { text: 'No.' } }, done: 'end' },
      edges: ['begin -> gate', 'gate.never -> no', 'gate.otherwise -> done', 'no -> done'],
    });
    expect(missing.map(({ node }) => node)).toEqual(['gate', 'no']);
  });

  test('speak the language they are written for', () => {
    const machine = machineOf({
      languages: ['en', 'fr'],
      nodes: { begin: 'start', pick: { choice: { body: 'Which?', options: { a: { label: 'Apple', order: 1 }, b: { label: 'Pear', order: 2 } } } }, done: 'end' },
      edges: ['begin -> pick', 'pick.a -> done', 'pick.b -> done'],
      translations: { fr: { 'pick/body': 'Lequel ?', 'pick/options.a.label': 'Pomme', 'pick/options.b.label': 'Poire' } },
    });
    const { tests, missing } = writeTests(machine, { ...setting, language: 'fr' });
    expect(missing).toEqual([]);
    expect(tests.every(({ language }) => language === 'fr')).toBe(true);
    expect(JSON.stringify(tests)).toContain('Lequel ?');
    expect(JSON.stringify(tests)).not.toContain('Which?');
  });
});

describe('ways', () => {
  test('every case of every node type takes only ways its machine has', () => {
    for (const { examples } of Object.values(loadCases(nodeTypes))) {
      for (const golden of examples) {
        const { machine } = machineOf(golden.flow, golden.subflows);
        const ways = waysOf(machine);
        const { turns } = playOn(golden, machine);
        // Where an expression fails, a flow that cannot fail otherwise fails: its caller's way is none of the drawing's.
        if (turns.some(({ trace }) => trace.some(({ did }) => did === 'fail'))) continue;
        const taken = turns.flatMap(({ trace, before }) => waysTaken(trace, before));
        expect(taken.filter((key) => !ways.has(key)), golden.description).toEqual([]);
        expect(taken.length, golden.description).toBeGreaterThan(0);
      }
    }
  });
});

describe('constants', () => {
  test('are the numbers with their neighbours and the texts of decisions, and the variables these hang on', () => {
    const { numbers, texts, deciding } = constantsOf(machineOf({
      variables: { a: 'number', b: 'number', c: 'text', free: 'text' },
      nodes: {
        begin: 'start', ask: { ask: { question: 'Say', save: 'free' } }, set: { assign: { assignments: { one: { variable: 'b', value: 'a * 2', order: 1 } } } },
        gate: { condition: { branches: { x: { order: 1, label: 'X', when: 'b > 40 && c == "go"' } } } }, done: 'end',
      },
      edges: ['begin -> ask', 'ask.answered -> set', 'set -> gate', 'gate.x -> done', 'gate.otherwise -> done'],
    }).machine);
    expect(numbers.toSorted((one, two) => one - two)).toEqual([1, 2, 3, 39, 40, 41]);
    expect(texts).toEqual(['go']);
    expect([...deciding].toSorted()).toEqual(['a', 'b', 'c']);
  });
});

describe('running a test', () => {
  const { machine } = machineOf(ageGate);
  const [first] = writeTests(machineOf(ageGate), setting).tests;
  const change = (change: (step: GoldenStep) => GoldenStep | undefined) => ({ ...first!, conversation: first!.conversation.map((step) => change(step) ?? step) });

  test('tells the first line that is not as written', () => {
    const result = runTest(change((step) => ('bot' in step && step.bot === 'How old are you?' ? { bot: 'How old?' } : undefined)), machine);
    expect(result).toMatchObject({ passed: false, difference: { line: 0, expected: { bot: 'How old?' }, got: { bot: 'How old are you?' } } });
  });

  test('a line that cannot be said is a difference and no exception', () => {
    const result = runTest({ ...first!, conversation: [...first!.conversation.slice(0, 1), { tap: 'Nothing' }] }, machine);
    expect(result).toMatchObject({ passed: false, difference: { line: 1, expected: { tap: 'Nothing' } } });
  });

  test('what a database has put in another order is the same', () => {
    const turned = (value: unknown): unknown => (Array.isArray(value) ? value.map(turned) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, turned(inner)])) : value);
    const keeping = machineOf({
      nodes: { begin: 'start', keep: { record: { does: 'add', collection: 'leads', key: '"k"', fields: { a: { field: 'a', value: '1', order: 1 }, b: { field: 'b', value: '2', order: 2 } } } }, done: 'end' },
      edges: ['begin -> keep', 'keep.added -> done', 'keep.exists -> done', 'keep.failed -> done'],
    });
    const recorded = writeTests(keeping, setting);
    expect(recorded.tests.length).toBeGreaterThan(1);
    for (const each of recorded.tests) expect(runTest(turned(each) as typeof each, keeping.machine)).toMatchObject({ passed: true });
  });

  test('values at the end are compared as well', () => {
    expect(runTest({ ...first!, variables: { ...first!.variables, age: -1 } }, machine)).toMatchObject({ passed: false, variables: ['age'] });
  });
});
