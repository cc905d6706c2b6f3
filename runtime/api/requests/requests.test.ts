import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { triedRequestSchema } from '@parley/shared/api/requests';
import type { TryRequestBody } from '@parley/shared/api/requests';
import { afterAll, expect, test } from 'vitest';
import { createPublicFetch } from '../../lib/publicFetch.ts';
import { testApi } from '../../test/testApi.ts';

const server = createServer((request, response) => {
  response.writeHead(request.url === '/gone' ? 404 : 200, { 'content-type': 'application/json' }).end('{"order":{"eta":"Friday","days":2}}');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const { port } = server.address() as AddressInfo;

const publicFetch = createPublicFetch({ dial: () => connect(port, '127.0.0.1'), resolve: () => Promise.resolve([{ address: '93.184.216.34', family: 4 }]) });
const api = await testApi(await testDatabase(), { context: { publicFetch } });
const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Asks' }));

const text = { kind: 'text' } as const;
const number = { kind: 'number' } as const;
const ask = async (path: string, takes: TryRequestBody['takes']) => triedRequestSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/requests`, {
  method: 'GET', url: [`http://api.example${path}`], query: [], headers: [], timeoutMs: 5_000, maxBytes: 10_000, ...(takes && { takes }),
}));

test.each<[string, string, TryRequestBody['takes'], object]>([
  ['nothing was asked of it', '/', undefined, { status: 200 }],
  ['the values it takes', '/', { ranges: [], picks: [{ as: 'a', path: ['order', 'eta'], type: text, optional: false }, { as: 'b', path: ['order', 'days'], type: number, optional: false }] }, { result: { outcome: 'ok', status: 200, values: { a: 'Friday', b: 2 } } }],
  ['a value that is not there', '/', { ranges: [], picks: [{ as: 'a', path: ['order', 'price'], type: number, optional: false }] }, { untaken: 'The answer has nothing at “order › price”.' }],
  ['its own way out', '/gone', { ranges: [{ exit: 'missing', from: 404, to: 404 }], picks: [] }, { result: { outcome: 'missing', status: 404, values: {} } }],
  ['the usual way out', '/gone', { ranges: [], picks: [] }, { result: { outcome: 'clientError', status: 404, values: {} } }],
])('an answer as a node gives it on: %s', async (_name, path, takes, told) => {
  const tried = await ask(path, takes);
  expect(tried).toMatchObject({ ok: true, ...told });
  expect('result' in tried && tried.result !== undefined).toBe('result' in told);
});
