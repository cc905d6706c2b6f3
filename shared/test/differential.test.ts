import { describe, expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { prepare } from '../engine/prepare.ts';
import { playGolden } from '../golden/playGolden.ts';
import { varyGolden } from '../golden/varyGolden.ts';
import { nodeTypes } from '../nodes/index.ts';
import { at, compareSides, inOrder } from './compareSides.ts';
import type { Walk } from './compareSides.ts';
import { events } from './machineOf.ts';
import { limitRows, longLoop } from './limits.data.ts';
import { ruleRows } from './rules.data.ts';
import { loadCases } from './loadCases.ts';
import { randomEvents as randomFlowEvents } from './randomEvents.ts';
import { randomFlow } from './randomFlow.ts';
import { randomEvents, randomMachine } from './randomMachine.ts';

const { start, say } = events;

/** What the walks through random machines must have shown at least once. */
const everyFact = [
  'act', 'addRecord', 'call', 'callModel', 'changeRecord', 'end', 'enter', 'fail action', 'fail calledBack', 'fail dialogDone', 'fail done', 'fail failed', 'fail guard', 'fail return',
  'fail text', 'fail timer', 'fail transition', 'fail unknown', 'findRecords', 'guard', 'httpRequest', 'ignore', 'late', 'limit frames', 'limit visitsPerState', 'openCallback', 'openDialog',
  'recognise', 'removeRecord', 'rest', 'return', 'runCode', 'send', 'set', 'shortcut', 'startTimer', 'take',
];

/** Faults in the emitted code: each must be seen in some random walk. */
const faults: [string, [RegExp, string]][] = [
  ['a way on is missing', [/\{ guard: "within", target/, '{ guard: "overAgain", target']],
  ['an option is another', [/option: "o1"/, 'option: "o2"']],
  ['a counter goes further', [/counter: "([cd])", limit: /, 'counter: "$1", limit: 1']],
  ['an assignment is lost', [/from: "answer"/, 'from: "unset"']],
  ['a wait keeps the id of the one before', [/, waits: true/, '']],
  ['a result goes the way of a failure', [/^( +)done: \[/m, '$1answer: [']],
  ['an effect is done twice', [/(\{ type: "addRecord", .*\},)$/m, '$1 $1']],
  ['a timer is never started', [/"untimed"/, '"overAgain"']],
  ['an error route is forgotten', [/actions: \["recover", .*?\]/, 'actions: "recover"']],
  ['a call returns elsewhere', [/returnTo: "s1"/, 'returnTo: "s2"']],
  ['a shortcut keeps what it should forget', [/actions: "restart"/, 'actions: []']],
  ['what comes under a shortcut is lost', [/kept: \{ actions: "keep" \}/, 'kept: { actions: [] }']],
  ['a dialog that is open is forgotten', [/, "asks"\]/g, ']']],
  ['there is no way back to a wait that goes on', [/\{ type: "goes", params: \{ to: "back [^"]*" \} \}/, '"overAgain"']],
  ['a text is another', [/"n is "/, '"n was "']],
  ['a text means another option', [/type: "means", params: \{ option: "o1"/, 'type: "means", params: { option: "o2"']],
  ['a flow tells a model something else', [/gives: \["out"\]/, 'gives: ["n"]']],
  ['more of a list is offered', [/most: 1 \}/, 'most: 3 }']],
  ['what a model made is taken from elsewhere', [/path: \["text"\]/, 'path: ["made", "text"]']],
];

describe('machines written by hand', () => {
  test.each(ruleRows)('$rule', ({ machine, turns }) => {
    compareSides({ machine, ...inOrder(turns.map(([event]) => event)) });
  });

  test.each(limitRows)('limit $limit', ({ machine, limit, over, under }) => {
    expect(compareSides({ machine, ...inOrder([start(), say(over)]) })).toContain(`limit ${limit}`);
    if (under) compareSides({ machine, ...inOrder([start(), say(under), say(under)]) });
  });

  test('a loop through a thousand items', () => {
    compareSides({ machine: longLoop, ...inOrder([start(), say('go')]) });
  });
});

describe('drawings', () => {
  const cases = loadCases(nodeTypes);

  test.each(Object.keys(nodeTypes))('every case of %s', (type) => {
    const { examples, fields } = cases[type] ?? { examples: [], fields: [] };
    const varied = fields.flatMap((variant) => examples.filter(({ description }) => description === variant.like).map((example) => varyGolden(example, variant)));
    expect(examples.length).toBeGreaterThan(0);
    for (const golden of [...examples, ...varied]) {
      const { machine, turns } = playGolden(golden, nodeTypes);
      at(golden.description, () => compareSides({ machine, ...inOrder(turns.map(({ event }) => event)) }));
    }
  });

  test('200 random flows of every node type, errors and limits included', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const machine = compile(randomFlow(seed), nodeTypes);
      at(`flow ${seed}`, () => compareSides({ machine, eventOf: randomFlowEvents(seed, machine), turns: 40 }));
    }
  }, 120_000);
});

describe('random machines', () => {
  const walk = (seed: number, plant?: Walk['plant'], plantInEngine?: Walk['plantInEngine']): Set<string> => {
    const machine = randomMachine(seed);
    return compareSides({ machine, eventOf: randomEvents(prepare(machine), seed), turns: 40, plant, plantInEngine });
  };

  test('300 seeded machines, 40 events each, do the same on both sides, and every kind of fact is among them', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 300; seed += 1) {
      at(`machine ${seed}`, () => walk(seed).forEach((fact) => seen.add(fact)));
    }
    expect([...seen].sort()).toEqual(everyFact);
  }, 120_000);

  test.each<[string, NonNullable<Walk['plantInEngine']>]>([
    ['an effect is lost', (taken) => ({ ...taken, actions: taken.actions.slice(1) })],
    ['a wait keeps its id', ({ snapshot, ...taken }) => ({ ...taken, snapshot: { ...snapshot, seq: 1 } })],
    ['a value is not kept', ({ snapshot, ...taken }) => ({ ...taken, snapshot: { ...snapshot, variables: {} } })],
    ['a frame is lost', ({ snapshot, ...taken }) => ({ ...taken, snapshot: { ...snapshot, frames: snapshot.frames.slice(0, 1) } })],
  ])('a fault planted in the engine is seen: %s', (_, plantInEngine) => {
    const seeds = Array.from({ length: 30 }, (__, i) => i + 1);
    expect(seeds.some((seed) => differs(() => walk(seed, undefined, plantInEngine)))).toBe(true);
  });

  test.each(faults)('a fault planted in the code is seen: %s', (_, [from, by]) => {
    const planted = (code: string): string => code.replaceAll(new RegExp(from, 'gm'), by);
    const seeds = Array.from({ length: 200 }, (__, at) => at + 1);
    expect(seeds.some((seed) => differs(() => walk(seed, planted)))).toBe(true);
  }, 60_000);
});

function differs(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}
