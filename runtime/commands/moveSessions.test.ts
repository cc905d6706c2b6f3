import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { createdChannelSchema } from '@parley/shared/api/channels';
import { draftSchema } from '@parley/shared/api/flows';
import { publishedSchema } from '@parley/shared/api/releases';
import { createSandbox } from '../sandbox/createSandbox.ts';
import { menuBot } from '../test/menuBot.ts';
import { testApi } from '../test/testApi.ts';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());
const api = await testApi(await testDatabase(), { context: { sandbox } });

test('a contact whom an author tests with goes over to every new release, the others stay on theirs', async () => {
  const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Moving' }));
  const flow = `/api/v1/flows/${bot.flowId}`;
  const publish = async (greeting: string): Promise<ReturnType<typeof publishedSchema.parse>> => {
    const { revision } = draftSchema.parse(await api.good('GET', `${flow}/draft`));
    await api.good('PUT', `${flow}/draft`, { revision, flow: menuBot(greeting) });
    return publishedSchema.parse(await api.good('POST', `${flow}/publish`, { acceptWarnings: true }));
  };
  const { release: first } = await publish('Hello.');
  const { token } = createdChannelSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/channels`, { type: 'rest' }));
  const say = (from: object, id: string) => api.ask('POST', `/channels/rest/${token}/messages?wait=1`, { body: { id, from, message: { type: 'text', text: 'hi' } } });
  expect((await say({ id: 'author', test: true }, 'a1')).status).toBe(200);
  expect((await say({ id: 'somebody' }, 'b1')).status).toBe(200);

  const { release: second, moved } = await publish('Hello again.');
  expect(moved).toBe(1);
  await api.turns.runUntilIdle();
  const { rows } = await api.context.db.lanes.query<{ identifier: string; release: string }>(
    `select host -> 'contact' ->> 'identifier' as identifier, release from lanes.sessions where bot = $1 and ended_at is null order by 1`, [bot.id]);
  expect(rows).toEqual([{ identifier: 'author', release: second.id }, { identifier: 'somebody', release: first.id }]);
});
