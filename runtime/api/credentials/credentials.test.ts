import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { credentialListSchema, credentialSchema } from '@parley/shared/api/credentials';
import type { CreateCredentialBody } from '@parley/shared/api/credentials';
import { draftSchema } from '@parley/shared/api/flows';
import { verifiedSchema } from '@parley/shared/api/issues';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { afterAll, describe, expect, test } from 'vitest';
import { createSandbox } from '../../sandbox/createSandbox.ts';
import { testApi } from '../../test/testApi.ts';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());
const api = await testApi(await testDatabase(), { context: { sandbox } });
const { models, keys } = api.context;
const base: CreateCredentialBody = { name: 'CRM', kind: 'bearer', secret: 'hunter2-token', hosts: ['API.example.org'] };
const create = async (over: Partial<CreateCredentialBody> = {}) => credentialSchema.parse(await api.good('POST', '/api/v1/credentials', { ...base, ...over }));
const makeBot = async (name: string) => botSchema.parse(await api.good('POST', '/api/v1/bots', { name }));
const errorOf = (answer: { body: unknown }) => (answer.body as { error: { message: string; fields: { path: string; message: string }[] } }).error;

/** Draws a request with this credential in a bot's main flow. */
async function draw(flowId: string, credential: string): Promise<void> {
  const { revision } = draftSchema.parse(await api.good('GET', `/api/v1/flows/${flowId}/draft`));
  const { flows, main } = drawGolden({ flow: { nodes: { start: 'start', look: { http: { url: 'https://api.example.org/', credential } }, bye: 'end' }, edges: ['start -> look', 'look.ok -> bye'] } }, nodeTypes);
  await api.good('PUT', `/api/v1/flows/${flowId}/draft`, { revision, flow: flows[main] });
}

describe('credentials', () => {
  test('are kept sealed, and given back without their secret', async () => {
    const made = await create({ name: 'Sealed' });
    expect(made).toMatchObject({ name: 'Sealed', kind: 'bearer', field: '', hosts: ['api.example.org'], botId: null, lastUsedAt: null, usedBy: [] });
    const row = await models.Credential.findByPk(made.id);
    expect(row?.secret).not.toContain('hunter2');
    expect(keys.open(row?.secret ?? '', made.id)).toBe('hunter2-token');
    const list = await api.good('GET', '/api/v1/credentials');
    const changed = await api.good('PATCH', `/api/v1/credentials/${made.id}`, { secret: 'hunter2-other' });
    const audit = await models.AuditEvent.findAll({ where: { subject: made.id } });
    expect(JSON.stringify([made, list, changed, audit])).not.toContain('hunter2');
    expect(audit.map(({ action }) => action).toSorted()).toEqual(['credential.change', 'credential.create']);
    expect(keys.open((await models.Credential.findByPk(made.id))?.secret ?? '', made.id)).toBe('hunter2-other');
  });

  test('have a name of their own per bot, and among the shared ones', async () => {
    const one = await makeBot('One');
    const two = await makeBot('Two');
    await create({ name: 'Shop' });
    await create({ name: 'Shop', botId: one.id });
    const second = await create({ name: 'Shop', botId: two.id });
    const other = await create({ name: 'Other', botId: two.id });
    for (const botId of [null, one.id]) {
      const answer = await api.ask('POST', '/api/v1/credentials', { as: 'owner', body: { ...base, name: 'Shop', botId } });
      expect(answer.status).toBe(409);
      expect(errorOf(answer).fields).toEqual([{ path: 'name', message: 'This name is taken' }]);
    }
    expect((await api.ask('PATCH', `/api/v1/credentials/${other.id}`, { as: 'owner', body: { name: 'Shop' } })).status).toBe(409);
    expect((await api.ask('PATCH', `/api/v1/credentials/${second.id}`, { as: 'owner', body: { name: 'Shop' } })).status).toBe(200);
    expect(errorOf(await api.ask('POST', '/api/v1/credentials', { as: 'owner', body: { ...base, botId: '00000000-0000-4000-8000-000000000000' } })).fields).toEqual([{ path: 'botId', message: 'There is no such bot' }]);
    const { items } = credentialListSchema.parse(await api.good('GET', `/api/v1/credentials?botId=${two.id}`));
    expect(items.filter(({ name }) => name === 'Shop').map(({ botId }) => botId)).toEqual([null, two.id]);
  });

  test('whoever sends a secret to another host must know it', async () => {
    const made = await create({ name: 'Hosts', hosts: ['a.example.org', 'b.example.org'] });
    const change = (body: object) => api.ask('PATCH', `/api/v1/credentials/${made.id}`, { as: 'editor', body });
    const refused = await change({ hosts: ['a.example.org', 'evil.example.org'] });
    expect(refused.status).toBe(400);
    expect(errorOf(refused).fields).toEqual([{ path: 'secret', message: 'Give the secret again to send it to another host' }]);
    expect((await change({ hosts: ['b.example.org'] })).status).toBe(200);
    expect((await change({ hosts: ['a.example.org'] })).status).toBe(400);
    expect((await change({ hosts: ['evil.example.org'], secret: 'my own' })).status).toBe(200);
  });

  test.each<[what: string, body: Partial<CreateCredentialBody>, path: string]>([
    ['a bearer token with a name', { field: 'x' }, 'field'],
    ['a user with a colon', { kind: 'basic', field: 'a:b' }, 'field'],
    ['a header with a line break', { kind: 'header', field: 'X\r\nY' }, 'field'],
    ['a header of the connection', { kind: 'header', field: 'Host' }, 'field'],
    ['a parameter with a sign', { kind: 'query', field: 'a&b' }, 'field'],
    ['a secret of two lines', { secret: 'a\r\nX-Admin: 1' }, 'secret'],
    ['no secret', { secret: '' }, 'secret'],
    ['no host', { hosts: [] }, 'hosts'],
    ['a host with a path', { hosts: ['example.org/x'] }, 'hosts.0'],
    ['a host with a star', { hosts: ['*.example.org'] }, 'hosts.0'],
  ])('%s is refused', async (_what, body, path) => {
    const answer = await api.ask('POST', '/api/v1/credentials', { as: 'owner', body: { ...base, name: 'Wrong', ...body } });
    expect(answer.status).toBe(400);
    expect(errorOf(answer).fields.map((field) => field.path)).toContain(path);
  });

  test('in use are not deleted; the refusal names the flow, and the list says so, too', async () => {
    const bot = await makeBot('Wash shop');
    const made = await create({ name: 'Used', botId: bot.id });
    await draw(bot.flowId, made.id);
    const refused = await api.ask('DELETE', `/api/v1/credentials/${made.id}`, { as: 'owner' });
    expect(refused.status).toBe(409);
    expect(errorOf(refused).message).toBe('It is used by “Wash shop” of Wash shop. Choose another credential there first.');
    const { items } = credentialListSchema.parse(await api.good('GET', `/api/v1/credentials?botId=${bot.id}`));
    expect(items.find(({ id }) => id === made.id)?.usedBy).toEqual([{ botId: bot.id, bot: 'Wash shop', flowId: bot.flowId, flow: 'Wash shop' }]);
    await api.good('POST', `/api/v1/flows/${bot.flowId}/publish`, { acceptWarnings: true });
    await draw(bot.flowId, '');
    const live = await api.ask('DELETE', `/api/v1/credentials/${made.id}`, { as: 'owner' });
    expect(errorOf(live).message).toBe('It is used by the live version of Wash shop. Choose another credential there first.');
    await api.good('POST', `/api/v1/flows/${bot.flowId}/publish`, { acceptWarnings: true });
    expect((await api.ask('DELETE', `/api/v1/credentials/${made.id}`, { as: 'owner' })).status).toBe(200);
    expect(await models.AuditEvent.count({ where: { subject: made.id, action: 'credential.delete' } })).toBe(1);
  });

  test('that are missing, or another bot’s, stand in the way of publishing', async () => {
    const bot = await makeBot('Missing');
    const other = await makeBot('Another');
    const theirs = await create({ name: 'Theirs', botId: other.id });
    const shared = await create({ name: 'For all' });
    const checksOf = async (credential: string) => {
      await draw(bot.flowId, credential);
      return verifiedSchema.parse(await api.good('POST', `/api/v1/flows/${bot.flowId}/verify`)).issues.filter(({ severity }) => severity === 'error').map(({ check }) => check);
    };
    expect(await checksOf(theirs.id)).toEqual(['credentialMissing']);
    const refused = await api.ask('POST', `/api/v1/flows/${bot.flowId}/publish`, { as: 'owner', body: { acceptWarnings: true } });
    expect(refused.status).toBe(422);
    expect(errorOf(refused).fields[0]?.message).toContain('is not there any more');
    expect(await checksOf(shared.id)).toEqual([]);
    await api.good('PATCH', `/api/v1/credentials/${shared.id}`, { hosts: ['elsewhere.example.org'], secret: 'hunter2-token' });
    expect(await checksOf(shared.id)).toEqual(['request']);
  });

  test('a test request goes through the guard', async () => {
    const bot = await makeBot('Tried');
    const request = { method: 'GET', url: ['http://127.0.0.1:1/'], query: [], headers: [], timeoutMs: 1_000, maxBytes: 1_000 };
    expect(await api.good('POST', `/api/v1/bots/${bot.id}/requests`, request)).toEqual({ ok: false, error: 'The address is not on the public internet. The owner of this installation can allow a private host.' });
    expect(await api.good('POST', `/api/v1/bots/${bot.id}/requests`, { ...request, credential: 'gone' })).toMatchObject({ ok: false, error: expect.stringContaining('deleted') as string });
  });
});
