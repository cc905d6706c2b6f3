import { testDatabase } from '@parley/db/testing';
import type { Access } from '@parley/shared/api/access';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema } from '@parley/shared/api/flows';
import { ranCodeSchema } from '@parley/shared/api/sandbox';
import { nodeTypes } from '@parley/shared/nodes/index';
import { afterAll, expect, test } from 'vitest';
import { createSandbox } from '../../sandbox/createSandbox.ts';
import { addRelease } from '../../test/rows.ts';
import { testApi } from '../../test/testApi.ts';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());
const api = await testApi(await testDatabase(), { context: { sandbox } });
const drawn = 'export default (input: Input): Result => input.cars + 1;\n';
const before = 'export default () => "of a version";\n';

/** A bot that has a program in its draft, and had another when it was published. */
async function makeBot(): Promise<string> {
  const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: `Coded ${crypto.randomUUID()}` }));
  for (const code of [before, drawn]) {
    const { flow, revision } = draftSchema.parse(await api.good('GET', `/api/v1/flows/${bot.flowId}/draft`));
    flow.nodes['run'] = { type: 'code', x: 0, y: 0, data: { ...nodeTypes['code']?.defaults(() => 0.5), code } };
    await api.good('PUT', `/api/v1/flows/${bot.flowId}/draft`, { flow, revision });
    if (code === before) await addRelease(api.context, bot.id);
  }
  return bot.id;
}

const bot = await makeBot();
const body = (code: string) => ({ code, input: { cars: 2 }, now: '2026-11-20T09:00:00Z', seed: 1, timeoutMs: 2_000 });
const run = (as: Access, code: string, of = bot) => api.ask('POST', `/api/v1/bots/${of}/code-runs`, { as, body: body(code) });

test.each<[Access]>([['analyst'], ['agent'], ['editor']])('%s runs a program that is drawn, or was when a version was made', async (as) => {
  expect((await run(as, drawn)).body).toMatchObject({ ok: true, value: 3 });
  expect((await run(as, before)).body).toMatchObject({ ok: true, value: 'of a version' });
});

test('another program needs the right to edit, and so does one of another bot or with characters that nothing keeps', async () => {
  for (const [code, of] of [[`${drawn} `, bot], ['export default () => 1', bot], [drawn, botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Empty' })).id], ['export default () => "\0"', bot], ['export default () => "\ud800"', bot]] as const) {
    const refused = await run('analyst', code, of);
    expect([refused.status, refused.body]).toMatchObject([422, { error: { code: 'invalid', message: 'This program is in no drawing and no version of the bot, so running it needs the right to edit bots.' } }]);
  }
  expect((await run('editor', 'export default () => 1')).body).toMatchObject({ ok: true, value: 1 });
  expect((await api.ask('POST', '/api/v1/sandbox/run', { as: 'analyst', body: body(drawn) })).status).toBe(403);
});

test('a run tells what it took, what it wrote and which line failed', async () => {
  const tried = async (code: string) => ranCodeSchema.parse(await api.good('POST', '/api/v1/sandbox/run', body(code)));
  const done = await tried('export default () => { console.log("here"); return 1; };');
  expect(done).toMatchObject({ ok: true, value: 1, log: ['here'] });
  expect(done.ms).toBeGreaterThanOrEqual(0);
  expect(await tried('export default () => {\n  const x = null;\n  throw new Error("no");\n};')).toMatchObject({ ok: false, error: 'Line 3: Error: no', line: 3 });
  expect(await tried('export default () => {\n  const x = ;\n};')).toMatchObject({ ok: false, line: 2 });
});
