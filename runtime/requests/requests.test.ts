import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@parley/db/testing';
import type { CredentialKind } from '@parley/shared/api/credentials';
import type { Json } from '@parley/shared/lib/json';
import type { EvaluatedHttpRequest, HttpPick } from '@parley/shared/machine/httpRequest';
import { performers } from '../actions/index.ts';
import { classOf } from '../actions/perform.ts';
import { createCallbacks } from '../callbacks/createCallbacks.ts';
import { createPublicFetch } from '../lib/publicFetch.ts';
import { testClock, testContext } from '../test/testContext.ts';
import { fetchMedia } from '../lib/media/fetchMedia.ts';
import { createModels } from '../models/createModels.ts';
import { createRequests } from './createRequests.ts';
import { pickValues, readAnswer } from './readAnswer.ts';

const got: { method: string | undefined; path: string | undefined; headers: IncomingHttpHeaders; body: string }[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => {
    got.push({ method: request.method, path: request.url, headers: request.headers, body });
    answer(request, response);
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const { port } = server.address() as AddressInfo;

beforeEach(() => {
  got.length = 0;
  answer = (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"order":{"eta":"Friday","days":2}}');
});

const base: EvaluatedHttpRequest = { method: 'GET', url: ['http://api.example/orders'], query: [], headers: [], timeoutMs: 5_000, maxBytes: 1_000, attempts: 1, repeatable: true, ranges: [], picks: [] };
const value = (text: string, personal = false) => ({ value: text, name: 'x', ...(personal && { personal }) });

describe('requests of flows', async () => {
  const db = await testDatabase();
  const clock = testClock();
  const publicFetch = createPublicFetch({
    privateHosts: ['crm.internal'], dial: () => connect(port, '127.0.0.1'),
    resolve: (host) => Promise.resolve([{ address: host === 'crm.internal' ? '10.0.0.5' : '93.184.216.34', family: 4 }]),
  });
  const context = await testContext(db, { clock, publicFetch });
  context.env.privateHosts = ['crm.internal'];
  const requests = createRequests(context);
  const bot = randomUUID();
  await context.models.Bot.create({ id: bot, slug: 'bot', name: 'Bot', madeAt: clock.now(), madeBy: null });
  const send = (over: Partial<EvaluatedHttpRequest>, of = bot) => requests.send({ ...base, ...over }, { bot: of, key: 'k1', signal: new AbortController().signal });
  const perform = (over: Partial<EvaluatedHttpRequest>) => performers.httpRequest.perform({ type: 'httpRequest', wait: 1, ...base, ...over }, {
    pool: db.pool, sandbox: context.sandbox, requests, callbacks: createCallbacks(context), models: createModels(context), fetchMedia: (file, conversation, signal) => fetchMedia(context, file, conversation, signal), history: () => Promise.resolve([]), lane: bot, session: 1, bot, contact: null, language: null, key: 'k1', now: clock.now(), seed: 1, signal: new AbortController().signal,
    stream: () => undefined, say: () => undefined, startTimer: () => undefined, openDialog: () => undefined,
  });
  const credential = async (kind: CredentialKind, secret: string, { field = '', hosts = ['crm.internal'], of = bot }: { field?: string; hosts?: string[]; of?: string | null } = {}) => {
    const id = randomUUID();
    await context.models.Credential.create({ id, bot: of, name: id, kind, field, secret: context.keys.seal(secret, id), hosts, madeBy: null, madeAt: clock.now(), changedBy: null, changedAt: clock.now() });
    return id;
  };

  test('every part is encoded for its place', async () => {
    await send({
      method: 'POST', url: ['http://api.example/a/', value('b/c?d')], query: [{ name: 'q', value: ['x&', value('y=z')] }], headers: [{ name: 'X-Of', value: ['n ', value('1')] }],
      body: { as: 'json', json: { text: '"}, "admin": true', n: 2, list: ['a'] } },
    });
    expect(got[0]).toMatchObject({ method: 'POST', path: '/a/b%2Fc%3Fd?q=x%26y%3Dz', headers: { 'x-of': 'n 1', 'content-type': 'application/json' } });
    expect(JSON.parse(got[0]?.body ?? '')).toEqual({ text: '"}, "admin": true', n: 2, list: ['a'] });
    await send({ method: 'POST', body: { as: 'form', fields: [{ name: 'a b', value: [value('c&d=e')] }] } });
    expect(got[1]).toMatchObject({ body: 'a+b=c%26d%3De', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    await send({ method: 'POST', headers: [{ name: 'Content-Type', value: ['text/csv'] }], body: { as: 'text', mime: 'text/plain', text: ['a,', value('b')] } });
    expect(got[2]).toMatchObject({ body: 'a,b', headers: { 'content-type': 'text/csv' } });
  });

  test.each<[what: string, over: Partial<EvaluatedHttpRequest>, error: string]>([
    ['an empty address', { url: [] }, 'The address cannot be used'],
    ['a value that leads up the path', { url: ['http://api.example/a/', value('..'), '/admin'] }, 'The address cannot be used'],
    ['a private address', { url: ['http://10.0.0.1/'] }, 'not on the public internet'],
    ['a header with a line break', { headers: [{ name: 'x', value: [value('a\r\nHost: evil')] }] }, 'A header cannot be sent'],
    ['a header of the connection', { headers: [{ name: 'Host', value: ['evil.example'] }] }, 'A header cannot be sent'],
    ['a name of a header with a line break', { headers: [{ name: 'x\r\ny', value: ['a'] }] }, 'A header cannot be sent'],
    ['an answer over the cap', { maxBytes: 10 }, 'larger than allowed'],
  ])('%s fails', async (_what, over, error) => {
    await expect(perform(over)).rejects.toMatchObject({ name: 'EffectError', message: expect.stringContaining(error) as string });
  });

  describe('credentials', () => {
    test.each<[kind: CredentialKind, field: string, expected: object]>([
      ['bearer', '', { headers: { authorization: 'Bearer s3cret-token' } }],
      ['basic', 'ann', { headers: { authorization: `Basic ${Buffer.from('ann:s3cret-token').toString('base64')}` } }],
      ['header', 'X-Api-Key', { headers: { 'x-api-key': 's3cret-token' } }],
      ['query', 'key', { path: '/a?b=c&key=s3cret-token' }],
    ])('%s', async (kind, field, expected) => {
      await send({ credential: await credential(kind, 's3cret-token', { field }), url: ['http://crm.internal/a?b=c'] });
      expect(got[0]).toMatchObject(expected);
    });

    test.each<[what: string, url: string, hosts: string[], error: string]>([
      ['another host', 'http://other.example/', ['crm.internal'], 'is not meant for other.example'],
      ['a host that begins alike', 'http://crm.internal.evil.example/', ['crm.internal'], 'is not meant for'],
      ['another port', 'http://crm.internal:8080/', ['crm.internal'], 'is not meant for crm.internal:8080'],
      ['plain http', 'http://api.example/', ['api.example'], 'only goes over https'],
    ])('never go to %s', async (_what, url, hosts, error) => {
      await expect(send({ credential: await credential('bearer', 's3cret-token', { hosts }), url: [url] })).rejects.toMatchObject({ name: 'CredentialError', message: expect.stringContaining(error) as string });
      expect(got).toEqual([]);
    });

    test('do not follow a redirect to another host', async () => {
      answer = (request, response) => (request.headers.host === 'crm.internal' ? response.writeHead(307, { location: 'http://api.example/' }).end() : response.end('there'));
      for (const [kind, field] of [['bearer', ''], ['header', 'X-Api-Key']] as const) await send({ credential: await credential(kind, 's3cret-token', { field }), url: ['http://crm.internal/'] });
      expect(got.map(({ headers }) => headers.host)).toEqual(['crm.internal', 'api.example', 'crm.internal', 'api.example']);
      expect(JSON.stringify([got[1], got[3]])).not.toContain('s3cret');
    });

    test('are a bot’s own or shared; another bot’s is not there', async () => {
      const other = randomUUID();
      await context.models.Bot.create({ id: other, slug: 'other', name: 'Other', madeAt: clock.now(), madeBy: null });
      const own = await credential('bearer', 's3cret-token');
      await expect(send({ credential: own, url: ['http://crm.internal/'] }, other)).rejects.toThrow('was deleted');
      await expect(send({ credential: 'crm', url: ['http://crm.internal/'] })).rejects.toThrow('was deleted');
      await send({ credential: await credential('bearer', 's3cret-token', { of: null }), url: ['http://crm.internal/'] }, other);
      expect(got.length).toBe(1);
    });

    test('note when they were used, at most once a minute', async () => {
      const id = await credential('bearer', 's3cret-token');
      const used = async () => (await context.models.Credential.findByPk(id))?.lastUsedAt;
      const first = clock.now();
      await send({ credential: id, url: ['http://crm.internal/'] });
      clock.pass(30_000);
      await send({ credential: id, url: ['http://crm.internal/'] });
      expect(await used()).toEqual(first);
      clock.pass(31_000);
      await send({ credential: id, url: ['http://crm.internal/'] });
      expect(await used()).toEqual(clock.now());
    });

    test('are hidden in what comes back', async () => {
      answer = (request, response) => response.writeHead(200, { 'x-echo': request.headers.authorization ?? '' }).end(`{"you":"${request.headers.authorization}","key":"${request.url}"}`);
      const bearer = await send({ credential: await credential('bearer', 's3cret-token/+'), url: ['http://crm.internal/'] });
      const basic = await send({ credential: await credential('basic', 's3cret-token', { field: 'ann' }), url: ['http://crm.internal/'] });
      const query = await send({ credential: await credential('query', 's3cret token', { field: 'key' }), url: ['http://crm.internal/'] });
      expect(bearer).toMatchObject({ headers: { 'x-echo': 'Bearer ***' } });
      expect(bearer.body.toString()).toContain('"you":"Bearer ***"');
      expect(basic.body.toString()).toContain('"you":"Basic ***"');
      expect(query.url).toBe('http://crm.internal/?key=***');
      expect(query.body.toString()).toContain('/?key=***');
    });
  });

  describe('attempts', () => {
    const failing = (times: number, status = 503) => {
      answer = (_request, response) => response.writeHead(got.length <= times ? status : 200).end('{}');
    };

    test('what only reads is tried again, the other side’s pause is kept', async () => {
      failing(2);
      expect((await send({ attempts: 3 })).status).toBe(200);
      expect(got.length).toBe(3);
      got.length = 0;
      answer = (_request, response) => response.writeHead(429, { 'retry-after': '60' }).end('{}');
      expect((await send({ attempts: 3 })).status).toBe(429);
      expect(got.length).toBe(1);
    });

    test('what changes something is not, unless that is safe', async () => {
      failing(1);
      expect((await send({ method: 'POST', repeatable: false, attempts: 3 })).status).toBe(503);
      expect(got.length).toBe(1);
      got.length = 0;
      failing(1);
      expect((await send({ method: 'POST', repeatable: true, attempts: 3 })).status).toBe(200);
      got.length = 0;
      failing(1);
      expect((await send({ method: 'POST', repeatable: false, keyHeader: 'Idempotency-Key', attempts: 3 })).status).toBe(200);
      expect(got.map(({ headers }) => headers['idempotency-key'])).toEqual(['k1', 'k1']);
    });

    test('other answers are not repeated', async () => {
      failing(1, 500);
      expect((await send({ attempts: 3 })).status).toBe(500);
      got.length = 0;
      failing(1, 404);
      expect((await send({ attempts: 3 })).status).toBe(404);
      expect(got.length).toBe(1);
    });

    test('all of them have one time limit, and a pause can be called off', async () => {
      answer = () => undefined;
      expect(await perform({ attempts: 3, timeoutMs: 100 })).toEqual({ outcome: 'timeout', status: 0, values: {} });
      expect(got.length).toBe(1);
      const stop = new AbortController();
      answer = (_request, response) => {
        response.writeHead(503).end();
        stop.abort();
      };
      await expect(requests.send({ ...base, attempts: 3 }, { bot, key: 'k1', signal: stop.signal })).rejects.toMatchObject({ code: 'stopped' });
    });
  });

  describe('the effect', () => {
    test.each<[over: Partial<EvaluatedHttpRequest>, effect: string]>([
      [{ method: 'GET' }, 'read'], [{ method: 'HEAD' }, 'read'], [{ method: 'POST', repeatable: false }, 'unsafe'], [{ method: 'DELETE', repeatable: false }, 'unsafe'],
      [{ method: 'PUT', repeatable: true }, 'keyed'], [{ method: 'POST', repeatable: false, keyHeader: 'Idempotency-Key' }, 'keyed'],
    ])('%j is %s', (over, effect) => {
      expect(classOf(performers.httpRequest, { type: 'httpRequest', wait: 1, ...base, ...over })).toBe(effect);
    });

    test.each<[status: number, outcome: string]>([[200, 'ok'], [204, 'ok'], [304, 'clientError'], [400, 'clientError'], [404, 'gone'], [422, 'clientError'], [500, 'serverError'], [503, 'serverError']])('%i leaves by %s', async (status, outcome) => {
      answer = (_request, response) => response.writeHead(status).end();
      expect(await perform({ ranges: [{ exit: 'gone', from: 404, to: 410 }] })).toEqual({ outcome, status, values: {} });
    });

    test('takes the values it was asked for', async () => {
      expect(await perform({ picks: [{ as: 'a', path: ['order', 'eta'], type: { kind: 'text' }, optional: false }] })).toEqual({ outcome: 'ok', status: 200, values: { a: 'Friday' } });
      await expect(perform({ picks: [{ as: 'a', path: ['order', 'price'], type: { kind: 'number' }, optional: false }] })).rejects.toMatchObject({ name: 'EffectError', message: 'The answer has nothing at “order › price”.' });
    });

    test('that got no answer and must not be repeated is of unknown outcome', async () => {
      answer = (request) => request.socket.destroy();
      await expect(perform({ method: 'POST', repeatable: false })).rejects.toMatchObject({ name: 'PublicFetchError', code: 'cutOff' });
      await expect(perform({ method: 'POST', repeatable: true })).rejects.toMatchObject({ name: 'EffectError' });
    });

    test('tells what it asked without what is personal', () => {
      expect(performers.httpRequest.tells?.({ type: 'httpRequest', wait: 1, ...base, url: ['http://api.example/', value('Ann', true), '/', value('7')] })).toBe('GET http://api.example/•••/7');
    });
  });
});

describe('answers', () => {
  const body = (text: string | Buffer, type = 'application/json') => readAnswer({ headers: { 'content-type': type }, body: Buffer.from(text) });
  const pick = (over: Partial<HttpPick>): HttpPick[] => [{ as: 'a', path: [], type: { kind: 'text' }, optional: false, ...over }];
  const order = body('{"id":7,"paid":true,"eta":"2026-11-25","items":[{"sku":"a"},{"sku":null}],"none":null,"__proto__":{"x":1}}');

  test.each<[what: string, pick: Partial<HttpPick>, value: Json]>([
    ['a number as a text', { path: ['id'] }, '7'],
    ['a yes/no as a text', { path: ['paid'] }, 'true'],
    ['a number', { path: ['id'], type: { kind: 'number' } }, 7],
    ['a date', { path: ['eta'], type: { kind: 'date' } }, '2026-11-25'],
    ['inside a list', { path: ['items', 0, 'sku'] }, 'a'],
    ['a whole list', { path: ['items'], type: { kind: 'list', of: { kind: 'object', fields: {} } } }, [{ sku: 'a' }, { sku: null }]],
    ['what may be missing', { path: ['no', 'such'], optional: true }, ''],
    ['what may be null', { path: ['none'], type: { kind: 'number' }, optional: true }, 0],
    ['a key of another prototype', { path: ['constructor'], optional: true }, ''],
  ])('give %s', (_what, over, value) => {
    expect(pickValues(order, pick(over))).toEqual({ a: value });
  });

  test.each<[what: string, pick: Partial<HttpPick>, error: string]>([
    ['nothing there', { path: ['no'] }, 'The answer has nothing at “no”.'],
    ['null', { path: ['items', 1, 'sku'] }, 'The answer has nothing at “items › 1 › sku”.'],
    ['beyond a list', { path: ['items', 9] }, 'The answer has nothing at “items › 9”.'],
    ['a name in a list', { path: ['items', 'length'] }, 'The answer has nothing at'],
    ['a text for a number', { path: ['eta'], type: { kind: 'number' } }, 'The answer has no number at “eta”.'],
    ['an object for a text', { path: [] }, 'The answer has no text at its root.'],
  ])('do not give %s', (_what, over, error) => {
    expect(() => pickValues(order, pick(over))).toThrow(error);
  });

  test('that are no JSON are one text', () => {
    expect(pickValues(body('hello', 'text/plain'), pick({}))).toEqual({ a: 'hello' });
    expect(body('{broken', 'application/json')).toEqual({ isJson: false, value: '{broken' });
    expect(body('[1]', 'text/plain')).toEqual({ isJson: true, value: [1] });
    expect(body('"x"', 'application/problem+json')).toEqual({ isJson: true, value: 'x' });
    expect(body(Buffer.from([0xe9]), 'text/plain; charset=iso-8859-1')).toEqual({ isJson: false, value: 'é' });
    expect(body(Buffer.from([0xff]), 'text/plain; charset=nonsense')).toEqual({ isJson: false, value: '\ufffd' });
    expect(() => pickValues(body('hello', 'text/plain'), pick({ path: ['a'] }))).toThrow('The answer is not JSON');
    expect(() => pickValues(body('x'.repeat(5_000), 'text/plain'), pick({}))).toThrow('it is too long');
  });
});
