import { testDatabase } from '@parley/db/testing';
import { acceptedBatchSchema, batchListSchema, draftSchema, flowHeadSchema } from '@parley/shared/api/flows';
import { botSchema } from '@parley/shared/api/bots';
import { hashValue } from '@parley/shared/flow/hashFlow';
import { expect, test, describe } from 'vitest';
import type { Announce } from '../app.ts';
import { testApi } from '../../test/testApi.ts';

const api = await testApi(await testDatabase());
const told: Parameters<Announce['batch']>[0][] = [];
api.web.app.announce.batch = (event) => told.push(event);

const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Café Ñandú 2', languages: ['en', 'fr'] }));
const path = `/api/v1/flows/${bot.flowId}`;
const draft = async () => draftSchema.parse(await api.good('GET', `${path}/draft`));

describe('a new bot', () => {
  test('has a readable address, a flow in its languages, a web channel and nothing live', async () => {
    expect(bot).toMatchObject({ slug: 'cafe-nandu-2', name: 'Café Ñandú 2', live: null, changed: true, openSessions: 0, channels: ['web'], paused: false });
    expect((await draft()).flow.languages).toEqual(['en', 'fr']);
  });

  test('of the same name gets another address, also at the same moment', async () => {
    const made = await Promise.all([1, 2, 3].map(() => api.good('POST', '/api/v1/bots', { name: 'Same' })));
    expect(made.map((body) => botSchema.parse(body).slug).toSorted()).toEqual(['same', 'same-2', 'same-3']);
  });

  test('whose name has no Latin letters gets an address all the same', async () => {
    expect(botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'बुकिंग' })).slug).toMatch(/^bot-[0-9a-f]{6}$/);
  });

  test('is found in a list that pages to its end without repeating', async () => {
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const body = await api.good('GET', `/api/v1/bots?limit=2${next ? `&after=${next}` : ''}`);
      const list = body as { items: { id: string }[]; next?: string };
      seen.push(...list.items.map(({ id }) => id));
      next = list.next;
    } while (next);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(bot.id);
    expect(seen).toHaveLength(5);
  });
});

describe('saving a whole drawing', () => {
  test('makes one revision of ops, and none when nothing is different', async () => {
    const before = await draft();
    const [start] = Object.keys(before.flow.nodes);
    const flow = structuredClone(before.flow);
    Object.assign(flow.nodes[start ?? ''] ?? {}, { title: 'Begin', x: 300 });
    const saved = draftSchema.parse(await api.good('PUT', `${path}/draft`, { revision: before.revision, flow }));
    expect(saved.revision).toBe(before.revision + 1);
    expect(saved.flow.nodes[start ?? '']).toMatchObject({ title: 'Begin', x: 300 });
    expect(told.at(-1)).toMatchObject({ flowId: bot.flowId, revision: saved.revision, by: { name: 'owner person' } });
    expect(draftSchema.parse(await api.good('PUT', `${path}/draft`, { revision: saved.revision, flow: saved.flow })).revision).toBe(saved.revision);
  });

  test('from an old revision is refused with the current drawing', async () => {
    const { revision, flow } = await draft();
    const answer = await api.ask('PUT', `${path}/draft`, { as: 'editor', body: { revision: revision - 1, flow } });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ error: { code: 'stale' }, revision, flow: { kind: 'bot' } });
  });

  test.each([
    ['languages', []], ['kind', 'robot'], ['settings.zone', 7], ['nodes.n1', { type: 'message', x: 0, y: 0, data: {} }], ['nodes.n1', { type: 'nonsense', x: 0, y: 0, data: {} }],
    ['edges.e1', { from: 'a' }], ['variables.v1', { name: '1st', type: { kind: 'text' }, order: 1 }], ['extra', true], ['settings.extra', 1],
  ])('with a wrong %s says where', async (field, value) => {
    const { revision, flow } = await draft();
    const wrong = structuredClone(flow) as unknown as Record<string, Record<string, unknown>>;
    const [top = '', inner] = field.split('.');
    if (inner === undefined) Object.assign(wrong, { [top]: value });
    else Object.assign(wrong[top] ?? {}, { [inner]: field === 'nodes.n1' && (value as { type: string }).type === 'message' ? { type: 'message', x: 'left', y: 0, data: {} } : value });
    const answer = await api.ask('PUT', `${path}/draft`, { as: 'owner', body: { revision, flow: wrong } });
    expect(answer.status).toBe(400);
    const { error } = answer.body as { error: { fields: { path: string }[] } };
    expect(error.fields[0]?.path.startsWith(`flow.${field}`), error.fields[0]?.path).toBe(true);
    expect((await draft()).revision).toBe(revision);
  });
});

describe('ops', () => {
  test('are accepted from an older revision, told to others, and once although sent twice', async () => {
    const { revision } = await draft();
    const batch = { id: 'batch0001', gesture: 'Add a note', ops: [{ op: 'add' as const, path: ['notes', 'note1'], value: { text: 'Hi', x: 1, y: 2, width: 200, height: 80 } }] };
    const first = acceptedBatchSchema.parse(await api.good('POST', `${path}/ops`, batch));
    expect(first.revision).toBe(revision + 1);
    const heard = told.length;
    expect(acceptedBatchSchema.parse(await api.good('POST', `${path}/ops`, batch))).toEqual(first);
    expect(told).toHaveLength(heard);
    expect((await draft()).flow.notes['note1']?.text).toBe('Hi');
    const list = batchListSchema.parse(await api.good('GET', `${path}/ops?afterRevision=${revision}`));
    expect(list.items).toEqual([first]);
  });

  test('two people’s edits of different things both stand; of the same thing the second is refused with what stands', async () => {
    const set = (id: string, base: string, value: string) => ({ id, gesture: 'Type', ops: [{ op: 'set', path: ['notes', 'note1', 'text'], base, value }] });
    const move = { id: 'moveit', gesture: 'Move', ops: [{ op: 'set', path: ['notes', 'note1', 'x'], base: 1, value: 50 }] };
    const [one, two] = await Promise.all([api.ask('POST', `${path}/ops`, { as: 'editor', body: set('textA', 'Hi', 'A') }), api.ask('POST', `${path}/ops`, { as: 'admin', body: move })]);
    expect([one.status, two.status]).toEqual([200, 200]);
    const late = await api.ask('POST', `${path}/ops`, { as: 'owner', body: set('textB', 'Hi', 'B') });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ error: { code: 'stale' }, refusal: { op: 0, path: ['notes', 'note1', 'text'], reason: 'stale', current: 'A' } });
    expect((await draft()).flow.notes['note1']).toMatchObject({ text: 'A', x: 50 });
  });

  test('that would leave a shape no document may have are refused with the path', async () => {
    const body = { id: 'wrong1', gesture: 'Break', ops: [{ op: 'set', path: ['notes', 'note1', 'width'], base: 200, value: 'wide' }] };
    const answer = await api.ask('POST', `${path}/ops`, { as: 'owner', body });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { fields: [{ path: 'notes.note1.width' }] } });
  });

  test('a removal is refused after a change', async () => {
    const hash = hashValue({ text: 'Hi', x: 1, y: 2, width: 200, height: 80 });
    expect((await api.ask('POST', `${path}/ops`, { as: 'owner', body: { id: 'gone1', gesture: 'Delete', ops: [{ op: 'remove', path: ['notes', 'note1'], hash }] } })).status).toBe(409);
  });

  test('never make a bot’s flow another kind of flow', async () => {
    const answer = await api.ask('POST', `${path}/ops`, { as: 'owner', body: { id: 'kind1', gesture: 'Break', ops: [{ op: 'set', path: ['kind'], base: 'bot', value: 'subflow' }] } });
    expect(answer.status).toBe(400);
  });
});

describe('subflows', () => {
  test('are made in the bot’s languages, renamed, and deleted, which the main flow is not', async () => {
    const made = flowHeadSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/flows`, { name: 'Address' }));
    expect(made).toMatchObject({ kind: 'subflow', revision: 1, botId: bot.id });
    expect(draftSchema.parse(await api.good('GET', `/api/v1/flows/${made.id}/draft`)).flow).toMatchObject({ kind: 'subflow', languages: ['en', 'fr'] });
    await api.good('PATCH', `/api/v1/flows/${made.id}`, { name: 'Where' });
    expect(((await api.good('GET', `/api/v1/bots/${bot.id}/flows`)) as { items: { name: string }[] }).items.map(({ name }) => name)).toEqual(['Café Ñandú 2', 'Where']);
    await api.good('DELETE', `/api/v1/flows/${made.id}`);
    expect((await api.ask('GET', `/api/v1/flows/${made.id}/draft`, { as: 'owner' })).status).toBe(404);
    expect((await api.ask('DELETE', path, { as: 'owner' })).status).toBe(409);
  });
});

test('a document larger than the cap is refused before it is read', async () => {
  const answer = await api.ask('PUT', `${path}/draft`, { as: 'owner', raw: `{"revision":1,"flow":{"x":"${'a'.repeat(6_100_000)}"}}` });
  expect(answer.status).toBe(413);
});
