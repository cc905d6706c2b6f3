import { databaseKindsAndApart, testDatabase } from '@parley/db/testing';
import { accessLevels } from '@parley/shared/api/access';
import type { Access } from '@parley/shared/api/access';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema } from '@parley/shared/api/flows';
import { pointLimits, studioEvents } from '@parley/shared/api/sockets';
import type { Point, Points, Room } from '@parley/shared/api/sockets';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { afterAll, describe, expect, test } from 'vitest';
import { makeAccessToken } from '../people/accessTokens.ts';
import { beginFamily } from '../people/refreshTokens.ts';
import { startServices } from '../services/index.ts';
import { testApi } from '../test/testApi.ts';
import { testContext } from '../test/testContext.ts';
import { studioIncoming } from './events.ts';
import { pointBudget } from './points.ts';
import { roomKinds } from './rooms.ts';

describe.each(databaseKindsAndApart)('the studio’s sockets on %s', async (kind) => {
  const db = await testDatabase(kind);
  const api = await testApi(db);
  const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Live' }));
  const open: Socket[] = [];
  afterAll(() => open.forEach((socket) => socket.close()));

  /** A studio's connection; `undefined` when it was refused. */
  async function connect(token: string | undefined): Promise<Socket | undefined> {
    const socket = io(`${api.url}/studio`, { transports: ['websocket'], forceNew: true, reconnection: false, auth: token === undefined ? {} : { accessToken: token } });
    open.push(socket);
    return new Promise((resolve) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', () => resolve(undefined));
    });
  }

  async function studio(access: Access): Promise<Socket> {
    const socket = await connect(api.accounts[access].token);
    if (!socket) throw new Error(`${access} could not connect.`);
    return socket;
  }

  /** What somebody does in the flow, told apart by `x`. */
  const pointAt = (x: number, over: Partial<Point> = {}): Point => ({ flowId: bot.flowId, at: { x, y: 2 }, chosen: ['n1'], field: null, moving: [], seen: { x: 0, y: 0, zoom: 1 }, ...over });
  const joined = async (access: Access): Promise<Socket> => {
    const socket = await studio(access);
    await socket.emitWithAck('join', { kind: 'flow', id: bot.flowId });
    return socket;
  };
  /** The next points others are told that fit. */
  const heardPoint = (socket: Socket, fits: (entry: Points['points'][number]) => boolean) => new Promise<Points['points'][number]>((resolve) => {
    const hear = (event: unknown): void => {
      const found = studioEvents.points.parse(event).points.find(fits);
      if (!found) return;
      socket.off('points', hear);
      resolve(found);
    };
    socket.on('points', hear);
  });

  const nowhere = '00000000-0000-4000-8000-000000000000';

  /** What is expected, by hand: who may be in which room, who may send which event. */
  const roomAccess: Record<Room['kind'], Access[]> = {
    flow: ['owner', 'admin', 'editor', 'analyst', 'agent'],
    bot: ['owner', 'admin', 'editor', 'analyst', 'agent'],
  };
  const eventAccess: Record<string, Access[]> = { join: [...accessLevels], leave: [...accessLevels], renew: [...accessLevels], point: ['owner', 'admin', 'editor', 'analyst', 'agent'] };
  const payloads: Record<string, unknown> = { join: { kind: 'bot', id: bot.id }, leave: { kind: 'bot', id: bot.id }, renew: {}, point: pointAt(1) };

  describe('the walk of the socket server', () => {
    test('knows every room and every event', () => {
      expect(Object.keys(roomKinds).toSorted()).toEqual(Object.keys(roomAccess).toSorted());
      expect(Object.keys(studioIncoming).toSorted()).toEqual(Object.keys(eventAccess).toSorted());
    });

    test('hears nothing at the root namespace', async () => {
      const socket = io(api.url, { transports: ['websocket'], forceNew: true, reconnection: false });
      open.push(socket);
      await new Promise<void>((resolve) => { socket.once('connect', resolve); });
      expect(api.web.io.of('/').sockets.get(socket.id ?? '')?.eventNames().filter((name) => name !== 'error')).toEqual([]);
      socket.close();
    });

    test.each([['nothing', undefined], ['rubbish', 'a.b.c'], ['an empty token', '']])('refuses a connection with %s', async (_what, token) => {
      expect(await connect(token)).toBeUndefined();
    });

    test.each(accessLevels.flatMap((access) => (['flow', 'bot'] as const).map((kind) => [access, kind] as const)))('%s and the room of a %s', async (access, kind) => {
      const socket = await studio(access);
      const id = kind === 'flow' ? bot.flowId : bot.id;
      const ack: unknown = await socket.emitWithAck('join', { kind, id });
      expect(ack).toMatchObject(roomAccess[kind].includes(access) ? { ok: true } : { ok: false, code: 'forbidden' });
      socket.close();
    });

    test.each(Object.keys(roomKinds))('a foreign %s is no room', async (kind) => {
      const socket = await studio('owner');
      expect(await socket.emitWithAck('join', { kind, id: nowhere })).toMatchObject({ ok: false, code: 'notFound' });
      expect(await socket.emitWithAck('join', { kind, id: 'x' })).toMatchObject({ ok: false, code: 'malformed' });
      socket.close();
    });

    test.each(accessLevels)('%s and every event', async (access) => {
      const socket = await studio(access);
      for (const [name, allowed] of Object.entries(eventAccess)) {
        const ack: unknown = await socket.emitWithAck(name, {});
        expect([name, ack]).toMatchObject([name, { ok: false, code: allowed.includes(access) ? 'malformed' : 'forbidden' }]);
      }
      socket.close();
    });

    test.each(Object.keys(studioIncoming))('%s takes what it is for and refuses the rest without losing the connection', async (name) => {
      const socket = await studio('owner');
      for (const wrong of [undefined, null, 7, 'x', [], {}, { kind: 'moon', id: bot.id }, { kind: 'flow' }, { accessToken: 7 }]) {
        expect(await socket.emitWithAck(name, wrong)).toMatchObject({ ok: false });
      }
      socket.emit(name, payloads[name]);
      socket.emit(name, payloads[name], 'not a function');
      expect(await socket.emitWithAck('join', { kind: 'flow', id: bot.flowId })).toEqual({ ok: true });
      socket.close();
    });
  });

  describe('whoever has a flow open', () => {
    test('hears each batch once, whole and in order, and nobody else does', async () => {
      const [here, there, elsewhere] = await Promise.all([studio('editor'), studio('analyst'), studio('member')]);
      await Promise.all([here, there].map((socket) => socket.emitWithAck('join', { kind: 'flow', id: bot.flowId })));
      const seen: number[] = [];
      let strays = 0;
      elsewhere.on('batch', () => { strays += 1; });
      const done = new Promise<void>((resolve) => {
        there.on('batch', (event) => {
          const { revision, by } = studioEvents.batch.parse(event);
          expect(by?.name).toBe('editor person');
          seen.push(revision);
          if (seen.length === 3) resolve();
        });
      });
      const first = draftSchema.parse(await api.good('GET', `/api/v1/flows/${bot.flowId}/draft`)).revision;
      for (const number of [1, 2, 3]) {
        const body = { id: `note${number}`, gesture: 'Add a note', ops: [{ op: 'add', path: ['notes', `n${number}`], value: { text: 'x', x: 0, y: 0, width: 100, height: 80 } }] };
        expect((await api.ask('POST', `/api/v1/flows/${bot.flowId}/ops`, { as: 'editor', body })).status).toBe(200);
        expect((await api.ask('POST', `/api/v1/flows/${bot.flowId}/ops`, { as: 'editor', body })).status).toBe(200);
      }
      await done;
      expect(seen).toEqual([first + 1, first + 2, first + 3]);
      expect(strays).toBe(0);
      [here, there, elsewhere].forEach((socket) => socket.close());
    });

    test('sees who else has it open, each person once, until they leave', async () => {
      const one = await studio('owner');
      /** Lists come one after the other; this resolves with the one that was waited for. */
      const until = (names: string[]) => new Promise<void>((resolve) => {
        one.on('people', (event) => {
          if (studioEvents.people.parse(event).people.map(({ name }) => name).toSorted().join() === names.join()) resolve();
        });
      });
      const both = until(['admin person', 'owner person']);
      await one.emitWithAck('join', { kind: 'flow', id: bot.flowId });
      const two = await studio('admin');
      await two.emitWithAck('join', { kind: 'flow', id: bot.flowId });
      await both;
      const alone = until(['owner person']);
      two.close();
      await alone;
      one.close();
    });
  });

  describe('what people do in a flow', () => {
    test('reaches the others there under the name the server knows, and nobody elsewhere', async () => {
      const [one, two, outside] = await Promise.all([joined('editor'), joined('analyst'), studio('admin')]);
      let strays = 0;
      outside.on('points', () => { strays += 1; });
      const heard = heardPoint(two, ({ point }) => point?.at?.x === 7);
      // A name of one’s own choice is no part of a point.
      expect(await one.emitWithAck('point', { ...pointAt(6), by: { id: nowhere, name: 'Somebody else' } })).toMatchObject({ ok: false, code: 'malformed' });
      expect(await one.emitWithAck('point', pointAt(7))).toEqual({ ok: true });
      expect(await heard).toMatchObject({ from: one.id, by: { id: api.accounts.editor.id, name: 'editor person' }, point: { at: { x: 7, y: 2 }, chosen: ['n1'] } });
      expect(strays).toBe(0);
      const gone = heardPoint(two, ({ point }) => point === null);
      one.close();
      expect(await gone).toMatchObject({ by: { name: 'editor person' } });
      [two, outside].forEach((socket) => socket.close());
    });

    test('is told by those who joined the flow only, and never in a shape it should not have', async () => {
      const socket = await studio('editor');
      expect(await socket.emitWithAck('point', pointAt(1))).toMatchObject({ ok: false, code: 'notFound' });
      await socket.emitWithAck('join', { kind: 'flow', id: bot.flowId });
      expect(await socket.emitWithAck('point', pointAt(1, { flowId: nowhere }))).toMatchObject({ ok: false, code: 'notFound' });
      for (const wrong of [{ at: { x: 1e9, y: 0 } }, { at: { x: '1', y: 0 } }, { chosen: ['<b>'] }, { chosen: Array.from({ length: pointLimits.things + 1 }, () => 'n') }, { field: 'x'.repeat(pointLimits.field + 1) }, { seen: { x: 0, y: 0, zoom: 0 } }]) {
        expect(await socket.emitWithAck('point', { ...pointAt(1), ...wrong })).toMatchObject({ ok: false, code: 'malformed' });
      }
      socket.close();
    });

    test('is capped by the server and gathered: a flood of hundreds is a few messages, the last one taken among them', async () => {
      const [one, two] = await Promise.all([joined('editor'), joined('analyst')]);
      let messages = 0;
      two.on('points', () => { messages += 1; });
      const acks = await Promise.all(Array.from({ length: 400 }, (_, x): Promise<unknown> => one.emitWithAck('point', pointAt(x))));
      const taken = acks.flatMap((ack, x) => (typeof ack === 'object' && ack !== null && 'ok' in ack && ack.ok === true ? [x] : []));
      expect(taken.length).toBeGreaterThanOrEqual(pointLimits.perSecond);
      expect(taken.length).toBeLessThan(200);
      expect(acks.at(-1)).toMatchObject({ code: 'tooMany' });
      await expect.poll(() => messages).toBeGreaterThan(0);
      expect(messages).toBeLessThan(taken.length / 2);
      [one, two].forEach((socket) => socket.close());
    });

    test('may be told as often as a hand needs, again and again', () => {
      let now = 0;
      const budget = pointBudget(() => now);
      const taken = Array.from({ length: 2_000 }, () => { now += 50; return budget.take(); });
      expect(taken.every(Boolean)).toBe(true);
      now += 1_000;
      expect(Array.from({ length: 500 }, () => budget.take()).filter(Boolean).length).toBe(pointLimits.perSecond * 2);
    });
  });

  test('what is said is told to whoever has the bot open, without how far anybody read; whoever is called hears it anywhere', async () => {
    const [there, called] = await Promise.all([studio('analyst'), studio('admin')]);
    await there.emitWithAck('join', { kind: 'bot', id: bot.id });
    const told = new Promise<unknown>((resolve) => { there.once('thread', resolve); });
    const rang = new Promise<unknown>((resolve) => { called.once('mentioned', resolve); });
    await api.ask('POST', `/api/v1/bots/${bot.id}/comment-threads`, { as: 'editor', body: { flowId: bot.flowId, x: 1, y: 2, text: '@admin look', mentions: [api.accounts.admin.id] } });
    const { thread, threadId } = studioEvents.thread.parse(await told);
    expect(thread).toMatchObject({ readAt: null, comments: [{ text: '@admin look', by: { name: 'editor person' } }] });
    expect(studioEvents.mentioned.parse(await rang)).toMatchObject({ threadId, by: 'editor person' });
    const gone = new Promise<unknown>((resolve) => { there.once('thread', resolve); });
    await api.ask('DELETE', `/api/v1/comments/${thread?.comments[0]?.id}`, { as: 'editor' });
    expect(studioEvents.thread.parse(await gone)).toEqual({ botId: bot.id, threadId, thread: null });
    const flows = new Promise<unknown>((resolve) => { there.once('flows', resolve); });
    await api.good('POST', `/api/v1/bots/${bot.id}/flows`, { name: 'Another' });
    expect(await flows).toEqual({ botId: bot.id });
    [there, called].forEach((socket) => socket.close());
  });

  // The embedded database serves one process.
  test.runIf(kind === 'postgres')('whoever is connected to another process hears the same', async () => {
    const other = await startServices(await testContext(db));
    const socket = io(`http://127.0.0.1:${other.port}/studio`, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { accessToken: api.accounts.analyst.token } });
    open.push(socket);
    await new Promise((resolve) => { socket.once('connect', () => resolve(undefined)); });
    expect(await socket.emitWithAck('join', { kind: 'flow', id: bot.flowId })).toEqual({ ok: true });
    const heard = new Promise<unknown>((resolve) => { socket.once('batch', resolve); });
    const text = 'x'.repeat(20_000).slice(0, 4_096);
    const ops = [1, 2, 3].map((number) => ({ op: 'add', path: ['notes', `far${number}`], value: { text, x: 0, y: 0, width: 100, height: 80 } }));
    await api.good('POST', `/api/v1/flows/${bot.flowId}/ops`, { id: 'faraway', gesture: 'Add notes larger than a NOTIFY', ops });
    expect(studioEvents.batch.parse(await heard).batch.ops).toHaveLength(3);
    // Pointers, too, both ways; a large one as well as a small one.
    const here = await joined('editor');
    const many = Array.from({ length: pointLimits.things }, (_, n) => `${'n'.repeat(38)}${String(n).padStart(2, '0')}`);
    const arrived = heardPoint(socket, ({ by }) => by.name === 'editor person');
    here.emit('point', pointAt(3, { chosen: many, moving: many.map((id) => ({ id, x: 123_456.789, y: -987_654.321 })) }));
    expect((await arrived).point?.chosen).toEqual(many);
    const back = heardPoint(here, ({ by }) => by.name === 'analyst person');
    socket.emit('point', pointAt(4));
    expect((await back).point?.at?.x).toBe(4);
    const left = heardPoint(here, ({ point }) => point === null);
    socket.close();
    expect((await left).by.name).toBe('analyst person');
    here.close();
    await other.stop(1_000);
  });

  test('a suspended account and one that signs out lose their connections', async () => {
    const socket = await studio('agent');
    const gone = new Promise<string>((resolve) => { socket.once('disconnect', resolve); });
    await api.good('PATCH', `/api/v1/accounts/${api.accounts.agent.id}`, { suspended: true });
    expect(await gone).toBe('io server disconnect');
    expect(await connect(api.accounts.agent.token)).toBeUndefined();
  });

  test('a token is renewed by one of the same account only', async () => {
    const socket = await studio('editor');
    const { family } = await beginFamily(api.context, api.accounts.editor.id);
    const fresh = await makeAccessToken(api.context, { account: api.accounts.editor.id, family });
    expect(await socket.emitWithAck('renew', { accessToken: fresh })).toEqual({ ok: true });
    expect(await socket.emitWithAck('renew', { accessToken: api.accounts.owner.token })).toMatchObject({ ok: false, code: 'signedOut' });
    socket.close();
  });
});
