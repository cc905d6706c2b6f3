import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { createSandbox } from './createSandbox.ts';
import { eraseTypes } from './eraseTypes.ts';
import type { SandboxRun } from './sandbox.ts';

const sandbox = createSandbox({ workers: 2, waiting: 30, waitingPerBot: 10 });
afterAll(() => sandbox.close());

const run = (code: string, rest: Partial<SandboxRun> = {}): SandboxRun => (
  { code, input: {}, now: '2026-11-20T10:00:00.000Z', seed: 7, bot: 'b', timeoutMs: 2_000, ...rest });

describe('a run', () => {
  test.each([
    ['a value', 'export default () => 5;', { ok: true, value: 5 }],
    ['the input', 'export default ({ a }) => a;', { ok: true, value: [1, { b: null }] }],
    ['an async function', 'export default async () => { await 0; return { a: 1 }; };', { ok: true, value: { a: 1 } }],
    ['top-level await', 'const a = await Promise.resolve(3);\nexport default () => a;', { ok: true, value: 3 }],
    ['an error with its line', 'const a = null;\nexport default () => {\n  const b = 1;\n  return b();\n};', { ok: false, error: 'Line 4: TypeError: not a function' }],
    ['an error nearby', 'export default () => {\n  const b = 1 + 1;\n  return b.c.d;\n};', { ok: false, error: "Near line 2: TypeError: cannot read property 'd' of undefined" }],
    ['an error in a promise', 'export default async () => {\n  await 0;\n  throw new Error("no slot");\n};', { ok: false, error: 'Line 3: Error: no slot' }],
    ['the console', 'console.log("a", 1, [2]);\nexport default () => { console.warn({ b: 1 }); return 1; };', { ok: true, value: 1, log: ['a 1 [2]', '{"b":1}'] }],
    ['the console of code that fails', 'export default () => { console.log("here"); throw new Error("x"); };', { ok: false, error: 'Line 1: Error: x', log: ['here'] }],
  ])('gives %s', async (_, code, result) => {
    expect(await sandbox.run(run(code, { input: { a: [1, { b: null }] } }))).toEqual(result);
  });

  test('is the same every time, and another seed is another chance', async () => {
    const code = 'export default () => [Math.random(), Math.random(), Date.now()];';
    const first = await sandbox.run(run(code));
    expect(await sandbox.run(run(code))).toEqual(first);
    expect(await sandbox.run(run(code, { seed: 8 }))).not.toEqual(first);
  });

  test('leaves nothing for the next one', async () => {
    const leave = 'globalThis.left = (globalThis.left ?? 0) + 1; Array.prototype.left = 1;\nexport default () => globalThis.left;';
    for (let i = 0; i < 6; i += 1) expect(await sandbox.run(run(leave))).toEqual({ ok: true, value: 1 });
  });

  test.each([
    ['code', run(`export default () => 1; // ${'x'.repeat(262_144)}`), 'The code is longer than 256 KB.'],
    ['input', run('export default () => 1;', { input: { a: 'ह'.repeat(90_000) } }), 'The input is larger than 256 KB.'],
  ])('takes no %s beyond its cap', async (_, request, error) => {
    expect(await sandbox.run(request)).toEqual({ ok: false, error });
  });
});

describe('the pool', () => {
  const slow = 'export default () => { const end = 3e6; let n = 0; for (let i = 0; i < end; i += 1) n += i; return n; };';
  const endless = 'export default () => { for (;;) {} };';

  test('lets bots take turns: one with many runs delays itself', async () => {
    const order: string[] = [];
    const noted = (bot: string) => async () => {
      await sandbox.run(run(slow, { bot }));
      order.push(bot);
    };
    const greedy = Array.from({ length: 8 }, noted.bind(null, 'greedy')).map((start) => start());
    await Promise.all([...greedy, noted('modest')()]);
    expect(order.indexOf('modest')).toBeLessThan(5);
  });

  test('gives the next free thread to who waits and has none, before the one who holds the others', async () => {
    const pool = createSandbox({ workers: 2 });
    onTestFinished(() => pool.close());
    await Promise.all(['a', 'b'].map((bot) => pool.run(run('export default () => 1;', { bot }))));
    const ended: number[] = [];
    for (const timeoutMs of [200, 20_000, 20_000]) void pool.run(run(endless, { bot: 'stuck', timeoutMs })).then(() => ended.push(timeoutMs));
    expect(await pool.run(run('export default () => 1;', { bot: 'other' }))).toEqual({ ok: true, value: 1 });
    expect(ended.filter((timeoutMs) => timeoutMs > 200)).toEqual([]);
  });

  test('refuses what would wait too long', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => sandbox.run(run('export default () => 1;', { bot: 'flood' }))));
    const refused = all.filter((result) => !result.ok);
    expect(refused.length).toBeGreaterThanOrEqual(25);
    expect(refused[0]).toEqual({ ok: false, error: 'Too many runs of code are waiting. Try again in a moment.' });
  });

  test('keeps one thread when nothing has run for a while, and starts others again', async () => {
    const pool = createSandbox({ workers: 2, idleMs: 1_000 });
    const both = () => Promise.all(['a', 'b'].map((bot) => pool.run(run('export default () => 1;', { bot }))));
    await both();
    await expect.poll(pool.threads).toBeGreaterThan(1);
    await expect.poll(pool.threads).toBe(1);
    expect(await both()).toEqual([{ ok: true, value: 1 }, { ok: true, value: 1 }]);
    await expect.poll(pool.threads).toBeGreaterThan(1);
    await pool.close();
    expect(pool.threads()).toBe(0);
  });

  test('answers those who wait when it closes, and runs nothing more', async () => {
    const closing = createSandbox({ workers: 1 });
    const waiting = closing.run(run('export default () => 1;'));
    await closing.close();
    expect(await waiting).toMatchObject({ ok: false });
    expect(await closing.run(run('export default () => 1;'))).toMatchObject({ ok: false });
  });
});

describe('erasing types', () => {
  const typed = `interface Input {
  price: number;
}

// A comment that goes.
type Label = string;

export default ({ price }: Input): { label: Label } => {
  if (price < 0) throw new Error('a price is not negative' satisfies string);
  return { label: \`\${price as number} EUR\` };
};`;

  test('gives code that runs, and errors in the author\'s lines', async () => {
    const erased = await eraseTypes(typed);
    if (!erased.ok) throw new Error(erased.message);
    expect(await sandbox.run(run(erased.code, { input: { price: 5 } }))).toEqual({ ok: true, value: { label: '5 EUR' } });
    expect(await sandbox.run(run(erased.code, { input: { price: -5 } }))).toEqual({ ok: false, error: 'Line 9: Error: a price is not negative' });
  });

  test('says where code cannot be read', async () => {
    expect(await eraseTypes('const a = 1;\nexport default () => { retrun 1 };')).toEqual({ ok: false, line: 2, column: 31, message: 'Expected ";" but found "1"' });
  });
});
