import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Database } from '@parley/db/client';
import { leaveTrial, takeTrial } from '@parley/db/queries/callbackTrials';
import { databaseKinds, testDatabase } from '@parley/db/testing';
import type { Access } from '@parley/shared/api/access';
import { botSchema } from '@parley/shared/api/bots';
import { callbackTrialSchema, triedCallbackSchema } from '@parley/shared/api/callbackTrials';
import type { CallbackTrial, TriedCallback } from '@parley/shared/api/callbackTrials';
import { afterAll, describe, expect, test } from 'vitest';
import { requestOf } from '../api/requests/requestOf.ts';
import { retention } from '../jobs/retention.ts';
import { createPublicFetch } from '../lib/publicFetch.ts';
import type { Answer } from '../test/testApi.ts';
import { testApi } from '../test/testApi.ts';
import { testClock } from '../test/testContext.ts';
import { hearTrial } from './hearTrial.ts';
import { openTrial } from './openTrial.ts';

/** A checkout that makes a link of what it is told, unless it is told to do otherwise. */
const told: { key: string | undefined; body: { amount: number; hooks: { back: string } } }[] = [];
let answer: { status: number; body: object } | undefined;
const shop = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => { body += chunk.toString(); }).on('end', () => {
    told.push({ key: request.headers['idempotency-key']?.toString(), body: JSON.parse(body) as (typeof told)[number]['body'] });
    const { status, body: said } = answer ?? { status: 201, body: { link: `https://shop.example/${told.length}` } };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  });
});
await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  shop.closeAllConnections();
  shop.close();
});
const { port } = shop.address() as AddressInfo;

const text = { kind: 'text' } as const;
const contract = { codes: [{ code: 'paid', label: 'Paid' }, { code: 'declined', label: 'Declined' }], outputs: [{ name: 'amount', type: { kind: 'number' }, required: true }, { name: 'receipt', type: text }] };
const announce = {
  request: { method: 'POST', url: ['http://shop.example/links'], query: [], headers: [], body: { as: 'json', json: { amount: 15 } }, timeoutMs: 5_000, maxBytes: 10_000, keyHeader: 'Idempotency-Key', picks: [{ as: 'l', path: ['link'], type: text, optional: false }] },
  addressIn: [['hooks', 'back']],
};

/** How many connections are held by what is not a query: ears. */
const heldBy = ({ pool }: Database): number => pool.totalCount - pool.idleCount;

describe.each(databaseKinds)('trials of callbacks (%s)', async (kind) => {
  const clock = testClock();
  const publicFetch = createPublicFetch({ dial: () => connect(port, '127.0.0.1'), resolve: () => Promise.resolve([{ address: '93.184.216.34', family: 4 }]) });
  const db = await testDatabase(kind);
  const api = await testApi(db, { context: { publicFetch, clock } });
  const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Shop' }));

  const open = async (over: object = {}, as: Access = 'editor'): Promise<Extract<TriedCallback, { ok: true }>> => {
    const tried = triedCallbackSchema.parse((await api.ask('POST', `/api/v1/bots/${bot.id}/callback-trials`, { as, body: { flow: bot.flowId, node: 'pay', contract, inputs: { order: 'A7' }, ...over } })).body);
    if (!tried.ok) throw new Error(tried.error);
    return tried;
  };
  const call = (address: string, body?: object): Promise<Answer> => api.ask(body ? 'POST' : 'GET', new URL(address).pathname, body && { body });
  const hear = async (id: string, wait = 0): Promise<CallbackTrial> => callbackTrialSchema.parse((await api.ask('GET', `/api/v1/callback-trials/${id}?wait=${wait}`, { as: 'editor' })).body);
  const gone = (sentence: string) => ({ status: 410, body: { error: { code: 'gone', message: sentence } } });
  const paid = { code: 'paid', values: { amount: 15 } };

  test('a system reads what is awaited and answers once; its author hears it, and no conversation does', async () => {
    const { id, address, values, ...more } = await open();
    expect([values, more.told]).toEqual([{}, undefined]);
    expect(await hear(id)).toEqual({ state: 'waiting' });
    expect(await call(address)).toMatchObject({ status: 200, body: { inputs: { order: 'A7' }, codes: contract.codes } });
    clock.pass(12_000);
    expect(await call(address, paid)).toMatchObject({ status: 200, body: { status: 'taken' } });
    expect(await hear(id)).toEqual({ state: 'called', code: 'paid', values: { amount: 15, receipt: '' }, seconds: 12 });
    expect(await call(address, { code: 'declined' })).toMatchObject(gone('This was answered already.'));
    expect(await call(address)).toMatchObject(gone('This was answered already.'));
    expect(await hear(id)).toMatchObject({ code: 'paid' });
    const { rows } = await db.pool.query('select (select count(*)::int from parley.callback_references) as kept, (select count(*)::int from lanes.inbox) as events, (select count(*)::int from lanes.turns) as turns');
    expect(rows).toEqual([{ kept: 0, events: 0, turns: 0 }]);
  });

  test('who waits hears it when it comes', async () => {
    const { id, address } = await open();
    const heard = hear(id, 20);
    const early = await Promise.race([heard, new Promise((resolve) => { setTimeout(() => resolve('still waiting'), 700); })]);
    expect(early).toBe('still waiting');
    await call(address, paid);
    expect(await heard).toMatchObject({ state: 'called', code: 'paid' });
  });

  test('who waits hears that it was given up, from another process too, and at the end what nobody told', async () => {
    const [left, replaced, untold] = [await open({ node: 'left' }), await open({ node: 'again' }), await open({ node: 'untold' })];
    // Where there may be other processes two ears are for them; that of who waited before is let go after they have heard.
    const before = kind === 'postgres' ? 2 : 0;
    await expect.poll(() => heldBy(db)).toBe(before);
    const waits = [hear(left.id, 20), hear(replaced.id, 20), hear(untold.id, 2)];
    await expect.poll(() => heldBy(db)).toBeGreaterThan(before);
    // Told by the database alone, as another process would.
    await leaveTrial(db.pool, { id: left.id, madeBy: api.accounts.editor.id, now: clock.now() });
    await open({ node: 'again' });
    await db.pool.query(`update parley.callback_trials set code = 'declined', called = '{}', called_at = made_at where id = $1`, [untold.id]);
    expect(await Promise.all(waits)).toEqual([{ state: 'over' }, { state: 'over' }, { state: 'called', code: 'declined', values: {}, seconds: 0 }]);
    // Nobody waits any more: no connection is held for it.
    await expect.poll(() => heldBy(db)).toBe(before);
  });

  test.each([
    ['another code', { code: 'pay' }, 'code'], ['a text for a number', { code: 'paid', values: { amount: '15' } }, 'values.amount'],
    ['a value that must be there', { code: 'paid' }, 'values.amount'], ['a value nobody agreed on', { code: 'declined', values: { tip: 1 } }, 'values.tip'],
  ])('%s is refused by field as in a conversation, and the address stays good', async (_what, body, path) => {
    const { id, address } = await open();
    expect(await call(address, body)).toMatchObject({ status: 400, body: { error: { code: 'malformed', fields: [{ path }] } } });
    expect(await hear(id)).toEqual({ state: 'waiting' });
    expect((await call(address, { code: 'declined' })).status).toBe(200);
  });

  test('of two at once one is taken', async () => {
    const { address } = await open();
    const answers = await Promise.all([1, 2, 3, 4].map((amount) => call(address, { code: 'paid', values: { amount } })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410, 410, 410]);
    // Requests may come one behind the other all the same: two that have both found it open.
    const { id } = await open();
    const take = () => takeTrial(db.pool, { id, code: 'paid', values: {}, now: clock.now() });
    expect([await take(), await take()]).toEqual([true, false]);
  });

  test('where the node tells the other system, it is told, and what it gives comes along', async () => {
    const { address, values, told: took } = await open({ announce });
    expect(told.at(-1)?.body).toEqual({ amount: 15, hooks: { back: address } });
    expect(told.at(-1)?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(values).toEqual({ l: `https://shop.example/${told.length}` });
    expect(took).toMatchObject({ status: 201 });
    expect((await call(address, paid)).status).toBe(200);
  });

  test.each([
    ['does not agree', { status: 500, body: {} }, 'The other system was told where to call back and answered 500.'],
    ['gives no link', { status: 201, body: {} }, 'The answer has nothing at “link”.'],
  ])('one that %s is told in a sentence, and the address it got is of no use', async (_what, said, error) => {
    answer = said;
    const tried = triedCallbackSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/callback-trials`, { flow: bot.flowId, node: 'pay', contract, inputs: {}, announce }));
    answer = undefined;
    expect(tried).toEqual({ ok: false, error });
    expect(await call(told.at(-1)?.body.hooks.back ?? '', paid)).toMatchObject(gone('The conversation has gone on without this.'));
  });

  test('one that calls back while it is being told is heard', async () => {
    const early = createPublicFetch({ dial: () => connect(port, '127.0.0.1'), resolve: () => Promise.resolve([{ address: '93.184.216.34', family: 4 }]) });
    const app = { ...api.web.app, publicFetch: async (...asked: Parameters<typeof early>) => {
      const given = await early(...asked);
      expect((await call(told.at(-1)?.body.hooks.back ?? '', paid)).status).toBe(200);
      return given;
    } };
    const { request, addressIn } = announce;
    const tried = await openTrial(app, {
      bot: bot.id, flow: bot.flowId, node: 'pay', madeBy: api.accounts.editor.id, contract: { codes: contract.codes, outputs: [{ name: 'amount', type: { kind: 'number' } }] }, inputs: {}, signal: new AbortController().signal,
      announcement: { request: { ...requestOf({ ...request, method: 'POST', body: { as: 'json', json: { amount: 15 } } }), picks: request.picks }, addressIn },
    });
    expect(await hear(tried.ok ? tried.id : '')).toMatchObject({ state: 'called', code: 'paid' });
  });

  test('nobody hears but its maker, and nobody else gives it up', async () => {
    const { id, address } = await open();
    for (const as of ['owner', 'admin'] as const) {
      expect((await api.ask('GET', `/api/v1/callback-trials/${id}`, { as })).status).toBe(404);
      expect((await api.ask('DELETE', `/api/v1/callback-trials/${id}`, { as })).status).toBe(404);
    }
    expect((await call(address, paid)).status).toBe(200);
  });

  test('asked for again, or given up, the former address is of no use; other nodes’ and other people’s stay', async () => {
    const [first, node, person] = [await open(), await open({ node: 'book' }), await open({}, 'admin')];
    const second = await open();
    expect(await call(first.address, paid)).toMatchObject(gone('The conversation has gone on without this.'));
    expect(await hear(first.id)).toEqual({ state: 'over' });
    await api.ask('DELETE', `/api/v1/callback-trials/${second.id}`, { as: 'editor' });
    expect(await call(second.address)).toMatchObject(gone('The conversation has gone on without this.'));
    for (const { address } of [node, person]) expect((await call(address, paid)).status).toBe(200);
  });

  test('a flow of another bot is not found', async () => {
    const other = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Other' }));
    expect((await api.ask('POST', `/api/v1/bots/${bot.id}/callback-trials`, { as: 'editor', body: { flow: other.flowId, node: 'pay', contract, inputs: {} } })).status).toBe(404);
  });

  test('after half an hour it is over, and soon deleted with what was called', async () => {
    const [used, unused] = [await open({ node: 'used' }), await open({ node: 'unused' })];
    await call(used.address, paid);
    // A sign-in does not last as long.
    const heard = (id: string) => hearTrial(api.web.app, { id, madeBy: api.accounts.editor.id, waitMs: 0, signal: new AbortController().signal });
    clock.pass(30 * 60_000 - 1);
    expect(await heard(unused.id)).toEqual({ state: 'waiting' });
    clock.pass(1);
    expect(await call(unused.address, paid)).toMatchObject(gone('The time for this has run out.'));
    expect(await heard(unused.id)).toEqual({ state: 'over' });
    clock.pass(1);
    await retention.run({}, { context: api.context, stop: new AbortController().signal });
    expect((await db.pool.query('select 1 from parley.callback_trials where id = any ($1)', [[used.id, unused.id]])).rows).toEqual([]);
    expect(await call(used.address, paid)).toMatchObject(gone('This address is no longer in use.'));
    await expect(heard(used.id)).rejects.toMatchObject({ code: 'notFound' });
  });
});
