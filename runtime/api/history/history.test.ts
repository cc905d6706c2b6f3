import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema } from '@parley/shared/api/flows';
import { historyDiffSchema, historyLimits, historyListSchema, historyStateSchema, namedVersionListSchema, namedVersionSchema } from '@parley/shared/api/history';
import { describe, expect, test } from 'vitest';
import { addRelease } from '../../test/rows.ts';
import { testApi } from '../../test/testApi.ts';

const api = await testApi(await testDatabase());
const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Historic' }));
const path = `/api/v1/bots/${bot.id}`;

async function retitle(title: string, gesture: string): Promise<number> {
  const { revision, flow } = draftSchema.parse(await api.good('GET', `/api/v1/flows/${bot.flowId}/draft`));
  for (const node of Object.values(flow.nodes)) node.title = title;
  return draftSchema.parse(await api.good('PUT', `/api/v1/flows/${bot.flowId}/draft`, { revision, flow, gesture })).revision;
}

const revisions: number[] = [];
for (let at = 1; at <= 5; at += 1) revisions.push(await retitle(`Title ${at}`, `Rename ${at}`));
const point = (at: number) => `step:${bot.flowId}:${revisions[at]}`;

describe('the history', () => {
  test('lists steps newest first, page by page without repeating, with who, what about and whether it can be shown', async () => {
    const seen: string[] = [];
    for (let next: string | undefined, first = true; first || next; first = false) {
      const list = historyListSchema.parse(await api.good('GET', `${path}/history?limit=2${next ? `&after=${next}` : ''}`));
      seen.push(...list.items.map(({ gesture }) => gesture));
      next = list.next;
    }
    expect(seen).toEqual(['Rename 5', 'Rename 4', 'Rename 3', 'Rename 2', 'Rename 1']);
    const { items } = historyListSchema.parse(await api.good('GET', `${path}/history?flow=${bot.flowId}`));
    expect(items[0]).toMatchObject({ by: { name: 'owner person' }, count: 1, kept: true, things: [{ what: 'node', label: 'Title 5', kind: 'changed' }] });
    expect((await api.ask('GET', `${path}/history?flow=00000000-0000-4000-8000-000000000000`, { as: 'owner' })).status).toBe(404);
  });

  test('shows any moment and what is different between two', async () => {
    const state = historyStateSchema.parse(await api.good('GET', `${path}/history/state?point=${point(1)}`));
    expect(Object.values(state.flows[bot.flowId]?.nodes ?? {}).map(({ title }) => title)).toEqual(['Title 2']);
    expect(state.revisions).toEqual({ [bot.flowId]: revisions[1] });
    const { changes } = historyDiffSchema.parse(await api.good('GET', `${path}/history/diff?from=${point(0)}&to=now`));
    expect(changes).toMatchObject([{ kind: 'changed', what: 'node', fields: [{ path: ['title'], before: 'Title 1', after: 'Title 5' }] }]);
    const release = await addRelease(api.context, bot.id);
    expect(historyStateSchema.parse(await api.good('GET', `${path}/history/state?point=release:${release.id}`)).main).toBeTruthy();
  });
});

describe('named versions', () => {
  test('are given, told, given another name and taken away', async () => {
    const named = namedVersionSchema.parse(await api.good('POST', `${path}/named-versions`, { name: 'Before the summer campaign', point: point(2) }));
    expect(named).toMatchObject({ name: 'Before the summer campaign', by: { name: 'owner person' } });
    await api.good('PATCH', `/api/v1/named-versions/${named.id}`, { name: 'Before <b>autumn</b>' });
    expect(namedVersionListSchema.parse(await api.good('GET', `${path}/named-versions`)).items.map(({ name }) => name)).toEqual(['Before <b>autumn</b>']);
    const state = historyStateSchema.parse(await api.good('GET', `${path}/history/state?point=version:${named.id}`));
    expect(Object.values(state.flows[bot.flowId]?.nodes ?? {}).map(({ title }) => title)).toEqual(['Title 3']);
    expect((await api.ask('POST', `${path}/named-versions`, { as: 'owner', body: { name: 'Before <b>autumn</b>', point: 'now' } })).body).toMatchObject({ error: { code: 'conflict', message: 'There is a version of that name already.', fields: [{ path: 'name' }] } });
    const other = namedVersionSchema.parse(await api.good('POST', `${path}/named-versions`, { name: 'Other', point: 'now' }));
    expect((await api.ask('PATCH', `/api/v1/named-versions/${other.id}`, { as: 'owner', body: { name: 'Before <b>autumn</b>' } })).status).toBe(409);
    await api.good('PATCH', `/api/v1/named-versions/${other.id}`, { name: 'Other' });
    await api.good('DELETE', `/api/v1/named-versions/${other.id}`);
    expect((await api.ask('DELETE', `/api/v1/named-versions/${other.id}`, { as: 'owner' })).status).toBe(404);
  });

  test('two people who give the same name at once make one', async () => {
    const answers = await Promise.all(['owner', 'editor'].map((as) => api.ask('POST', `${path}/named-versions`, { as: as as 'owner', body: { name: 'At once', point: 'now' } })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test('are as many as one keeps, then the next is refused', async () => {
    const full = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Full' }));
    const at = api.context.clock.now();
    await api.context.models.NamedVersion.bulkCreate(Array.from({ length: historyLimits.named }, (_, n) => ({ id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`, bot: full.id, name: `N ${n}`, flow: { main: full.flowId, flows: {} }, revisions: {}, at, by: null, madeAt: at })));
    expect((await api.ask('POST', `/api/v1/bots/${full.id}/named-versions`, { as: 'owner', body: { name: 'One more', point: 'now' } })).body).toMatchObject({ error: { code: 'conflict', message: expect.stringContaining('at most 200') } });
  });
});
