import { afterAll, describe, expect, test } from 'vitest';
import { attacks } from './attacks.data.ts';
import { createSandbox } from './createSandbox.ts';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());

const turn = { input: { a: 1 }, now: '2026-11-20T10:00:00.000Z', seed: 7, bot: 'b' };
const normal = { ...turn, code: 'export default ({ a }) => ({ sum: a + 1 });', timeoutMs: 1_000 };

const tooLong = 'The code ran longer than 300 ms.';

describe('attacks', () => {
  test('there are at least thirty', () => expect(attacks.length).toBeGreaterThanOrEqual(30));

  test.each(attacks)('$name', async ({ code, error, value }) => {
    // What something other than the clock has to end may take its time: on a slow machine the clock would be first.
    const timeoutMs = error?.test(tooLong) ? 300 : 10_000;
    const result = await sandbox.run({ ...turn, code, timeoutMs });
    if (error) expect(result).toMatchObject({ ok: false, error: expect.stringMatching(error) });
    else expect(result).toMatchObject({ ok: true, value });
    expect((result.log ?? []).join('').length).toBeLessThanOrEqual(50_000);
    // The next run has a second of its own, whatever became of the thread.
    expect(await sandbox.run(normal)).toEqual({ ok: true, value: { sum: 2 } });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
