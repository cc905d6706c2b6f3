import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@parley/db/testing';
import { paymentLink, ticket } from '@parley/shared/gallery/plugins';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Sketch } from '@parley/shared/nodes/golden';
import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';
import { afterAll, describe, expect, test } from 'vitest';
import { createPublicFetch } from '../lib/publicFetch.ts';
import { openStage } from '../turns/test/stage.ts';

const db = await testDatabase();
const asked: { key: string; body: JsonObject }[] = [];
let status = 201;
const other = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => {
    asked.push({ key: String(request.headers['idempotency-key']), body: JSON.parse(body) as JsonObject });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ link: 'https://pay.example.org/p/7', ticket: { number: 'T-1' } }));
  });
});
await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
afterAll(() => other.close());
const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;

const sketch = (definition: PluginDefinition, data: object): Sketch => ({
  variables: { sum: { type: { kind: 'number' }, initial: 15 }, found: 'text' },
  nodes: { begin: 'start', use: { plugin: JSON.parse(JSON.stringify({ plugin: { ...definition, url }, kind: definition.kind, ...data })) as JsonObject }, good: { end: { text: 'Good {{found}}' } }, busy: { end: { text: 'Busy' } }, failed: { end: { text: 'Failed' } } },
  edges: ['begin -> use', ...(definition.kind === 'http' ? ['use.ok -> good', 'use.busy -> busy'] : ['use.paid -> good']), 'use.failed -> failed'],
});
const open = (definition: PluginDefinition, data: object) => openStage(db, { sketch: sketch(definition, data), over: { publicFetch: createPublicFetch({ privateHosts: ['127.0.0.1'] }) } });
const payment = { inputs: { amount: { value: 'sum' } }, text: 'Pay here: {{found}}', results: { link: { variable: 'found' } } };

describe('a plugin', () => {
  test('tells the other system where to call back, and says what it answered', async () => {
    status = 201;
    const stage = await open(paymentLink, payment);
    expect(await stage.say('ann', 'hi')).toEqual(['Pay here: https://pay.example.org/p/7']);
    const { key, body } = asked.at(-1)!;
    expect(body).toEqual({ amount: 15, payer: '', callback: expect.stringMatching(/\/callbacks\/[\w-]{22}\.[\w-]{43}$/) as string });
    expect(key.length).toBeGreaterThan(20);
  });

  test.each([[500], [404]])('that is answered %s goes the way of failures, and nothing is waited for', async (answer) => {
    status = answer;
    const stage = await open(paymentLink, payment);
    expect(await stage.say('ann', 'hi')).toEqual(['Failed']);
  });

  test('that only asks goes on by the answer: taken, busy', async () => {
    const data = { inputs: { subject: { value: '"A leak"' } }, results: { number: { variable: 'found' } } };
    status = 201;
    expect(await (await open(ticket, data)).say('ann', 'hi')).toEqual(['Good T-1']);
    expect(asked.at(-1)?.body).toEqual({ ticket: { subject: 'A leak', details: '' } });
    status = 503;
    expect(await (await open(ticket, data)).say('bo', 'hi')).toEqual(['Busy']);
  });
});
