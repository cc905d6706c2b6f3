import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema, flowHeadSchema, flowListSchema } from '@parley/shared/api/flows';
import { historyDiffSchema, historyLimits, historyListSchema, historyStateSchema, namedVersionListSchema, namedVersionSchema } from '@parley/shared/api/history';
import { describe, expect, test } from 'vitest';
import { addRelease } from '../../test/rows.ts';
import { testApi } from '../../test/testApi.ts';
import { testClock } from '../../test/testContext.ts';

const clock = testClock();
const api = await testApi(await testDatabase(), { context: { clock } });
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

describe('a subflow that was deleted', async () => {
  const made = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'With a subflow' }));
  const of = `/api/v1/bots/${made.id}`;
  const sub = flowHeadSchema.parse(await api.good('POST', `${of}/flows`, { name: 'Payment' }));
  const draw = async (flowId: string, title: string): Promise<string> => {
    clock.pass(1_000);
    const { revision, flow } = draftSchema.parse(await api.good('GET', `/api/v1/flows/${flowId}/draft`));
    for (const node of Object.values(flow.nodes)) node.title = title;
    return `step:${flowId}:${draftSchema.parse(await api.good('PUT', `/api/v1/flows/${flowId}/draft`, { revision, flow })).revision}`;
  };
  const titleOf = async (flowId: string) => Object.values(draftSchema.parse(await api.good('GET', `/api/v1/flows/${flowId}/draft`)).flow.nodes)[0]?.title;
  const flows = async () => flowListSchema.parse(await api.good('GET', `${of}/flows`)).items.map(({ id, name }) => [id, name]);
  await draw(sub.id, 'Early');
  const early = await draw(made.flowId, 'Calls it');
  await draw(sub.id, 'Late');
  const release = await addRelease(api.context, made.id);
  await api.ask('POST', `${of}/comment-threads`, { as: 'owner', body: { flowId: sub.id, x: 1, y: 2, text: 'In the subflow' } });
  clock.pass(1_000);
  await api.good('DELETE', `/api/v1/flows/${sub.id}`);
  const flowsAt = async (point: string) => Object.keys(historyStateSchema.parse(await api.good('GET', `${of}/history/state?point=${point}`)).flows).toSorted();
  let since = '';
  const bringBack = (as: 'owner' | 'editor', point: string, flowId = sub.id) => api.ask('POST', `${of}/history/bring-back`, { as, body: { point, flowId } });

  test('is out of the bot, and in what the bot was, by its name', async () => {
    expect(await flows()).toEqual([[made.flowId, 'With a subflow']]);
    expect((await api.ask('GET', `/api/v1/flows/${sub.id}/draft`, { as: 'owner' })).status).toBe(404);
    expect((await api.ask('POST', `/api/v1/flows/${sub.id}/ops`, { as: 'owner', body: { id: 'late', gesture: 'Zone', ops: [{ op: 'set', path: ['settings', 'zone'], base: 'UTC', value: 'UTC' }] } })).status).toBe(404);
    const state = historyStateSchema.parse(await api.good('GET', `${of}/history/state?point=${early}`));
    expect(Object.keys(state.flows).toSorted()).toEqual([made.flowId, sub.id].toSorted());
    expect(state.names).toEqual({ [made.flowId]: 'With a subflow', [sub.id]: 'Payment' });
    const now = historyStateSchema.parse(await api.good('GET', `${of}/history/state`));
    expect(Object.keys(now.flows)).toEqual([made.flowId]);
    since = await draw(made.flowId, 'Calls nothing');
    expect(await flowsAt(since)).toEqual([made.flowId]);
  });

  test('comes back as it was at a moment, with its steps and comments, once; anything else is refused', async () => {
    expect((await bringBack('owner', early, '00000000-0000-4000-8000-000000000000')).status).toBe(404);
    clock.pass(1_000);
    const answers = await Promise.all([bringBack('owner', early), bringBack('editor', early)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(flowHeadSchema.parse(answers[0]?.body)).toMatchObject({ id: sub.id, name: 'Payment', kind: 'subflow', revision: 4 });
    expect(await flows()).toEqual([[made.flowId, 'With a subflow'], [sub.id, 'Payment']]);
    expect(await titleOf(sub.id)).toBe('Early');
    const { items } = historyListSchema.parse(await api.good('GET', `${of}/history?flow=${sub.id}`));
    expect(items.map(({ gesture }) => gesture)).toEqual(['Restore', 'Save', 'Save']);
    expect(JSON.stringify(await api.good('GET', `${of}/comment-threads`))).toContain('In the subflow');
    // What was drawn while it was away is shown without it, what was drawn before and after with it.
    const both = [made.flowId, sub.id].toSorted();
    expect([await flowsAt(since), await flowsAt(early), await flowsAt(await draw(made.flowId, 'Calls it again'))]).toEqual([[made.flowId], both, both]);
    // Where it is there, it stays as it is drawn.
    await draw(sub.id, 'Drawn on');
    expect((await bringBack('owner', `release:${release.id}`)).status).toBe(200);
    expect(await titleOf(sub.id)).toBe('Drawn on');
  });

  test('comes back without a moment as it was when it was deleted', async () => {
    await api.good('DELETE', `/api/v1/flows/${sub.id}`);
    expect(flowHeadSchema.parse((await api.ask('POST', `${of}/history/bring-back`, { as: 'editor', body: { flowId: sub.id } })).body)).toMatchObject({ id: sub.id, name: 'Payment' });
    expect(await titleOf(sub.id)).toBe('Drawn on');
    expect((await api.ask('POST', `${of}/history/bring-back`, { as: 'editor', body: { flowId: '00000000-0000-4000-8000-000000000000' } })).status).toBe(404);
  });

  test('of which nothing is left comes back out of a version that keeps it, under its id', async () => {
    await api.good('DELETE', `/api/v1/flows/${sub.id}`);
    await api.context.models.Flow.unscoped().destroy({ where: { id: sub.id } });
    expect(historyStateSchema.parse(await api.good('GET', `${of}/history/state?point=release:${release.id}`)).names[sub.id]).toBe('Payment');
    expect((await bringBack('owner', early)).status).toBe(404);
    expect(flowHeadSchema.parse((await bringBack('owner', `release:${release.id}`)).body)).toMatchObject({ id: sub.id, name: 'Payment', revision: 1 });
    expect(await titleOf(sub.id)).toBe('Late');
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
