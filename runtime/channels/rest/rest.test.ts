import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@parley/db/testing';
import { errorSchema } from '@parley/shared/api/common';
import { seededRandom } from '@parley/shared/lib/id';
import type { Sketch } from '@parley/shared/nodes/golden';
import { hashToken, signBody } from '../../lib/keys.ts';
import { createPublicFetch } from '../../lib/publicFetch.ts';
import { openStage } from '../../turns/test/stage.ts';
import { retryAfterMs } from '../../turns/deliverLane.ts';
import { openDoors } from '../test/doorStage.ts';
import { rest } from './rest.ts';

const echo: Sketch = {
  variables: { word: 'text' },
  nodes: { begin: 'start', ask: { ask: { question: 'You said “{{word}}”.', save: 'word' } } },
  edges: ['begin -> ask', 'ask.answered -> ask'],
};

describe('the rest channel', async () => {
  const db = await testDatabase();
  const stage = await openStage(db, { sketch: echo });
  const token = 'token-of-this-channel';
  await stage.context.models.Channel.update({ tokenHash: hashToken(token) }, { where: { id: stage.channel.id } });
  const { url } = await openDoors(stage);
  const post = (body: unknown, { query = '', to = token, packed = false }: { query?: string; to?: string; packed?: boolean } = {}) => {
    const json = typeof body === 'string' ? body : JSON.stringify(body);
    return fetch(`${url}/channels/rest/${to}/messages${query}`, { method: 'POST', ...(packed ? { body: gzipSync(json), headers: { 'content-encoding': 'gzip' } } : { body: json }) });
  };
  const text = (said: string) => ({ type: 'text', text: said });

  test('takes a message and answers it with ?wait=1; a repeated id gives the stored turn', async () => {
    const opened = await post({ id: 'a1', from: 'ann', message: text('hi') }, { query: '?wait=1' });
    expect(opened.status).toBe(200);
    const turnId = `${stage.lane('ann')}.1`;
    expect(await opened.json()).toEqual({ turnId, messages: [{ type: 'text', text: 'You said “”.', language: 'en' }] });
    const repeated = await post({ id: 'a1', from: ' ann ', message: text('hi') }, { query: '?wait=1' });
    expect(await repeated.json()).toEqual({ turnId, messages: [{ type: 'text', text: 'You said “”.', language: 'en' }] });
    const taken = await post({ id: 'a2', from: { id: 'ann', name: 'Ann', language: 'fr' }, message: text('two') });
    expect(taken.status).toBe(202);
    expect(await taken.json()).toEqual({ turnId: `${stage.lane('ann')}.${(await stage.sql<{ seq: number }>('select seq from lanes.lanes where lane = $1', [stage.lane('ann')]))[0]?.seq}` });
    await stage.turns.runUntilIdle();
    expect((await stage.log('ann')).length).toBe(4);
  });

  const refused: { what: string; body: unknown; status: number; field?: string; to?: string; packed?: boolean }[] = [
    { what: 'an unknown token', body: { id: 'x', from: 'b', message: text('hi') }, status: 404, to: 'nobody' },
    { what: 'no JSON', body: '{"id":', status: 400 },
    { what: 'an empty body', body: '', status: 400 },
    { what: 'null', body: 'null', status: 400 },
    { what: 'a list', body: [], status: 400 },
    { what: 'no id', body: { from: 'b', message: text('hi') }, status: 400, field: 'id' },
    { what: 'an id that is a number', body: { id: 5, from: 'b', message: text('hi') }, status: 400, field: 'id' },
    { what: 'a long id', body: { id: 'x'.repeat(201), from: 'b', message: text('hi') }, status: 400, field: 'id' },
    { what: 'no sender', body: { id: 'x', message: text('hi') }, status: 400, field: 'from' },
    { what: 'an empty sender', body: { id: 'x', from: ' ', message: text('hi') }, status: 400, field: 'from' },
    { what: 'an unknown kind of message', body: { id: 'x', from: 'b', message: { type: 'fax' } }, status: 400, field: 'message.type' },
    { what: 'a long text', body: { id: 'x', from: 'b', message: text('x'.repeat(4_097)) }, status: 400, field: 'message.text' },
    { what: 'a body over the limit', body: { id: 'x', from: 'b', message: text('x'.repeat(300_000)) }, status: 413 },
  ];
  // Both ways in: the quick one, and the framework's.
  test.each(refused.flatMap((row) => [row, { ...row, what: `${row.what}, packed`, packed: true }]))('refuses $what with $status', async ({ body, status, field, to, packed = false }) => {
    const response = await post(body, { packed, ...(to !== undefined && { to }) });
    expect(response.status).toBe(status);
    const { error } = errorSchema.parse(await response.json());
    if (field) expect(error.fields.map(({ path }) => path)).toContain(field);
  });

  const json = JSON.stringify({ id: 'same', from: 'zoë', message: text('hé') });
  const sent: { what: string; body: RequestInit['body']; headers?: Record<string, string>; query?: string; quick: boolean }[] = [
    { what: 'as it is', body: json, quick: true },
    { what: 'with its type', body: json, headers: { 'content-type': 'application/json; charset=UTF-8' }, quick: true },
    { what: 'with a mark before it', body: `\ufeff${json}`, quick: true },
    { what: 'in several pieces', body: new Blob([json.slice(0, 30), json.slice(30)]), quick: true },
    { what: 'with something else asked for', body: json, query: '?wait=0', quick: false },
    { what: 'packed', body: gzipSync(json), headers: { 'content-encoding': 'gzip' }, quick: false },
    { what: 'in another encoding', body: Buffer.from(json, 'utf16le'), headers: { 'content-type': 'application/json; charset=utf-16le' }, quick: false },
    { what: 'of unknown length', body: new Blob([json]).stream(), quick: false },
  ];
  test.each(sent)('a body sent $what is the same message', async ({ body, headers = {}, query = '', quick }) => {
    const response = await fetch(`${url}/channels/rest/${token}/messages${query}`, { method: 'POST', body, headers, ...(body instanceof ReadableStream && { duplex: 'half' }) });
    expect([response.status, await response.json()]).toEqual([202, { turnId: `${stage.lane('zoë')}.1` }]);
    // The framework says of every answer that it gave it.
    expect(response.headers.has('x-powered-by')).toBe(!quick);
  });

  test('a body that breaks off makes nothing', async () => {
    const kept = () => stage.sql('select lane, seq from lanes.inbox order by 1, 2');
    const before = await kept();
    const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
    socket.end(`POST /channels/rest/${token}/messages HTTP/1.1\r\nhost: here\r\ncontent-length: ${json.length}\r\n\r\n${json.slice(0, 20)}`);
    await once(socket.resume(), 'close');
    expect(await kept()).toEqual(before);
    expect((await post({ id: 'after', from: 'bo', message: text('hi') })).status).toBe(202);
  });

  test('a paused channel and an unpublished bot take nothing in', async () => {
    const other = await openStage(db, { sketch: echo });
    await stage.context.models.Channel.update({ tokenHash: hashToken('paused'), paused: true }, { where: { id: other.channel.id } });
    expect((await post({ id: 'x', from: 'b', message: text('hi') }, { to: 'paused' })).status).toBe(503);
    const fresh = await openStage(db, { sketch: echo });
    await fresh.sql('delete from lanes.live where bot = $1', [fresh.bot]);
    await stage.context.models.Channel.update({ tokenHash: hashToken('fresh') }, { where: { id: fresh.channel.id } });
    expect((await post({ id: 'x', from: 'b', message: text('hi') }, { to: 'fresh' })).status).toBe(409);
  });

  test('whatever is sent, it is an answer below 500', async () => {
    const random = seededRandom(7);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
    const odd = (depth: number): unknown => pick<() => unknown>([
      () => null, () => true, () => random() * 1e12, () => -1, () => '', () => '\u0000', () => 'a\ud800b', () => '𝕏'.repeat(20), () => ({}), () => [],
      () => (depth > 3 ? 1 : { [pick(['id', 'from', 'message', 'type', '__proto__', 'constructor', 'text'])]: odd(depth + 1), type: pick(['text', 'start', 'choiceReply', 'nothing']) }),
      () => (depth > 3 ? 1 : [odd(depth + 1), odd(depth + 1)]),
    ])();
    const whole = { id: 'f', from: 'fuzz', message: text('hi') };
    const statuses = new Set<number>();
    for (let n = 0; n < 400; n += 1) {
      const body = random() < 0.3 ? odd(0) : { ...whole, id: `f${n}`, [pick(['id', 'from', 'message'])]: odd(0) };
      const json = JSON.stringify(body) ?? '';
      const response = await post(random() < 0.1 ? json.slice(0, Math.floor(random() * json.length)) : json);
      await response.arrayBuffer();
      statuses.add(response.status);
    }
    expect([...statuses].filter((status) => ![202, 400].includes(status))).toEqual([]);
    await stage.turns.runUntilIdle();
  });

  test('identifiers have one form, for ever', () => {
    expect(['ann', ' ann ', 'Ann', 'e\u0301', '+49 30 1234'].map(rest.normalise)).toEqual(['ann', 'ann', 'Ann', '\u00e9', '+49 30 1234']);
  });
});

describe('signed callbacks out', async () => {
  const db = await testDatabase();
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  let answer: (response: ServerResponse) => void = (response) => response.writeHead(204).end();
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => {
      got.push({ headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  afterAll(() => receiver.closeAllConnections());
  afterAll(() => receiver.close());
  const callbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

  const open = async () => {
    got.length = 0;
    answer = (response) => response.writeHead(204).end();
    const stage = await openStage(db, { sketch: echo, over: { publicFetch: createPublicFetch({ privateHosts: ['127.0.0.1'] }) } });
    const settings = { callbackUrl, callbackSecret: stage.context.keys.seal('shared secret', stage.channel.id) };
    Object.assign(stage.channel, { settings });
    await stage.context.models.Channel.update({ settings }, { where: { id: stage.channel.id } });
    return stage;
  };
  const outbox = (stage: Awaited<ReturnType<typeof open>>, from: string) =>
    stage.sql('select no, attempts, doubts, outcome from lanes.outbox where lane = $1 order by no', [stage.lane(from)]);

  test('one per turn, signed with its time, in order', async () => {
    const stage = await open();
    for (const said of ['hi', 'one', 'two']) await stage.say('ann', said);
    await stage.turns.runUntilIdle();
    expect(got.map(({ body }) => (JSON.parse(body) as { messages: { text: string }[] }).messages[0]?.text)).toEqual(['You said “”.', 'You said “one”.', 'You said “two”.']);
    const [first] = got;
    const { headers, body } = first!;
    expect(headers['parley-signature']).toBe(signBody('shared secret', Number(headers['parley-time']), body));
    expect(headers['parley-delivery']).toBe(`${stage.lane('ann')}.1`);
    expect(JSON.parse(body)).toEqual({ deliveryId: `${stage.lane('ann')}.1`, turnId: `${stage.lane('ann')}.1`, from: 'ann', messages: [{ type: 'text', text: 'You said “”.', language: 'en' }] });
  });

  test('a receiver that fails is asked again later, later ones wait their turn, and repeats carry the same id', async () => {
    const stage = await open();
    answer = (response) => response.writeHead(503).end();
    await stage.say('bo', 'hi');
    await stage.say('bo', 'one');
    await stage.turns.runUntilIdle();
    expect(await outbox(stage, 'bo')).toEqual([{ no: 1, attempts: 1, doubts: 1, outcome: null }, { no: 2, attempts: 0, doubts: 0, outcome: null }]);
    answer = (response) => response.writeHead(200).end();
    stage.clock.pass(retryAfterMs[0]);
    await stage.turns.runUntilIdle();
    expect(got.map(({ headers }) => [headers['parley-delivery']?.slice(-1), headers['parley-attempt'], headers['parley-doubt']])).toEqual([['1', '1', undefined], ['1', '2', '1'], ['2', '1', undefined]]);
    expect(await outbox(stage, 'bo')).toEqual([{ no: 1, attempts: 2, doubts: 1, outcome: 'sent' }, { no: 2, attempts: 1, doubts: 0, outcome: 'sent' }]);
  });

  test('a refusal is final and says why; a broken connection is a doubt', async () => {
    const stage = await open();
    answer = (response) => response.writeHead(404).end();
    await stage.say('cy', 'hi');
    await stage.turns.runUntilIdle();
    expect(await stage.sql('select outcome, error from lanes.outbox where lane = $1', [stage.lane('cy')])).toEqual([{ outcome: 'failed', error: 'The other side refused the message. Check the address and what it expects. It answered 404.' }]);
    answer = (response) => response.destroy();
    await stage.say('cy', 'one');
    await stage.turns.runUntilIdle();
    expect((await outbox(stage, 'cy'))[1]).toEqual({ no: 2, attempts: 1, doubts: 1, outcome: null });
  });

  test('an address that is not on the public internet is refused, and says so', async () => {
    const stage = await open();
    const guarded = stage.another({}, { publicFetch: createPublicFetch() });
    await stage.say('eve', 'hi', { turns: guarded });
    await guarded.runUntilIdle();
    expect(got).toEqual([]);
    expect(await stage.sql('select outcome, error from lanes.outbox where lane = $1', [stage.lane('eve')])).toEqual([{ outcome: 'failed', error: 'The address cannot be used. Check it in the channel’s settings. The address is not on the public internet. The owner of this installation can allow a private host.' }]);
  });

  test('a process that dies while sending leaves a doubt: it is sent again, marked', async () => {
    const stage = await open();
    await stage.say('di', 'hi');
    await stage.turns.runUntilIdle();
    await stage.say('di', 'one');
    await stage.turns.stop();
    await stage.sql(`update lanes.outbox set outcome = null, done_at = null, sending = true where lane = $1 and no = 2`, [stage.lane('di')]);
    await stage.sql(`update lanes.lanes set delivered_no = 1, deliver_at = $2, delivery_owner = 'dead', delivery_until = clock_timestamp() - interval '1 second' where lane = $1`, [stage.lane('di'), stage.clock.now()]);
    await stage.another().runUntilIdle();
    expect(got.at(-1)?.headers).toMatchObject({ 'parley-delivery': `${stage.lane('di')}.2`, 'parley-doubt': '1' });
    expect((await outbox(stage, 'di'))[1]).toMatchObject({ doubts: 1, outcome: 'sent' });
  });
});
