import { expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { parseShape } from '../flow/parseFlow.ts';
import { prepare } from '../engine/prepare.ts';
import { take } from '../engine/take.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import { nodeTypes } from '../nodes/index.ts';
import { randomEvents } from './randomEvents.ts';
import { randomFlow } from './randomFlow.ts';

const seeds = Array.from({ length: 200 }, (_, seed) => seed);
/** What was met while playing all of them. */
const met = { drawn: new Set<string>(), exits: new Set<string>(), types: new Set<string>(), kinds: new Set<string>(), failures: 0, ends: 0, late: 0, calls: 0, events: new Set<string>() };

/** A way out of a type; those that authors make are one. */
const wayOut = (type: string, exit: string): string => (/^[a-dko]\d?$/.test(exit) ? `${type}.*` : `${type}.${exit}`);

test('the same seed draws the same flows', () => {
  expect(randomFlow(11)).toEqual(randomFlow(11));
  expect(randomFlow(11)).not.toEqual(randomFlow(12));
});

test.each(seeds)('flow %i is a document, compiles, and runs to a rest or an end', (seed) => {
  const set = randomFlow(seed);
  for (const { nodes } of Object.values(set.flows)) {
    for (const { type, data } of Object.values(nodes)) for (const { id } of nodeTypes[type]?.exits(data) ?? []) met.drawn.add(wayOut(type, id));
  }
  for (const flow of Object.values(set.flows)) expect(parseShape(flow, nodeTypes)).toMatchObject({ ok: true });
  const prepared = prepare(compile(set, nodeTypes));
  const next = randomEvents(seed, prepared.machine);
  let snapshot: Snapshot | null = null;
  // An endless round costs thousands of steps each time: three of them say it all.
  for (let [turn, rounds] = [0, 0]; turn < 40 && rounds < 3; turn += 1) {
    const event = next(snapshot);
    const taken = take(prepared, snapshot, event);
    snapshot = JSON.parse(JSON.stringify(taken.snapshot)) as Snapshot;
    met.events.add(event.type);
    let node = '';
    let flow = 'main';
    for (const step of taken.trace) {
      met.kinds.add(step.did);
      if (step.did === 'enter') {
        [node, flow] = [step.node, step.flow];
        met.types.add(set.flows[flow]?.nodes[node]?.type ?? 'built in');
      }
      if (step.did === 'take' && step.edge) {
        const owner = Object.entries(set.flows).find(([, { edges }]) => edges[step.edge ?? '']?.from === step.from.split('/')[0]);
        const edge = owner?.[1].edges[step.edge];
        const type = edge && owner[1].nodes[edge.from]?.type;
        if (edge && type) met.exits.add(wayOut(type, edge.exit));
      }
      if (step.did === 'fail') met.failures += 1;
      if (step.did === 'limit') rounds += 1;
      if (step.did === 'end') met.ends += 1;
      if (step.did === 'late') met.late += 1;
      if (step.did === 'call') met.calls += 1;
    }
  }
});

test('together they met every node type, every way out, failures, limits and everything the engine can do', () => {
  expect([...met.types].sort()).toEqual([...Object.keys(nodeTypes), 'built in'].sort());
  expect(new Set([...met.drawn].map((way) => way.split('.')[0]))).toEqual(new Set(Object.keys(nodeTypes).filter((type) => type !== 'end')));
  expect([...met.drawn].filter((way) => !met.exits.has(way)).sort()).toEqual([]);
  expect([...met.kinds].sort()).toEqual(['act', 'call', 'end', 'enter', 'fail', 'guard', 'ignore', 'late', 'limit', 'recognise', 'rest', 'return', 'set', 'shortcut', 'take']);
  expect([...met.events].sort()).toEqual(['callback', 'dialogDone', 'message', 'result', 'start', 'timer']);
  expect(Math.min(met.failures, met.ends, met.late, met.calls)).toBeGreaterThan(50);
});
