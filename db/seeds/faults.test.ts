import { stdout } from 'node:process';
import { expect, test } from 'vitest';
import { compile } from '@parley/shared/compiler/compile';
import { runTest } from '@parley/shared/coverage/runTest';
import { waysOf } from '@parley/shared/coverage/waysOf';
import { writeTests } from '@parley/shared/coverage/writeTests';
import { prepare } from '@parley/shared/engine/prepare';
import type { FlowSet } from '@parley/shared/flow/document';
import { nodeTypes } from '@parley/shared/nodes/index';
import { mutateMachine } from '@parley/shared/test/mutateMachine';
import { realFlows } from '@parley/shared/test/realFlows';
import { demoFlow } from './demo.ts';

/** Faults planted in all machines together. */
const count = 200;

const flows: Record<string, FlowSet> = { demo: { main: 'main', flows: { main: demoFlow(nodeTypes) } }, ...realFlows(nodeTypes) };
const names = Object.keys(flows);

test(`at least nine of ten of ${count} faults in ${names.length} compiled bots turn a test red that the bot wrote for itself`, () => {
  const unseen: string[] = [];
  let planted = 0;
  let tests = 0;
  names.forEach((name, at) => {
    const set = flows[name];
    if (!set) return;
    const machine = compile(set, nodeTypes);
    const written = machine.languages.flatMap((language) => (
      writeTests(prepare(machine), { language, clock: '2026-11-20T10:00:00.000Z', channel: 'web', nameOf: ({ node, edge, happening }) => edge ?? `${node} ${happening ?? ''}` }).tests));
    tests += written.length;
    expect(written.filter((each) => !runTest(each, machine).passed), `tests of ${name} as it is`).toEqual([]);
    const reached = new Set([...waysOf(machine).values()].map(({ flow, node }) => `${flow}:${node}`));
    const mutants = mutateMachine(machine, { seed: 21 + at, count: Math.floor((count * (at + 1)) / names.length) - Math.floor((count * at) / names.length), reached });
    planted += mutants.length;
    unseen.push(...mutants.filter((mutant) => written.every((each) => runTest(each, mutant.machine).passed)).map(({ fault }) => `${name}: ${fault}`));
  });
  stdout.write(`Faults in compiled bots: ${planted - unseen.length} of ${planted} seen by ${tests} tests of ${names.length} bots in all their languages (${((100 * (planted - unseen.length)) / planted).toFixed(1)} %)${unseen.length > 0 ? `\n  not seen: ${unseen.join('\n  not seen: ')}` : ''}\n`);
  expect(planted).toBe(count);
  expect(unseen.length).toBeLessThanOrEqual(count / 10);
}, 600_000);
