import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { afterAll, describe, expect, test } from 'vitest';
import { databaseKindsAndApart, testDatabase } from '@parley/db/testing';
import type { ChatMessage, SayAck, StreamFrame } from '@parley/shared/api/chat';
import type { Sketch } from '@parley/shared/nodes/golden';
import { openStage } from '../../turns/test/stage.ts';
import { openDoors } from '../test/doorStage.ts';
import { makeVisitor, readVisitor } from './visitors.ts';

const echo: Sketch = {
  languages: ['en', 'fr'],
  variables: { word: 'text' },
  nodes: { begin: 'start', ask: { ask: { question: 'You said “{{word}}”.', save: 'word' } } },
  edges: ['begin -> ask', 'ask.answered -> ask'],
};

const textOf = (message: ChatMessage): string => ('text' in message.message ? message.message.text : message.message.type);

describe.each(databaseKindsAndApart)('the web channel (%s)', async (kind) => {
  const db = await testDatabase(kind);
  const stage = await openStage(db, { sketch: echo, type: 'web' });
  const { url } = await openDoors(stage);
  const base = `${url}/channels/web/${stage.channel.botSlug}`;
  const sockets: Socket[] = [];
  afterAll(() => sockets.forEach((socket) => socket.disconnect()));

  const visitor = async (): Promise<string> => ((await (await fetch(`${base}/visitors`, { method: 'POST' })).json()) as { visitor: string }).visitor;
  const page = async (token: string, { after = 0, at = url }: { after?: number; at?: string } = {}) => {
    const socket = io(`${at}/chat`, { auth: { slug: stage.channel.botSlug, visitor: token, after }, transports: ['websocket'], reconnection: false, forceNew: true });
    sockets.push(socket);
    const seen: ChatMessage[] = [];
    socket.on('messages', ({ items }: { items: ChatMessage[] }) => seen.push(...items));
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
    return { socket, seen, say: (id: string, said: string) => socket.timeout(20_000).emitWithAck('say', { id, message: { type: 'text', text: said } }) as Promise<SayAck> };
  };

  test('tells a page what it needs to know of the bot, and 404 where there is none', async () => {
    expect(await (await fetch(base)).json()).toEqual({ name: 'Bot', colour: '#1c1b18', language: 'en', languages: ['en', 'fr'], paused: false, published: true, takes: [] });
    expect((await fetch(`${url}/channels/web/nobody`)).status).toBe(404);
  });

  test('shows the colour its author chose, once that is published', async () => {
    const coloured = await openStage(db, { sketch: { ...echo, settings: { colour: '#10597a' } }, type: 'web' });
    const doors = await openDoors(coloured);
    expect(await (await fetch(`${doors.url}/channels/web/${coloured.channel.botSlug}`)).json()).toMatchObject({ colour: '#10597a' });
  });

  test('a paused channel takes nothing in and says so', async () => {
    const closed = await openStage(db, { sketch: echo, type: 'web' });
    await closed.context.models.Channel.update({ paused: true }, { where: { id: closed.channel.id } });
    const doors = await openDoors(closed);
    const at = `${doors.url}/channels/web/${closed.channel.botSlug}`;
    const { id, token } = makeVisitor(closed.context.keys, closed.channel.id);
    const said = await fetch(`${at}/messages`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify({ id: 'message-1', message: { type: 'text', text: 'hi' } }) });
    expect([said.status, await closed.log(id)]).toEqual([503, []]);
    expect(await (await fetch(at)).json()).toMatchObject({ paused: true });
  });

  test('a visitor’s token opens their own chat on this channel only', async () => {
    const { id, token } = makeVisitor(stage.context.keys, stage.channel.id);
    expect(readVisitor(stage.context.keys, stage.channel.id, token)).toBe(id);
    expect(readVisitor(stage.context.keys, 'another channel', token)).toBeUndefined();
    expect(readVisitor(stage.context.keys, stage.channel.id, `${token.slice(0, -1)}_`)).toBeUndefined();
    expect(readVisitor(stage.context.keys, stage.channel.id, token.replace(id, makeVisitor(stage.context.keys, stage.channel.id).id))).toBeUndefined();
    expect((await fetch(`${base}/messages`)).status).toBe(401);
    await expect(page('1.x.y')).rejects.toThrow('Ask for a visitor token first.');
  });

  test('over HTTP: say, read, and wait for what comes', async () => {
    const headers = { authorization: `Bearer ${await visitor()}` };
    const say = (id: string, said: string) => fetch(`${base}/messages`, { method: 'POST', headers, body: JSON.stringify({ id, message: { type: 'text', text: said } }) });
    const waiting = fetch(`${base}/messages?wait=1`, { headers });
    expect((await say('message-1', 'hi')).status).toBe(202);
    const { items } = (await (await waiting).json()) as { items: ChatMessage[] };
    expect(items.map((item) => [item.no, item.direction, textOf(item)])).toEqual([[1, 'in', 'hi'], [2, 'out', 'You said “”.']]);
    expect(await (await say('message-1', 'hi')).json()).toEqual({ no: 1 });
    expect(((await (await fetch(`${base}/messages?after=1`, { headers })).json()) as { items: ChatMessage[] }).items.map(({ no }) => no)).toEqual([2]);
    expect((await say('x', 'too short an id')).status).toBe(400);
    expect((await fetch(`${base}/messages?after=-1`, { headers })).status).toBe(400);
  });

  test('over a socket in two tabs: each message once, in order, also after being away', async () => {
    const token = await visitor();
    const one = await page(token);
    const two = await page(token);
    expect(await one.say('message-1', 'hi')).toMatchObject({ ok: true });
    expect(await two.say('message-2', 'two')).toMatchObject({ ok: true });
    await expect.poll(() => [one.seen.length, two.seen.length]).toEqual([4, 4]);
    expect(one.seen.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    two.socket.disconnect();
    await one.say('message-3', 'three');
    await one.say('message-4', 'four');
    await stage.turns.runUntilIdle();
    const again = await page(token, { after: two.seen.at(-1)?.no ?? 0 });
    await expect.poll(() => again.seen.length).toBe(4);
    expect(again.seen.map((item) => [item.no, textOf(item)])).toEqual([[5, 'three'], [6, 'You said “three”.'], [7, 'four'], [8, 'You said “four”.']]);
    await expect.poll(() => one.seen.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('a message that cannot be one, and one too many, are refused and say so', async () => {
    const token = await visitor();
    const { socket, say } = await page(token);
    expect(await socket.timeout(20_000).emitWithAck('say', { id: 'message-1', message: { type: 'fax' } })).toMatchObject({ ok: false, code: 'malformed' });
    socket.emit('say', 'no acknowledgement asked');
    const acks = [];
    for (let n = 0; n < 25; n += 1) acks.push(await say(`many-${n}-00`, `m${n}`));
    expect(acks.filter(({ ok }) => ok)).toHaveLength(20);
    expect(acks.at(-1)).toMatchObject({ ok: false, code: 'tooFast' });
    // Nor does another way in help; somebody else is not held up.
    const overHttp = await fetch(`${base}/messages`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify({ id: 'over-http', message: { type: 'text', text: 'm' } }) });
    expect(overHttp.status).toBe(429);
    expect(await (await page(await visitor())).say('other-0000', 'hi')).toMatchObject({ ok: true });
    stage.clock.pass(3_000);
    expect(await say('later-000', 'later')).toMatchObject({ ok: true });
  });

  test('pieces of an answer stream while it is made, gathered, and name their turn, action and attempt', async () => {
    const streaming = await openStage(db, {
      type: 'web',
      sketch: {
        variables: { n: 'number', story: 'text' },
        nodes: { begin: 'start', tell: { code: { code: 'tell', inputs: { n: { name: 'n', value: 'n', order: 1 } }, output: { kind: 'text' }, save: 'story' } }, done: { end: { text: '{{story}}' } } },
        edges: ['begin -> tell', 'tell.done -> done'],
      },
      options: {
        performers: {
          runCode: { class: 'read', async perform(_action, { stream }) {
            for (const word of ['Once ', 'upon ']) stream(word);
            await new Promise((resolve) => setTimeout(resolve, 80));
            stream('a time');
            await new Promise((resolve) => setTimeout(resolve, 80));
            return 'Once upon a time';
          } },
        },
      },
    });
    const doors = await openDoors(streaming);
    const { token } = makeVisitor(streaming.context.keys, streaming.channel.id);
    const socket = io(`${doors.url}/chat`, { auth: { slug: streaming.channel.botSlug, visitor: token, after: 0 }, transports: ['websocket'], forceNew: true });
    sockets.push(socket);
    const heard: (StreamFrame | string)[] = [];
    socket.on('frame', (frame: StreamFrame) => heard.push(frame)).on('messages', ({ items }: { items: ChatMessage[] }) => heard.push(...items.map(textOf)));
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    await socket.timeout(20_000).emitWithAck('say', { id: 'message-1', message: { type: 'text', text: 'hi' } });
    await expect.poll(() => heard.length).toBe(4);
    const [first] = heard;
    const turn = typeof first === 'object' ? first.turn : '';
    expect(heard).toEqual([{ turn, action: 0, attempt: 1, seq: 0, text: 'Once upon ' }, { turn, action: 0, attempt: 1, seq: 1, text: 'a time' }, 'hi', 'Once upon a time']);
  });

  test('a contact stops an answer they read; the session goes on by its way out for failures', async () => {
    let alone = true;
    const stopped = await openStage(db, {
      type: 'web',
      sketch: {
        variables: { story: 'text' },
        nodes: { begin: 'start', tell: { code: { code: 'tell', output: { kind: 'text' }, save: 'story' } }, again: { ask: { question: 'Another one?', save: 'story' } } },
        edges: ['begin -> tell', 'tell.done -> again', 'tell.failed -> again', 'again.answered -> tell'],
      },
      options: {
        performers: {
          runCode: { class: 'read', async perform(_action, { stream, signal }) {
            if (alone) return 'nothing was streamed';
            stream('Once upon');
            await new Promise((resolve) => { signal.addEventListener('abort', resolve); });
            throw new Error('cut off');
          } },
        },
      },
    });
    const doors = await openDoors(stopped);
    const { id, token } = makeVisitor(stopped.context.keys, stopped.channel.id);
    const socket = io(`${doors.url}/chat`, { auth: { slug: stopped.channel.botSlug, visitor: token, after: 0 }, transports: ['websocket'], forceNew: true });
    sockets.push(socket);
    const said: string[] = [];
    const turns: string[] = [];
    socket.on('frame', ({ turn }: StreamFrame) => {
      turns.push(turn);
      for (const other of ['', `${turn}0`, `other.${turn}`, '1', 3, null, turn]) socket.emit('stop', other);
    }).on('messages', ({ items }: { items: ChatMessage[] }) => said.push(...items.map(textOf)));
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    await socket.timeout(20_000).emitWithAck('say', { id: 'message-1', message: { type: 'text', text: 'hi' } });
    await expect.poll(() => said).toEqual(['hi', 'Another one?']);
    alone = false;
    await socket.timeout(20_000).emitWithAck('say', { id: 'message-2', message: { type: 'text', text: 'yes' } });
    await expect.poll(() => said).toEqual(['hi', 'Another one?', 'yes', 'Another one?']);
    expect(turns).toEqual([`${stopped.lane(id)}.2`]);
    const [trace] = await stopped.sql<{ effects: { error: string }[] }>(`select trace -> 'effects' as effects from lanes.turns where lane = $1 and seq = 2`, [stopped.lane(id)]);
    expect(trace?.effects).toMatchObject([{ type: 'runCode', outcome: 'failed', error: 'The contact stopped it.' }]);
  });

  test.runIf(kind === 'postgres')('two processes: a page at one sees what the other commits', async () => {
    const other = stage.another();
    await Promise.all([stage.turns.start(), other.start()]);
    const doors = await openDoors(stage, other);
    const token = await visitor();
    const here = await page(token);
    const there = await page(token, { at: doors.url });
    await expect.poll(async () => {
      await here.say(`h-${Date.now()}-${here.seen.length}`, 'here');
      await there.say(`t-${Date.now()}-${here.seen.length}`, 'there');
      return here.seen.some((item) => textOf(item) === 'there') && there.seen.some((item) => textOf(item) === 'here');
    }, { interval: 300 }).toBe(true);
    for (const { seen } of [here, there]) expect(seen.map(({ no }) => no)).toEqual(seen.map((_, n) => n + 1));
  });
});
