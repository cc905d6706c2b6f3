import { databaseKindsAndApart, testDatabase } from '@parley/db/testing';
import { botSchema, waitingListSchema } from '@parley/shared/api/bots';
import { createdChannelSchema } from '@parley/shared/api/channels';
import { draftSchema } from '@parley/shared/api/flows';
import { publishedSchema } from '@parley/shared/api/releases';
import { sessionDetailSchema } from '@parley/shared/api/sessions';
import { sessionMovedSchema } from '@parley/shared/api/sockets';
import { io } from 'socket.io-client';
import { afterAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { createSandbox } from '../sandbox/createSandbox.ts';
import { menuBot } from '../test/menuBot.ts';
import { testApi } from '../test/testApi.ts';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());
const answerSchema = z.object({ turnId: z.string(), messages: z.array(z.looseObject({ type: z.string() })) });

/** All an outside program does, from nothing: every answer on the way is held against the OpenAPI document. */
describe.each(databaseKindsAndApart)('from an empty installation to a conversation, by the API alone, on %s', async (kind) => {
  const api = await testApi(await testDatabase(kind), { people: false, context: { sandbox } });
  let token = '';
  let bot = '';
  let flow = '';
  let door = '';
  const as = (method: string, path: string, body?: unknown) => api.ask(method, path, { token, body });
  const say = (id: string, from: string, text: string, query = '?wait=1') => api.ask('POST', `${door}${query}`, { body: { id, from, message: { type: 'text', text } } });
  const words = (body: unknown) => answerSchema.parse(body).messages.map((message) => message['text'] ?? message['body']);

  test('the owner is made and signed in', async () => {
    const answer = await api.ask('POST', '/api/v1/setup', { body: { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' } });
    expect(answer.status).toBe(201);
    token = z.object({ accessToken: z.string() }).parse(answer.body).accessToken;
  });

  test('a bot is made, drawn and published, and gets a channel', async () => {
    const made = botSchema.parse((await as('POST', '/api/v1/bots', { name: 'Pool' })).body);
    [bot, flow] = [made.id, made.flowId];
    const channel = createdChannelSchema.parse((await as('POST', `/api/v1/bots/${bot}/channels`, { type: 'rest' })).body);
    door = `/channels/rest/${channel.token}/messages`;
    expect((await say('early', 'amara', 'Hello')).status).toBe(409);
    const { revision } = draftSchema.parse((await as('GET', `/api/v1/flows/${flow}/draft`)).body);
    expect((await as('PUT', `/api/v1/flows/${flow}/draft`, { revision, flow: menuBot() })).status).toBe(200);
    expect((await as('POST', `/api/v1/flows/${flow}/verify`)).body).toMatchObject({ issues: expect.any(Array) });
    const published = publishedSchema.parse((await as('POST', `/api/v1/flows/${flow}/publish`, { acceptWarnings: true })).body);
    expect(published.release.proof.codeCheck?.paths).toBeGreaterThan(0);
  });

  test('the bot answers, and a repeated message gets the answer it got', async () => {
    const first = await say('m1', 'amara', 'Hello');
    expect(first.status).toBe(200);
    expect(words(first.body)).toEqual(['Welcome.', 'What is your name?']);
    const again = await say('m1', 'amara', 'Hello');
    expect(again.body).toEqual(first.body);
    expect(words((await say('m2', 'amara', 'Amara')).body)).toEqual(['What next, Amara?']);
    expect(words((await say('w1', 'zoe', 'Hello')).body)).toEqual(['Welcome.', 'What is your name?']);
  });

  test('who draws sees where people wait', async () => {
    const waiting = waitingListSchema.parse((await as('GET', `/api/v1/bots/${bot}/waiting`)).body).items;
    expect(waiting.toSorted((a, b) => (a.node < b.node ? -1 : 1))).toEqual([{ flow, node: 'menu', people: 1 }, { flow, node: 'who', people: 1 }]);
  });

  test('the studio hears that the conversation went on, and shows it', async () => {
    const socket = io(`${api.url}/studio`, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { accessToken: token } });
    expect(await new Promise((resolve) => { socket.once('connect', () => resolve(socket.emitWithAck('join', { kind: 'bot', id: bot }))); })).toEqual({ ok: true });
    const moved = new Promise<unknown>((resolve) => { socket.once('session', resolve); });
    const last = await say('m3', 'amara', 'hours');
    expect(words(last.body)).toEqual(['Open from 8 to 20, Amara.']);
    const { sessionId, at } = sessionMovedSchema.parse(await moved);
    socket.close();
    expect(at).toBeNull();
    const session = sessionDetailSchema.parse((await as('GET', `/api/v1/sessions/${sessionId}`)).body);
    expect(session).toMatchObject({ status: 'ended', state: null, turns: 3 });
    expect(session.transcript.map(({ direction }) => direction)).toEqual(['in', 'out', 'out', 'in', 'out', 'in', 'out']);
  });

  test('without waiting a message is acknowledged, and told later', async () => {
    expect((await say('n1', 'bilal', 'Hi', '')).status).toBe(202);
    await api.turns.runUntilIdle();
    expect(words((await say('n2', 'bilal', 'Bilal')).body)).toEqual(['What next, Bilal?']);
  });

  test.each([
    ['an unknown token', () => `/channels/rest/${'x'.repeat(43)}/messages`, { id: 'a', from: 'b', message: { type: 'text', text: 'c' } }, 404],
    ['a message of no type', () => door, { id: 'a', from: 'b', message: { type: 'song' } }, 400],
    ['no message', () => door, { id: 'a', from: 'b' }, 400],
    ['no sender', () => door, { id: 'a', message: { type: 'text', text: 'c' } }, 400],
    ['a text that is too long', () => door, { id: 'a', from: 'b', message: { type: 'text', text: 'c'.repeat(4_097) } }, 400],
    ['a body that is too large', () => door, { id: 'a', from: 'b', message: { type: 'text', text: 'c'.repeat(300_000) } }, 413],
  ])('the door answers %s with its reason', async (_what, path, body, status) => {
    expect((await api.ask('POST', path(), { body })).status).toBe(status);
  });

  test('a deleted channel is no address any more', async () => {
    const list = z.object({ items: z.array(z.object({ id: z.string(), type: z.string() })) }).parse((await as('GET', `/api/v1/bots/${bot}/channels`)).body);
    const rest = list.items.find(({ type }) => type === 'rest');
    expect((await as('DELETE', `/api/v1/channels/${rest?.id}`)).status).toBe(200);
    // A busy door asks for its channel once a second.
    const now = performance.now();
    const later = vi.spyOn(performance, 'now').mockImplementation(() => now + 2_000);
    expect((await say('gone', 'amara', 'Hello')).status).toBe(404);
    later.mockRestore();
  });

  test('health, readiness and figures', async () => {
    expect((await api.ask('GET', '/healthz')).body).toEqual({ ok: true });
    expect((await api.ask('GET', '/readyz')).body).toEqual({ ok: true, database: true });
    const figures = String((await api.ask('GET', '/metrics')).body);
    expect(figures).toContain('parley_http_request_seconds_count{method="POST",route="/api/v1/flows/:flowId/publish",status="200"} 1');
    expect(figures).not.toContain(bot);
  });
});
