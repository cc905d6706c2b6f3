import { describe, expect, test } from 'vitest';
import { comparableTaken, comparableTold } from '../compiler/companion/comparable.ts';
import { compile } from '../compiler/compile.ts';
import { prepare } from '../engine/prepare.ts';
import { take } from '../engine/take.ts';
import { playGolden } from '../golden/playGolden.ts';
import { varyGolden } from '../golden/varyGolden.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { Machine } from '../machine/machine.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import { nodeTypes } from '../nodes/index.ts';
import { events } from './machineOf.ts';
import { limitRows, longLoop, ruleRows } from './rules.data.ts';
import { loadCases } from './loadCases.ts';
import { randomEvents as randomFlowEvents } from './randomEvents.ts';
import { randomFlow } from './randomFlow.ts';
import { randomEvents, randomMachine } from './randomMachine.ts';
import { runEmitted } from './runEmitted.ts';

/**
 * The engine and the emitted code under xstate must do the same after every event: position, values, effects and facts of the
 * trace. Both sides share, so that no difference can show there: CEL with its functions and templates (`expressions`), the
 * recognisers and folding of words (`answers`), `fits`, the caps of `limits`, and reading dates and durations (`calendar`).
 * Everything else is written twice: choosing transitions, frames, assignments, cursors, counters, wait ids, shortcuts, late
 * answers, limits and their sizes, error routes, texts by language, evaluation of effects.
 */

/** A session to walk on both sides. */
interface Walk {
  machine: Machine;
  /** The next event, given where the engine's session rests. */
  eventOf(snapshot: Snapshot | null): MachineEvent;
  turns: number;
  /** A fault to plant in the emitted code. */
  plant?(code: string): string;
}

const { start, say } = events;

/** What the walks through random machines must have shown at least once. */
const everyFact = [
  'act', 'addRecord', 'call', 'changeRecord', 'end', 'enter', 'fail action', 'fail dialogDone', 'fail done', 'fail failed', 'fail guard', 'fail return',
  'fail text', 'fail timer', 'fail transition', 'fail unknown', 'findRecords', 'guard', 'ignore', 'late', 'limit frames', 'limit visitsPerState', 'openDialog',
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
  ['a text is another', [/"n is "/, '"n was "']],
];

/** Walks both sides along and throws at the first difference; gives the kinds of facts that were seen. */
function compare({ machine, eventOf, turns, plant }: Walk): Set<string> {
  const prepared = prepare(machine);
  const tell = runEmitted(machine, plant);
  const seen = new Set<string>();
  let snapshot: Snapshot | null = null;
  for (let turn = 0; turn < turns; turn += 1) {
    const event = eventOf(snapshot);
    const taken = take(prepared, snapshot, event);
    expect(comparableTold(tell(event)), `turn ${turn}: ${JSON.stringify(event)}`).toEqual(comparableTaken(taken));
    for (const step of taken.trace) seen.add(step.did === 'fail' ? `fail ${step.where}` : step.did === 'limit' ? `limit ${step.limit}` : step.did);
    for (const { type } of taken.actions) seen.add(type);
    snapshot = taken.snapshot;
    // A limit takes xstate a thousand times as long as anything else; one in a walk tells what there is to tell.
    if (taken.trace.some((step) => step.did === 'limit')) break;
  }
  return seen;
}

function inOrder(events: MachineEvent[]): Pick<Walk, 'eventOf' | 'turns'> {
  const left = events.slice();
  return { turns: events.length, eventOf: () => left.shift() ?? start() };
}

describe('machines written by hand', () => {
  test.each(ruleRows)('$rule', ({ machine, turns }) => {
    compare({ machine, ...inOrder(turns.map(([event]) => event)) });
  });

  test.each(limitRows)('limit $limit', ({ machine, limit, over, under }) => {
    expect(compare({ machine, ...inOrder([start(), say(over)]) })).toContain(`limit ${limit}`);
    if (under) compare({ machine, ...inOrder([start(), say(under), say(under)]) });
  });

  test('a loop through a thousand items', () => {
    compare({ machine: longLoop, ...inOrder([start(), say('go')]) });
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
      at(golden.description, () => compare({ machine, ...inOrder(turns.map(({ event }) => event)) }));
    }
  });

  test('200 random flows of every node type, errors and limits included', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const machine = compile(randomFlow(seed), nodeTypes);
      at(`flow ${seed}`, () => compare({ machine, eventOf: randomFlowEvents(seed, machine), turns: 40 }));
    }
  }, 120_000);
});

describe('random machines', () => {
  const walk = (seed: number, plant?: Walk['plant']): Set<string> => {
    const machine = randomMachine(seed);
    return compare({ machine, eventOf: randomEvents(prepare(machine), seed), turns: 40, plant });
  };

  test('200 seeded machines, 40 events each, do the same on both sides, and every kind of fact is among them', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 200; seed += 1) {
      at(`machine ${seed}`, () => walk(seed).forEach((fact) => seen.add(fact)));
    }
    expect([...seen].sort()).toEqual(everyFact);
  }, 60_000);

  test.each(faults)('a planted fault is seen: %s', (_, [from, by]) => {
    const planted = (code: string): string => code.replaceAll(new RegExp(from, 'gm'), by);
    const seeds = Array.from({ length: 60 }, (__, at) => at + 1);
    expect(seeds.some((seed) => differs(() => walk(seed, planted)))).toBe(true);
  }, 60_000);
});

/** Says in a failure which of many walks it was. */
function at(place: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) error.message = `${place}: ${error.message}`;
    throw error;
  }
}

function differs(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}
