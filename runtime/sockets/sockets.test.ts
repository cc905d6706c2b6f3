import { databaseKinds, testDatabase } from '@parley/db/testing';
import { accessLevels } from '@parley/shared/api/access';
import type { Access } from '@parley/shared/api/access';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema } from '@parley/shared/api/flows';
import { studioEvents } from '@parley/shared/api/sockets';
import type { Room } from '@parley/shared/api/sockets';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { afterAll, describe, expect, test } from 'vitest';
import { makeAccessToken } from '../people/accessTokens.ts';
import { beginFamily } from '../people/refreshTokens.ts';
import { startServices } from '../services/index.ts';
import { testApi } from '../test/testApi.ts';
import { testContext } from '../test/testContext.ts';
import { studioIncoming } from './events.ts';
import { roomKinds } from './rooms.ts';

describe.each(databaseKinds)('the studio’s sockets on %s', async (kind) => {
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

  const nowhere = '00000000-0000-4000-8000-000000000000';

  /** What is expected, by hand: who may be in which room, who may send which event. */
  const roomAccess: Record<Room['kind'], Access[]> = {
    flow: ['owner', 'admin', 'editor', 'analyst', 'agent'],
    bot: ['owner', 'admin', 'editor', 'analyst', 'agent'],
  };
  const eventAccess: Record<string, Access[]> = { join: [...accessLevels], leave: [...accessLevels], renew: [...accessLevels] };
  const payloads: Record<string, unknown> = { join: { kind: 'bot', id: bot.id }, leave: { kind: 'bot', id: bot.id }, renew: {} };

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
    socket.close();
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
