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
const met = { exits: new Set<string>(), types: new Set<string>(), kinds: new Set<string>(), failures: 0, ends: 0, late: 0, calls: 0, events: new Set<string>() };

test('the same seed draws the same flows', () => {
  expect(randomFlow(11)).toEqual(randomFlow(11));
  expect(randomFlow(11)).not.toEqual(randomFlow(12));
});

test.each(seeds)('flow %i is a document, compiles, and runs to a rest or an end', (seed) => {
  const set = randomFlow(seed);
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
        if (edge && type) met.exits.add(/^[a-dko]\d?$/.test(edge.exit) ? `${type}.*` : `${type}.${edge.exit}`);
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
  const exits = Object.values(nodeTypes).flatMap(({ type }) => waysOut[type] ?? []);
  expect([...met.types].sort()).toEqual([...Object.keys(nodeTypes), 'built in'].sort());
  expect(exits.filter((exit) => !met.exits.has(exit))).toEqual([]);
  expect([...met.kinds].sort()).toEqual(['act', 'call', 'end', 'enter', 'fail', 'guard', 'ignore', 'late', 'limit', 'recognise', 'rest', 'return', 'set', 'shortcut', 'take']);
  expect([...met.events].sort()).toEqual(['callback', 'dialogDone', 'message', 'result', 'start', 'timer']);
  expect(Math.min(met.failures, met.ends, met.late, met.calls)).toBeGreaterThan(50);
});

/** Ways out by type; `*` = those that authors make. */
const waysOut: Record<string, string[]> = {
  start: ['start.next', 'start.*'],
  message: ['message.next'],
  ask: ['ask.answered', 'ask.skipped', 'ask.invalid', 'ask.noAnswer'],
  choice: ['choice.*', 'choice.other', 'choice.invalid', 'choice.noAnswer'],
  dialog: ['dialog.done', 'dialog.declined', 'dialog.noAnswer'],
  condition: ['condition.*', 'condition.otherwise', 'condition.failed'],
  assign: ['assign.next', 'assign.failed'],
  loop: ['loop.each', 'loop.done', 'loop.failed'],
  subflow: ['subflow.done', 'subflow.failed'],
  code: ['code.done', 'code.failed'],
  record: ['record.found', 'record.none', 'record.added', 'record.exists', 'record.changed', 'record.missing', 'record.removed', 'record.failed'],
};
