import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema } from '@parley/shared/api/flows';
import { templateListSchema } from '@parley/shared/api/gallery';
import { verifiedSchema } from '@parley/shared/api/issues';
import { expect, test } from 'vitest';
import { testApi } from '../../test/testApi.ts';

const api = await testApi(await testDatabase());

test('every bot of the gallery can be begun with, is saved as drawn and proven', async () => {
  const { items } = templateListSchema.parse(await api.good('GET', '/api/v1/gallery'));
  expect(items.length).toBeGreaterThanOrEqual(8);
  for (const { id, name, languages, nodes } of items) {
    const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name, template: id }));
    const { flow } = draftSchema.parse(await api.good('GET', `/api/v1/flows/${bot.flowId}/draft`));
    expect([id, flow.languages, Object.keys(flow.nodes).length]).toEqual([id, languages, nodes]);
    const { issues } = verifiedSchema.parse(await api.good('POST', `/api/v1/flows/${bot.flowId}/verify`));
    expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  }
});

test('a template nobody knows is refused with the ones there are', async () => {
  const answer = await api.ask('POST', '/api/v1/bots', { as: 'editor', body: { name: 'A', template: 'magic' } });
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ error: { fields: [{ path: 'template', message: expect.stringContaining('leadCapture') }] } });
});

test('a bot is told the time by the zone of whoever makes it, and by UTC where that is not known', async () => {
  const zoneOf = async (body: object): Promise<string> => {
    const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Hours', ...body }));
    return draftSchema.parse(await api.good('GET', `/api/v1/flows/${bot.flowId}/draft`)).flow.settings.zone;
  };
  expect(await zoneOf({ zone: 'Asia/Kolkata' })).toBe('Asia/Kolkata');
  expect(await zoneOf({ zone: 'Asia/Kolkata', template: 'survey' })).toBe('Asia/Kolkata');
  expect(await zoneOf({ zone: 'Atlantis/Capital' })).toBe('UTC');
  expect(await zoneOf({})).toBe('UTC');
});
