import { afterAll, describe, expect, test } from 'vitest';
import { compile } from '@parley/shared/compiler/compile';
import { emit } from '@parley/shared/compiler/emit/emit';
import { pathsOf } from '@parley/shared/engine/paths';
import { prepare } from '@parley/shared/engine/prepare';
import { payment } from '@parley/shared/gallery/bots/payment.data';
import { drawFlows } from '@parley/shared/gallery/drawBot';
import type { Machine } from '@parley/shared/machine/machine';
import { nodeTypes } from '@parley/shared/nodes/index';
import { limitRows } from '@parley/shared/test/limits.data';
import { ruleRows } from '@parley/shared/test/rules.data';
import { randomFlow } from '@parley/shared/test/randomFlow';
import { codeCheck } from './codeCheck.ts';
import { createSandbox } from './createSandbox.ts';
import type { Sandbox } from './sandbox.ts';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());

const now = new Date('2026-11-20T10:00:00.000Z');
const check = (machine: Machine, code = emit(machine).code, timeoutMs?: number) => codeCheck({ machine, code, sandbox, bot: 'b', timeoutMs, now });
// A real bot: of a random one nobody knows which of its ways a walk comes by.
const machine = compile(drawFlows(payment, nodeTypes), nodeTypes);

describe('the code check', () => {
  test.each([1, 4, 6, 9])('passes what is emitted from random flow %i', async (seed) => {
    expect(await check(compile(randomFlow(seed), nodeTypes))).toMatchObject({ ok: true });
  });

  test('passes frames, loops, shortcuts and error routes', async () => {
    for (const { machine: rule } of ruleRows.filter((_, at) => at % 4 === 0)) expect(await check(rule)).toMatchObject({ ok: true });
  });

  test('tells what was compared', async () => {
    const result = await check(machine);
    expect(result).toMatchObject({ ok: true, report: { steps: pathsOf(prepare(machine)).steps.length, left: 0 } });
  });

  test('is the same on several threads, each with a part of the steps', async () => {
    const walked: number[] = [];
    const counting: Sandbox = { ...sandbox, run: (request, own) => { walked.push(Array.isArray(request.input['steps']) ? request.input['steps'].length : 0); return sandbox.run(request, own); } };
    const { steps } = pathsOf(prepare(machine));
    const { code } = emit(machine);
    const [alone, shared] = [await codeCheck({ machine, code, sandbox, bot: 'b', now, threads: 1 }), await codeCheck({ machine, code, sandbox: counting, bot: 'b', now, threads: 3 })];
    const ms = expect.any(Number) as number;
    expect(shared).toEqual({ ...alone, report: { ...(alone.ok && alone.report), ms } });
    expect(walked).toHaveLength(3);
    expect(Math.max(...walked)).toBeLessThan(steps.length);
  });

  test.each([0, 1])('a difference in part %i is told by the events that lead to it', async (part) => {
    let no = 0;
    const lying: Sandbox = { ...sandbox, run: async (request, own) => {
      const mine = no === part;
      no += 1;
      const result = await sandbox.run(request, own);
      return mine && result.ok && Array.isArray(result.value) ? { ...result, value: [...result.value.slice(0, -1), '{"at":"elsewhere"}'] } : result;
    } };
    expect(await codeCheck({ machine, code: emit(machine).code, sandbox: lying, bot: 'b', now, threads: 2 })).toMatchObject({ ok: false, error: expect.stringMatching(/^After \{"type":"start".*, then .* the code "elsewhere"\.$/) });
  });

  test.each<[what: string, change: [RegExp, string], error: RegExp, timeoutMs?: number]>([
    ['a lost effect', [/\{ type: "send", params: .*\},?$/m, ''], /engine has/],
    ['another target', [/(guard: "within", target: )"#main:[^"]*"/, '$1"#main:$silence"'], /engine has/],
    ['code that does not parse', [/createMachine\(/, 'createMachine(('], /does not run\. .*SyntaxError/],
    ['code that never ends', [/^export const machine/m, 'for (;;) {}\nexport const machine'], /does not run\. The code ran longer/, 2_000],
    ['a state that is not there', [/target: "#main:/, 'target: "#mein:'], /does not run/],
  ])('refuses %s, and says where', async (_, [from, by], error, timeoutMs) => {
    const { code } = emit(machine);
    const planted = code.replace(from, by);
    expect(planted).not.toBe(code);
    expect(await check(machine, planted, timeoutMs)).toMatchObject({ ok: false, error: expect.stringMatching(error) });
  }, 60_000);
});

describe('the paths it walks', () => {
  test.each([4, 6, 9])('of random flow %i do something new with every event, after an earlier one', (seed) => {
    const { steps } = pathsOf(prepare(compile(randomFlow(seed), nodeTypes)));
    expect(steps[0]).toMatchObject({ after: -1, event: { type: 'start' } });
    steps.forEach(({ after }, at) => expect(after).toBeLessThan(at));
  });

  test('say how much they leave out of a machine that is too large', () => {
    const prepared = prepare(machine);
    const all = pathsOf(prepared, { steps: 1_000, entered: 200 });
    expect(all.left).toBe(0);
    const some = pathsOf(prepared, { steps: all.steps.length - 3, entered: 200 });
    expect(some.steps).toEqual(all.steps.slice(0, -3));
    expect(some.left).toBeGreaterThan(0);
    expect(pathsOf(prepared, { steps: 1_000, entered: 1 }).left).toBeGreaterThan(0);
  });

  test('reach every way out of a wait that its machine can take', () => {
    const { machine: rule } = ruleRows.find(({ rule: name }) => name.startsWith('failed and unknown'))!;
    const { steps } = pathsOf(prepare(rule));
    const entered = new Set(steps.flatMap(({ taken }) => taken.trace.flatMap((step) => (step.did === 'enter' ? [step.state] : []))));
    expect([...entered].sort()).toEqual(['$error', 'a', 'b', 'c', 'd']);
  });

  test('leave out what goes round without end: that is what limits are for', () => {
    const { steps } = pathsOf(prepare(limitRows[0]!.machine));
    expect(steps.every(({ taken }) => taken.trace.every(({ did }) => did !== 'limit'))).toBe(true);
  });
});
