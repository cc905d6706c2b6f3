import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema } from '@parley/shared/api/flows';
import { verifiedSchema } from '@parley/shared/api/issues';
import { publishedSchema } from '@parley/shared/api/releases';
import { testLimits, testListSchema, testSchema } from '@parley/shared/api/tests';
import { drawSketch } from '@parley/shared/golden/drawGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { afterAll, describe, expect, test } from 'vitest';
import { createSandbox } from '../../sandbox/createSandbox.ts';
import { testApi } from '../../test/testApi.ts';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());
const api = await testApi(await testDatabase(), { context: { sandbox } });
const greeting = { description: 'Greets', language: 'en', clock: '2026-01-05T09:00:00Z', conversation: [{ bot: 'Hello.' }, { ends: true as const }] };

const makeBot = async (name: string) => botSchema.parse(await api.good('POST', '/api/v1/bots', { name }));

async function draw(flow: string, said: string): Promise<void> {
  const { revision } = draftSchema.parse(await api.good('GET', `${flow}/draft`));
  const drawing = drawSketch({ nodes: { begin: 'start', hello: { message: { text: said } }, done: 'end' }, edges: ['begin -> hello', 'hello -> done'] }, nodeTypes);
  await api.good('PUT', `${flow}/draft`, { revision, flow: drawing });
}

describe('kept conversations', () => {
  test('are listed in the order they were kept, with who did, changed and deleted', async () => {
    const bot = await makeBot('Lister');
    const kept = testSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/tests`, { test: greeting }));
    expect(kept).toMatchObject({ test: greeting, by: { name: 'owner person' } });
    const other = testSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/tests`, { test: { ...greeting, description: 'Again' } }));
    const names = async () => testListSchema.parse(await api.good('GET', `/api/v1/bots/${bot.id}/tests`)).items.map((each) => each.test.description);
    expect(await names()).toEqual(['Greets', 'Again']);
    await api.good('PUT', `/api/v1/tests/${other.id}`, { test: { ...greeting, description: 'Other' } });
    expect(await names()).toEqual(['Greets', 'Other']);
    await api.good('DELETE', `/api/v1/tests/${other.id}`);
    expect(await names()).toEqual(['Greets']);
  });

  test('a bot keeps a number of them that a publish can run', async () => {
    const full = await makeBot('Full');
    const at = api.context.clock.now();
    await api.context.models.ConversationTest.bulkCreate(Array.from({ length: testLimits.tests }, (_, n) => ({ id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`, bot: full.id, test: greeting, madeBy: null, madeAt: at, changedAt: at })));
    const { status, body } = await api.ask('POST', `/api/v1/bots/${full.id}/tests`, { as: 'editor', body: { test: greeting } });
    expect(status).toBe(409);
    expect(body).toMatchObject({ error: { message: expect.stringContaining('at most 500') } });
  });

  test('are held by every publish: one that goes otherwise is told and has to be accepted', async () => {
    const bot = await makeBot('Greeter');
    const flow = `/api/v1/flows/${bot.flowId}`;
    await api.good('POST', `/api/v1/bots/${bot.id}/tests`, { test: greeting });
    await draw(flow, 'Hello.');
    const first = publishedSchema.parse(await api.good('POST', `${flow}/publish`, {}));
    expect(first.release.proof.tests).toEqual({ ran: 1, otherwise: 0 });
    await draw(flow, 'Good morning.');
    const { issues } = verifiedSchema.parse(await api.good('POST', `${flow}/verify`));
    expect(issues.map(({ check }) => check)).toEqual(['conversationTest']);
    const refused = await api.ask('POST', `${flow}/publish`, { as: 'editor', body: {} });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ issues: [{ check: 'conversationTest', severity: 'warning', message: '“Greets” goes otherwise now. Expected that the bot says “Hello.”, but the bot says “Good morning.”.' }] });
    const second = publishedSchema.parse(await api.good('POST', `${flow}/publish`, { acceptWarnings: true }));
    expect(second.release.proof.tests).toEqual({ ran: 1, otherwise: 1 });
  });
});
