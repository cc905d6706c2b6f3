import { testDatabase } from '@parley/db/testing';
import { accessLevels } from '@parley/shared/api/access';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema } from '@parley/shared/api/flows';
import { invitedSchema } from '@parley/shared/api/accounts';
import { afterAll, describe, expect, test } from 'vitest';
import { addRelease, addSession } from '../test/rows.ts';
import { testApi } from '../test/testApi.ts';
import { walkServer } from '../test/walkServer.ts';
import { routes } from './index.ts';
import { openAddresses, routeCases, socketNamespaces } from './rights.cases.data.ts';
import type { Made, RouteCase } from './rights.cases.data.ts';
import { createThings, nothing } from './rights.things.ts';
import type { Thing } from './rights.things.ts';

const api = await testApi(await testDatabase(), { context: { sandbox: { run: () => Promise.resolve({ ok: true, value: 1 }), close: () => Promise.resolve() } } });
const everywhere = walkServer(api.web.server);
const mounted = everywhere.filter(({ path }) => path.startsWith('/api/v1/'));
const key = ({ method, path }: { method: string; path: string }): string => `${method.toUpperCase()} ${path}`;
const tried: string[] = [];

const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Walked over' }));
const release = await addRelease(api.context, bot.id);
const session = await addSession(api.context, { bot: bot.id, release: release.id });

/** What a route's address and body are made of. */
function thingsOf(here: RouteCase): Set<Thing> {
  const named = new Set<Thing>();
  const noting = new Proxy(made, {
    get(target, name, receiver) {
      for (const thing of things.all) if (thing === name) named.add(thing);
      return Reflect.get(target, name, receiver);
    },
  });
  here.params?.(noting);
  bodyFor(here, noting, 'owner');
  return named;
}

const things = createThings(api, { bot: bot.id, flow: bot.flowId, release: release.id, session });
const made = await things.make(things.all, nothing);
await api.good('POST', '/api/v1/model-endpoints', { name: 'Walked over', baseUrl: 'https://models.example.org/v1' });
await api.good('POST', `/api/v1/bots/${bot.id}/named-versions`, { name: 'Walked over', point: 'now' });
await api.good('POST', '/api/v1/credentials', { name: 'Walked over', kind: 'bearer', secret: 'a secret', hosts: ['api.example.org'] });
await api.good('POST', '/api/v1/plugins', { key: 'walked-plugin', name: 'Walked', kind: 'http', url: 'https://api.example.org/' });
const address = (path: string, params: Record<string, string>): string => path.replace(/:([A-Za-z]+)/g, (_all, name: string) => params[name] ?? `no-${name}`);

/** Ids that look right and name nothing here. */
function foreign(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, id]) => [name, id.includes('.') ? '00000000-0000-4000-8000-000000000000.1' : '00000000-0000-4000-8000-000000000000']));
}

describe('the walk', () => {
  test('takes its list from the mounted router and knows every address in it', () => {
    expect(mounted.length).toBeGreaterThan(35);
    expect(mounted.map(key).toSorted()).toEqual(routes.map(key).toSorted());
    expect(Object.keys(routeCases).toSorted()).toEqual(mounted.map(key).toSorted());
  });

  test('finds a policy beside every route, and in the open only what says why', () => {
    for (const route of routes) {
      expect(['anyone', 'signedIn', 'holders'], key(route)).toContain(route.policy.who);
      if (route.policy.who === 'anyone') expect(route.policy.because.length, key(route)).toBeGreaterThan(20);
      expect(route.policy.who === 'anyone', key(route)).toBe(routeCases[key(route)]?.access === null);
    }
  });

  test('knows why every other address and namespace is open', () => {
    const others = everywhere.filter(({ path }) => !path.startsWith('/api/v1/') && !path.startsWith('/^'));
    expect(Object.keys(openAddresses).toSorted()).toEqual(others.map(key).toSorted());
    expect(Object.keys(socketNamespaces).toSorted()).toEqual([...api.web.io._nsps.keys()].toSorted());
    // The one pattern left is the studio’s page, whatever its address.
    expect(everywhere.filter(({ path }) => path.startsWith('/^'))).toHaveLength(1);
  });

  test('has a case for everything a route can be wrong about', () => {
    for (const route of routes) {
      const here: RouteCase | undefined = routeCases[key(route)];
      expect(Boolean(here?.params), `${key(route)}: foreign id`).toBe(/:/.test(route.path));
      expect(Boolean(here?.wrong), `${key(route)}: wrong field`).toBe(Boolean(route.body));
      expect(Boolean(here?.wrongQuery), `${key(route)}: wrong query`).toBe(Boolean(route.query));
    }
  });
});

describe.each(routes.map((route) => [key(route), route] as const))('%s', (name, route) => {
  const here = routeCases[name];
  if (!here) throw new Error(`${name} has no case.`);
  const path = address(route.path, here.params?.(made) ?? {});
  afterAll(() => tried.push(name));

  if (here.access === null && !route.body) {
    test('is open, and tells a visitor nothing but what it is for', async () => {
      const answer = await api.ask(route.method.toUpperCase(), path);
      expect([200, 401]).toContain(answer.status);
      expect(JSON.stringify(answer.body)).not.toMatch(/@example\.org|accessToken/);
    });
  }

  if (here.access !== null) {
    test('refuses whoever is not signed in, before it reads the body', async () => {
      expect((await api.ask(route.method.toUpperCase(), path, route.body ? { raw: '{"half' } : {})).status).toBe(401);
    });

    test.each(accessLevels.filter((access) => !here.access?.includes(access)).map((access) => [access]))('refuses %s', async (access) => {
      const answer = await api.ask(route.method.toUpperCase(), path, { as: access, ...(route.body ? { body: here.body?.(made) ?? {} } : {}) });
      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({ error: { code: 'forbidden' } });
    });

    test.each(here.access.map((access) => [access]))('lets %s in', async (access) => {
      const fresh = await things.make(thingsOf(here), made, here.own ? access : 'owner');
      const answer = await api.ask(route.method.toUpperCase(), address(route.path, here.params?.(fresh) ?? {}), { as: access, ...(route.body ? { body: bodyFor(here, fresh, access) } : {}) });
      expect([401, 403], JSON.stringify(answer.body)).not.toContain(answer.status);
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
    });
  }

  if (here.params) {
    test('answers a foreign id and an id that cannot be one with 404', async () => {
      const body = route.body ? { body: here.body?.(made) ?? (name.startsWith('PUT') ? { revision: made.revision, flow: draft } : {}) } : {};
      const method = route.method.toUpperCase();
      expect((await api.ask(method, address(route.path, foreign(here.params?.(made) ?? {})), { as: 'owner', ...body })).status).toBe(404);
      expect((await api.ask(method, address(route.path, {}), { as: 'owner', ...body })).status).toBe(404);
    });
  }

  for (const { body, path: field } of here.wrong ?? []) {
    test(`names ${field} when it is wrong`, async () => {
      const answer = await api.ask(route.method.toUpperCase(), path, { ...(here.access ? { as: 'owner' as const } : {}), body: body(made) });
      expect(answer.status).toBe(400);
      const { error } = answer.body as { error: { fields: { path: string }[] } };
      expect(error.fields.some(({ path: at }) => at === field || (field.endsWith('.') && at.startsWith(field))), JSON.stringify(error.fields)).toBe(true);
    });
  }

  if (route.body) {
    test.each([['no JSON', '{"a":'], ['a number', '7'], ['a list', '[]']])('refuses %s as a body', async (_what, raw) => {
      expect((await api.ask(route.method.toUpperCase(), path, { ...(here.access ? { as: 'owner' as const } : {}), raw })).status).toBe(400);
    });

    test('refuses a body that is too large', async () => {
      const raw = JSON.stringify({ x: 'a'.repeat((route.bodyLimit ?? 102_400) + 10) });
      expect((await api.ask(route.method.toUpperCase(), path, { ...(here.access ? { as: 'owner' as const } : {}), raw })).status).toBe(413);
    });
  }

  const { wrongQuery, stale, otherSite } = here;
  if (wrongQuery) {
    test(`names ${wrongQuery.path} when it is wrong`, async () => {
      const answer = await api.ask(route.method.toUpperCase(), `${path}?${wrongQuery.query}`, { as: 'owner' });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ error: { fields: [{ path: wrongQuery.path }] } });
    });
  }

  if (stale) {
    test(`answers what comes too late with ${stale.status}`, async () => {
      expect((await api.ask(route.method.toUpperCase(), path, { ...(here.access ? { as: 'owner' as const } : {}), body: stale.body(made) })).status).toBe(stale.status);
    });
  }

  if (otherSite !== undefined) {
    test('refuses another site’s page', async () => {
      expect((await api.ask(route.method.toUpperCase(), path, { headers: { origin: 'https://evil.example' } })).status).toBe(otherSite);
    });
  }
});

const { flow: draft } = draftSchema.parse(await api.good('GET', `/api/v1/flows/${bot.flowId}/draft`));

function bodyFor(here: RouteCase, fresh: Made, access: string): unknown {
  const body = here.body?.(fresh) ?? { revision: fresh.revision, flow: draft };
  // An invitation takes an address, each its own.
  return typeof body === 'object' && body !== null && 'email' in body ? { ...body, email: `${access}-${Math.floor(performance.now() * 1000)}@example.org` } : body;
}

test('owners are made and changed by owners only, and one always stays', async () => {
  const owner = api.accounts.owner;
  expect((await api.ask('POST', '/api/v1/accounts', { as: 'admin', body: { email: 'boss@example.org', name: 'Boss', access: 'owner' } })).status).toBe(403);
  expect((await api.ask('PATCH', `/api/v1/accounts/${owner.id}`, { as: 'admin', body: { suspended: true } })).status).toBe(403);
  expect((await api.ask('PATCH', `/api/v1/accounts/${api.accounts.admin.id}`, { as: 'admin', body: { access: 'owner' } })).status).toBe(403);
  expect((await api.ask('PATCH', `/api/v1/accounts/${owner.id}`, { as: 'owner', body: { access: 'member' } })).status).toBe(409);
  expect((await api.ask('PATCH', `/api/v1/accounts/${owner.id}`, { as: 'owner', body: { suspended: true } })).status).toBe(409);
});

test('an invitation is taken up once, and a changed access holds at once', async () => {
  const invited = invitedSchema.parse(await api.good('POST', '/api/v1/accounts', { email: 'Ines@Example.org', name: 'Ines', access: 'editor' }));
  expect(invited.account).toMatchObject({ email: 'ines@example.org', state: 'invited' });
  const again = invitedSchema.parse(await api.good('POST', `/api/v1/accounts/${invited.account.id}/invitation`));
  const accept = (token: string) => api.ask('POST', '/api/v1/auth/accept-invitation', { body: { token, name: 'Ines I.', password: 'a long enough password' } });
  expect((await accept(invited.token)).status).toBe(410);
  const signedIn = await accept(again.token);
  expect(signedIn.status).toBe(201);
  expect((await accept(again.token)).status).toBe(410);
  const { accessToken: token } = signedIn.body as { accessToken: string };
  expect((await api.ask('POST', '/api/v1/bots', { token, body: { name: 'Hers' } })).status).toBe(201);
  await api.good('PATCH', `/api/v1/accounts/${invited.account.id}`, { access: 'analyst' });
  expect((await api.ask('POST', '/api/v1/bots', { token, body: { name: 'Not hers' } })).status).toBe(403);
  await api.good('PATCH', `/api/v1/accounts/${invited.account.id}`, { suspended: true });
  expect((await api.ask('GET', '/api/v1/bots', { token })).status).toBe(401);
  expect((await api.ask('POST', '/api/v1/auth/sign-in', { body: { email: 'ines@example.org', password: 'a long enough password' } })).status).toBe(401);
});
