import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@parley/db/testing';
import { startModelEndpoint } from '@parley/e2e/fakes/modelEndpoint';
import { botSchema } from '@parley/shared/api/bots';
import { modelRegistrySchema, triedModelCallSchema, triedModelSchema } from '@parley/shared/api/models';
import type { ModelRegistry } from '@parley/shared/api/models';
import { testApi } from '../../test/testApi.ts';

const api = await testApi(await testDatabase());
const fake = await startModelEndpoint();
afterAll(() => fake.stop());
const { models, keys } = api.context;

const registry = async (): Promise<ModelRegistry> => modelRegistrySchema.parse(await api.good('GET', '/api/v1/models'));
const add = async (name: string, body: object = {}): Promise<ModelRegistry['endpoints'][number]> => {
  const made = modelRegistrySchema.parse(await api.good('POST', '/api/v1/model-endpoints', { name, baseUrl: `${fake.url}/`, key: 'sk-test', ...body }));
  const endpoint = made.endpoints.find((each) => each.name === name);
  if (!endpoint) throw new Error(`There is no endpoint ${name}.`);
  return endpoint;
};
const addModel = async (endpoint: string, body: object): Promise<string> => {
  const { endpoints } = modelRegistrySchema.parse(await api.good('POST', `/api/v1/model-endpoints/${endpoint}/models`, body));
  return endpoints.find(({ id }) => id === endpoint)?.models.find(({ name }) => name === (body as { name: string }).name)?.id ?? '';
};

describe('the registry', () => {
  test('keeps keys sealed and shows them to nobody', async () => {
    const made = await add('Sealed');
    expect(made).toMatchObject({ baseUrl: fake.url, hasKey: true, private: true, models: [] });
    const row = await models.ModelEndpoint.findByPk(made.id);
    expect(keys.open(row?.key ?? '', made.id)).toBe('sk-test');
    await api.good('PATCH', `/api/v1/model-endpoints/${made.id}`, { key: 'sk-other' });
    const audit = await models.AuditEvent.findAll({ where: { subject: made.id } });
    expect(JSON.stringify([row, await registry(), audit])).not.toMatch(/sk-(?:test|other)/);
    await api.good('PATCH', `/api/v1/model-endpoints/${made.id}`, { key: null });
    expect((await registry()).endpoints.find(({ id }) => id === made.id)).toMatchObject({ hasKey: false });
  });

  test('sends a key to another host only when it is given again', async () => {
    const made = await add('Moved');
    const move = (body: object) => api.ask('PATCH', `/api/v1/model-endpoints/${made.id}`, { as: 'admin', body });
    expect((await move({ baseUrl: 'https://api.example.org/v1' })).status).toBe(400);
    expect((await move({ baseUrl: `${fake.url}/other` })).status).toBe(200);
    const moved = await move({ baseUrl: 'https://api.example.org/v1', key: 'sk-new' });
    expect(modelRegistrySchema.parse(moved.body).endpoints.find(({ id }) => id === made.id)).toMatchObject({ private: false });
  });

  test('tries models in the order of their role', async () => {
    const { id } = await add('Ordered');
    const [one, two, three] = [await addModel(id, { name: 'one', roles: ['best'] }), await addModel(id, { name: 'two', roles: ['best', 'fast'] }), await addModel(id, { name: 'three' })];
    expect((await registry()).roles).toMatchObject({ best: [one, two], fast: [two] });
    await api.good('PUT', '/api/v1/model-roles/best', { models: [three, one, three] });
    expect((await registry()).roles.best).toEqual([three, one]);
    expect(await api.good('GET', '/api/v1/model-roles')).toEqual({ roles: expect.arrayContaining(['best', 'fast']) as string[] });
    await api.good('DELETE', `/api/v1/models/${three}`);
    await api.good('DELETE', `/api/v1/model-endpoints/${id}`);
    expect((await registry()).roles).toEqual({ fast: [], best: [], embedding: [], speech: [] });
  });

  test('names are taken once, models once per endpoint', async () => {
    const { id } = await add('Twice');
    expect((await api.ask('POST', '/api/v1/model-endpoints', { as: 'owner', body: { name: 'Twice', baseUrl: fake.url } })).status).toBe(409);
    const first = await addModel(id, { name: 'a' });
    const second = await addModel(id, { name: 'b' });
    expect((await api.ask('PATCH', `/api/v1/models/${second}`, { as: 'owner', body: { name: 'a' } })).status).toBe(409);
    expect((await api.ask('PATCH', `/api/v1/models/${first}`, { as: 'owner', body: { name: 'a', priceIn: 3, maxOutput: 100 } })).status).toBe(200);
  });

  test('tries a model out for real, and shows what it took', async () => {
    const { id } = await add('Tried');
    fake.on('gpt-small', { says: ['I am ready.'] });
    const model = await addModel(id, { name: 'gpt-small', priceIn: 1, priceOut: 4, roles: ['fast'] });
    const tried = triedModelSchema.parse(await api.good('POST', `/api/v1/models/${model}/try`, { role: 'fast' }));
    expect(tried).toMatchObject({ ok: true, says: 'I am ready.', tokensOut: 3 });
    expect(tried.cost).toBeCloseTo((tried.tokensIn + 12) / 1_000_000, 12);
    fake.on('gpt-small', { status: 429 });
    expect(await api.good('POST', `/api/v1/models/${model}/try`, { role: 'fast' })).toMatchObject({ ok: false, says: 'It had too much to do (429).', cost: 0 });
    const { spent } = (await registry()).endpoints.find((each) => each.id === id)?.models[0] ?? {};
    expect(spent).toMatchObject({ calls: 2, failed: 1, tokensOut: 3, cost: tried.cost });
  });

  test('asks what a node asks for real, and tells what that took; without a model the stand-in says so', async () => {
    const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Thinks' }));
    const call = { node: 'think', role: 'best', instructions: ['Answer ', { value: 'Ann', name: 'name' }], data: {}, lines: [{ by: 'contact', text: 'Is it blue?' }], output: { as: 'text', mostLetters: 500, streams: false }, timeoutMs: 5_000, language: 'en' };
    const ask = async (over: object = {}) => triedModelCallSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/model-calls`, { ...call, ...over }));
    expect(await ask()).toMatchObject({ ok: true, used: { model: null, cost: 0 }, result: { by: 'standIn', outcome: 'done' } });
    const { id } = await add('Asked');
    fake.on('gpt-big', { says: ['A blue bike.'] });
    await addModel(id, { name: 'gpt-big', priceIn: 1, priceOut: 4, roles: ['best'] });
    // Which models serve a role is known for a second.
    await expect.poll(async () => ask()).toMatchObject({ ok: true, used: { model: 'gpt-big', tokensOut: 3 }, result: { by: 'model', text: 'A blue bike.' } });
    fake.on('gpt-big', { status: 429 });
    expect(await ask()).toMatchObject({ ok: false, error: expect.stringContaining('gpt-big: It had too much to do (429).') });
  });
});
