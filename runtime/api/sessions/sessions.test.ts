import { findChannelByToken } from '@parley/db/queries/channelForDoor';
import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { createdChannelSchema } from '@parley/shared/api/channels';
import { draftSchema } from '@parley/shared/api/flows';
import { publishedSchema } from '@parley/shared/api/releases';
import { sessionDetailSchema, sessionListSchema, turnListSchema, turnSnapshotSchema } from '@parley/shared/api/sessions';
import type { Incoming } from '@parley/shared/messages/incoming';
import { afterAll, describe, expect, test } from 'vitest';
import { hashToken } from '../../lib/keys.ts';
import { createSandbox } from '../../sandbox/createSandbox.ts';
import { menuBot } from '../../test/menuBot.ts';
import { testApi } from '../../test/testApi.ts';
import { testClock } from '../../test/testContext.ts';

const sandbox = createSandbox({ workers: 1 });
const clock = testClock();
const api = await testApi(await testDatabase(), { context: { sandbox, clock } });
const { turns } = api;
afterAll(() => sandbox.close());

const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Told' }));
const flow = `/api/v1/flows/${bot.flowId}`;
async function publish(greeting: string, move?: 'resting') {
  const { revision } = draftSchema.parse(await api.good('GET', `${flow}/draft`));
  await api.good('PUT', `${flow}/draft`, { revision, flow: menuBot(greeting) });
  return publishedSchema.parse(await api.good('POST', `${flow}/publish`, { acceptWarnings: true, ...(move ? { move } : {}) }));
}
const first = await publish('One.');
const { token = '' } = createdChannelSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/channels`, { type: 'rest' }));
const channel = await findChannelByToken(api.context.db.pool, { type: 'rest', hash: hashToken(token) });
if (!channel) throw new Error('The channel made by the API is not found by its token.');

let said = 0;
/** Says something as a contact and gives what the bot answered, once it rests. */
async function say(identifier: string, message: Incoming | string): Promise<unknown[]> {
  said += 1;
  clock.pass(1_000);
  const receipt = await turns.receive({ channel: channel!, limit: null, id: `m${said}`, from: { identifier, name: `Person ${identifier}` }, message: typeof message === 'string' ? { type: 'text', text: message } : message });
  if (!receipt.ok) throw new Error(`Not received: ${receipt.why}`);
  const answer = await turns.answer({ lane: receipt.lane, turn: receipt.turn, ms: 10_000 });
  await turns.runUntilIdle();
  return answer ?? [];
}

const list = async (query = '') => sessionListSchema.parse(await api.good('GET', `/api/v1/bots/${bot.id}/sessions${query}`));
const detail = async (id: string, as: 'owner' | 'editor' = 'owner') => sessionDetailSchema.parse((await api.ask('GET', `/api/v1/sessions/${id}`, { as })).body);

describe('a conversation', () => {
  test('is listed with where it rests and what was said last', async () => {
    await say('ada', 'Hello');
    await say('ada', 'Ada');
    const [session] = (await list()).items;
    expect(session).toMatchObject({ botId: bot.id, status: 'open', channel: { type: 'rest' }, release: { no: 1 }, turns: 2, failed: false, at: { flow: bot.flowId, node: 'menu' }, preview: 'What next, Ada?' });
    expect(session?.contact?.name).toBe('Person ada');
  });

  test('shows its state, its variables and its transcript in order', async () => {
    const [session] = (await list()).items;
    const shown = await detail(session?.id ?? '');
    expect(shown.state).toMatch(/^menu/);
    expect(shown.frames).toHaveLength(1);
    expect(shown.variables).toEqual([
      { name: 'name', type: 'text', value: 'Ada', set: true, personal: true, hidden: false },
      { name: 'topic', type: 'text', value: '', set: false, personal: false, hidden: false },
    ]);
    const texts = shown.transcript.map(({ direction, message }) => `${direction}: ${'text' in message ? message.text : 'body' in message ? message.body : message.type}`);
    expect(texts).toEqual(['in: Hello', 'out: One.', 'out: What is your name?', 'in: Ada', 'out: What next, Ada?']);
    expect(shown.transcript.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5]);
  });

  test('hides personal values from whoever may not read them, in variables and traces', async () => {
    const [session] = (await list()).items;
    const shown = await detail(session?.id ?? '', 'editor');
    expect(shown.variables[0]).toMatchObject({ name: 'name', value: null, hidden: true, set: true });
    const turns = turnListSchema.parse((await api.ask('GET', `/api/v1/sessions/${session?.id}/turns`, { as: 'editor' })).body);
    expect(JSON.stringify(turns.items.map(({ steps }) => steps))).not.toContain('Ada');
    const read = turnListSchema.parse(await api.good('GET', `/api/v1/sessions/${session?.id}/turns`));
    expect(JSON.stringify(read.items.map(({ steps }) => steps))).toContain('Ada');
  });

  test('shows each turn with its path, its stages and its messages, and pages through them', async () => {
    const [session] = (await list()).items;
    const newest = turnListSchema.parse(await api.good('GET', `/api/v1/sessions/${session?.id}/turns?limit=1`));
    expect(newest.items).toHaveLength(1);
    expect(newest.items[0]).toMatchObject({ kind: 'text', outcome: 'done', attempts: 1, path: [{ flow: bot.flowId, edge: 'e3' }], messages: [4, 5] });
    expect(newest.items[0]?.stages.length).toBeGreaterThan(2);
    const older = turnListSchema.parse(await api.good('GET', `/api/v1/sessions/${session?.id}/turns?limit=1&after=${newest.next}`));
    expect(older.items[0]?.path.map(({ edge }) => edge)).toEqual(['e1', 'e2']);
    expect(older.next).toBeUndefined();
  });

  test('is told as it stood after any of its turns, without personal values for whoever may not see them', async () => {
    const [session] = (await list()).items;
    const [second, one] = turnListSchema.parse(await api.good('GET', `/api/v1/sessions/${session?.id}/turns`)).items;
    const after = async (turn: number | undefined, as: 'owner' | 'analyst') => turnSnapshotSchema.parse((await api.ask('GET', `/api/v1/sessions/${session?.id}/turns/${turn}/snapshot`, { as })).body);
    const read = await after(second?.no, 'owner');
    expect(read).toMatchObject({ no: second?.no, at: second?.at, release: { no: 1 }, channel: 'rest', contact: { name: 'Person ada' }, hidden: [], personal: ['name'], message: 5, snapshot: { variables: { name: 'Ada' }, frames: [{ flow: bot.flowId }] } });
    expect(read.snapshot?.frames[0]?.at).toMatch(/^menu/);
    const hidden = await after(second?.no, 'analyst');
    expect([hidden.hidden, hidden.personal, hidden.snapshot?.variables]).toEqual([['name'], [], {}]);
    const before = await after(one?.no, 'owner');
    expect([before.snapshot?.frames[0]?.at.split('/')[0], before.snapshot?.variables, before.message]).toEqual(['who', {}, 3]);
    expect((await api.ask('GET', `/api/v1/sessions/${session?.id}/turns/${(second?.no ?? 0) + 99}/snapshot`, { as: 'owner' })).status).toBe(404);
  });

  test('ends, and the list can be asked for what is open, ended or on a release', async () => {
    await say('bob', 'Hi');
    await say('bob', 'Bob');
    await say('bob', 'Hours');
    const open = (await list('?status=open')).items;
    const ended = (await list('?status=ended')).items;
    expect(open.map(({ contact }) => contact?.name)).toEqual(['Person ada']);
    expect(ended.map(({ contact, at }) => [contact?.name, at])).toEqual([['Person bob', null]]);
    expect((await list('?status=failed')).items).toEqual([]);
    expect((await list(`?release=${first.release.id}`)).items).toHaveLength(2);
    const page = await list('?limit=1');
    expect(page.items).toHaveLength(1);
    const rest = await list(`?limit=1&after=${encodeURIComponent(page.next ?? '')}`);
    expect(rest.items[0]?.id).not.toBe(page.items[0]?.id);
    expect(rest.next).toBeUndefined();
  });
});

describe('publishing over conversations under way', () => {
  test('leaves them where they are, unless those resting in an unchanged node are moved', async () => {
    await say('cyd', 'Hi');
    const where = async (name: string) => (await list('?status=open')).items.find(({ contact }) => contact?.name === `Person ${name}`)?.release?.no;
    expect((await publish('Two.')).moved).toBe(0);
    expect(await where('cyd')).toBe(1);
    const three = await publish('Three.', 'resting');
    expect(three.moved).toBe(2);
    await turns.runUntilIdle();
    expect(await where('cyd')).toBe(3);
    expect(await where('ada')).toBe(3);
    expect((await say('cyd', 'Cyd'))[0]).toMatchObject({ message: { body: 'What next, Cyd?' } });
  });

  test('after a roll-back the old one finishes where it is and a new one starts on the version before', async () => {
    await api.good('POST', `/api/v1/releases/${first.release.id}/roll-back`);
    expect((await say('dan', 'Hi'))[0]).toMatchObject({ message: { text: 'One.' } });
    const on = async (name: string) => (await list()).items.find(({ contact }) => contact?.name === `Person ${name}`)?.release?.no;
    expect([await on('dan'), await on('cyd')]).toEqual([1, 3]);
    expect((await say('cyd', 'Prices'))[0]).toMatchObject({ message: { text: 'A day costs 6 €, Cyd.' } });
  });
});
