import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema } from '@parley/shared/api/flows';
import { verifiedSchema } from '@parley/shared/api/issues';
import { pluginBodySchema, pluginListSchema, pluginSchema, triedPluginSchema } from '@parley/shared/api/plugins';
import { examplePlugins, paymentLink, ticket } from '@parley/shared/gallery/plugins';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';
import * as z from 'zod';
import { afterAll, describe, expect, test } from 'vitest';
import { createPublicFetch } from '../../lib/publicFetch.ts';
import { createSandbox } from '../../sandbox/createSandbox.ts';
import { testApi } from '../../test/testApi.ts';

const asked: { path: string; key: string; body: unknown }[] = [];
const other = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => {
    asked.push({ path: request.url ?? '', key: String(request.headers['idempotency-key']), body: body ? JSON.parse(body) : undefined });
    response.writeHead(request.url === '/broken' ? 500 : 201, { 'content-type': 'application/json' }).end(JSON.stringify({ link: 'https://pay.example.org/p/7', ticket: { number: 'T-1' } }));
  });
});
await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
afterAll(() => other.close());
const at = (path: string): string => `http://127.0.0.1:${(other.address() as AddressInfo).port}${path}`;

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());
const api = await testApi(await testDatabase(), { context: { sandbox, publicFetch: createPublicFetch({ privateHosts: ['127.0.0.1'] }) } });
const bodyOf = (definition: PluginDefinition) => pluginBodySchema.parse(definition);
const errorOf = (answer: { body: unknown }) => (answer.body as { error: { code: string; message: string; fields: { path: string }[] } }).error;

describe('plugins', () => {
  test('are kept as versions that never change, one after the other', async () => {
    expect(pluginListSchema.parse(await api.good('GET', '/api/v1/plugins')).examples.map(({ key }) => key)).toEqual(examplePlugins.map(({ key }) => key));
    const made = pluginSchema.parse(await api.good('POST', '/api/v1/plugins', bodyOf(paymentLink)));
    expect(made).toMatchObject({ definition: { key: 'payment-link', version: 1 }, usedBy: [] });
    const taken = await api.ask('POST', '/api/v1/plugins', { as: 'editor', body: bodyOf(paymentLink) });
    expect([taken.status, errorOf(taken).fields[0]?.path]).toEqual([409, 'key']);
    const next = pluginSchema.parse(await api.good('POST', '/api/v1/plugins/payment-link/versions', { base: 1, definition: { ...bodyOf(paymentLink), name: 'Pay by link' } }));
    expect(next.definition).toMatchObject({ version: 2, name: 'Pay by link' });
    const stale = await api.ask('POST', '/api/v1/plugins/payment-link/versions', { as: 'editor', body: { base: 1, definition: bodyOf(paymentLink) } });
    expect([stale.status, errorOf(stale).message]).toEqual([409, 'Somebody made version 2 meanwhile. Load it and make the change again.']);
    const rows = await api.context.models.Plugin.findAll({ where: { key: 'payment-link' }, order: ['version'] });
    expect(rows.map(({ version, definition }) => [version, definition.name])).toEqual([[1, 'Payment link'], [2, 'Pay by link']]);
    expect(await api.context.models.AuditEvent.count({ where: { action: ['plugin.create', 'plugin.change'] } })).toBe(2);
  });

  test('of two who make the same version at once one is told', async () => {
    const answers = await Promise.all([1, 2].map(() => api.ask('POST', '/api/v1/plugins/payment-link/versions', { as: 'editor', body: { base: 2, definition: bodyOf(paymentLink) } })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test('say which drawings use them in which version, and the proof offers the newest', async () => {
    const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Shop' }));
    const { flows, main } = drawGolden({
      flow: {
        variables: { sum: { type: { kind: 'number' }, initial: 5 } },
        nodes: { start: 'start', pay: { plugin: JSON.parse(JSON.stringify({ plugin: paymentLink, kind: 'callback', inputs: { amount: { value: 'sum' } }, text: 'Pay.' })) as object as never }, bye: 'end' },
        edges: ['start -> pay', 'pay.paid -> bye', 'pay.declined -> bye', 'pay.timeout -> bye'],
      },
    }, nodeTypes);
    const { revision } = draftSchema.parse(await api.good('GET', `/api/v1/flows/${bot.flowId}/draft`));
    await api.good('PUT', `/api/v1/flows/${bot.flowId}/draft`, { revision, flow: flows[main] });
    const { items } = pluginListSchema.parse(await api.good('GET', '/api/v1/plugins'));
    expect(items.find(({ definition }) => definition.key === 'payment-link')?.usedBy).toEqual([{ botId: bot.id, bot: 'Shop', flowId: bot.flowId, flow: 'Shop', version: 1 }]);
    const { issues } = verifiedSchema.parse(await api.good('POST', `/api/v1/flows/${bot.flowId}/verify`));
    expect(issues.filter(({ check }) => check === 'plugin')).toMatchObject([{ severity: 'info', nodeId: 'pay', message: '“Payment link” uses payment-link@1, and there is payment-link@3.' }]);
    await api.good('DELETE', '/api/v1/plugins/payment-link');
    expect(pluginListSchema.parse(await api.good('GET', '/api/v1/plugins')).items).toEqual([]);
    expect(draftSchema.parse(await api.good('GET', `/api/v1/flows/${bot.flowId}/draft`)).flow.nodes['pay']?.data['plugin']).toMatchObject({ key: 'payment-link', version: 1 });
  });

  test('come along with a bot, and join the palette where they are not known', async () => {
    const [{ definition } = { definition: undefined }] = pluginListSchema.parse(await api.good('GET', '/api/v1/plugins')).items;
    expect(definition).toBeUndefined();
    const { items } = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }).parse(await api.good('GET', '/api/v1/bots'));
    const file = await api.good('GET', `/api/v1/bots/${items.find(({ name }) => name === 'Shop')?.id}/export`);
    expect((await api.ask('POST', '/api/v1/bots/import', { as: 'editor', raw: JSON.stringify(file) })).status).toBe(201);
    expect(pluginListSchema.parse(await api.good('GET', '/api/v1/plugins')).items).toMatchObject([{ definition: { key: 'payment-link', version: 1 }, usedBy: [{ bot: 'Shop' }, { version: 1 }] }]);
  });

  test('are tried for real: what is asked, and what would be taken', async () => {
    const tried = async (definition: PluginDefinition, inputs: object) => triedPluginSchema.parse(await api.good('POST', '/api/v1/plugins/try', { definition: bodyOf(definition), inputs }));
    expect(await tried({ ...paymentLink, url: at('/links?of={{payer}}') }, { amount: 15, payer: 'Ada & Bo' })).toMatchObject({ ok: true, status: 201, values: { link: 'https://pay.example.org/p/7' } });
    expect(asked.at(-1)).toMatchObject({ path: '/links?of=Ada%20%26%20Bo', body: { amount: 15, payer: 'Ada & Bo', callback: 'https://parley.example/callbacks/a-trial' } });
    expect(asked.at(-1)?.key.length).toBeGreaterThan(20);
    expect(await tried({ ...ticket, url: at('/tickets') }, { subject: 'A leak' })).toMatchObject({ ok: true, values: { number: 'T-1' } });
    expect(asked.at(-1)?.body).toEqual({ ticket: { subject: 'A leak', details: '' } });
    expect(await tried({ ...ticket, url: at('/broken') }, { subject: 'A leak' })).toMatchObject({ ok: true, status: 500, values: {} });
    const wrongPlace = { ...ticket, url: at('/tickets'), outputs: { n: { ...Object.values(ticket.outputs)[0]!, path: 'nowhere.else' } } };
    expect(await tried(wrongPlace, { subject: 'A leak' })).toMatchObject({ ok: true, problem: 'The answer has nothing at “nowhere › else”.' });
    expect(await tried({ ...paymentLink, url: at('/links') }, { amount: 'much' })).toEqual({ ok: false, error: 'The value of “Amount” is missing or of another type.' });
    expect(await tried({ ...paymentLink, url: '' }, { amount: 1 })).toEqual({ ok: false, error: 'It has no address to ask.' });
  });
});
