import { describe, expect, test } from 'vitest';
import { compile } from '@parley/shared/compiler/compile';
import { runTest } from '@parley/shared/coverage/runTest';
import { waysOf } from '@parley/shared/coverage/waysOf';
import { writeTests } from '@parley/shared/coverage/writeTests';
import { prepare } from '@parley/shared/engine/prepare';
import { nodeTypes } from '@parley/shared/nodes/index';
import { mutateMachine } from '@parley/shared/test/mutateMachine';
import { demoFlow } from './demo.ts';

const machine = compile({ main: 'main', flows: { main: demoFlow(nodeTypes) } }, nodeTypes);
const written = (language: string) => writeTests(prepare(machine), { language, clock: '2026-11-20T10:00:00.000Z', channel: 'web', nameOf: ({ node, edge, happening }) => edge ?? `${node} ${happening ?? ''}` });

describe('the demo’s own tests', () => {
  test.each(machine.languages)('take every way of it in %s', (language) => {
    const { tests, ways, missing } = written(language);
    expect(missing).toEqual([]);
    expect(ways).toBeGreaterThan(60);
    expect(tests.map((each) => runTest(each, machine)).filter(({ passed }) => !passed)).toEqual([]);
  });

  test('at least nine of ten faults in the compiled machine turn one red', () => {
    const { tests } = written('en');
    const reached = new Set([...waysOf(machine).values()].map(({ flow, node }) => `${flow}:${node}`));
    const mutants = mutateMachine(machine, { seed: 1, count: 200, reached });
    const unseen = mutants.filter((mutant) => tests.every((each) => runTest(each, mutant.machine).passed)).map(({ fault }) => fault);
    expect(mutants.length).toBe(200);
    expect(unseen.length, `not seen by ${tests.length} tests: ${unseen.join('; ')}`).toBeLessThanOrEqual(20);
  });
});
