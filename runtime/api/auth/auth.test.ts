import { testDatabase } from '@parley/db/testing';
import { describe, expect, test } from 'vitest';
import { testApi } from '../../test/testApi.ts';
import { testClock } from '../../test/testContext.ts';
import type { Answer } from '../../test/testApi.ts';

const clock = testClock();
const api = await testApi(await testDatabase(), { people: false, context: { clock } });
const owner = { name: 'Ada Owner', email: 'Ada@Example.org', password: 'correct horse battery' };

const cookieOf = (answer: Answer): string => answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '').join('; ');
const tokenOf = (answer: Answer): string => {
  if (typeof answer.body === 'object' && answer.body !== null && 'accessToken' in answer.body && typeof answer.body.accessToken === 'string') return answer.body.accessToken;
  throw new Error(`No access token in ${JSON.stringify(answer.body)}`);
};

/** A way to set up that is not from this machine's own user. */
const foreign: [string, Record<string, string>][] = [
  ['behind a proxy', { 'x-forwarded-for': '203.0.113.9' }],
  ['behind a proxy of the other kind', { forwarded: 'for=203.0.113.9' }],
];

describe('set-up', () => {
  test('is needed while there is no owner, without a code from this machine', async () => {
    expect((await api.ask('GET', '/api/v1/setup')).body).toEqual({ needed: true, codeNeeded: false });
  });

  test.each(foreign)('asks for the code %s', async (_how, headers) => {
    expect((await api.ask('GET', '/api/v1/setup', { headers })).body).toEqual({ needed: true, codeNeeded: true });
    expect((await api.ask('POST', '/api/v1/setup', { body: owner, headers })).status).toBe(403);
    expect((await api.ask('POST', '/api/v1/setup', { body: { ...owner, code: 'AAAA-AAAA' }, headers })).status).toBe(403);
  });

  test.each([['name', ''], ['email', 'nobody'], ['password', 'short']])('refuses a wrong %s with its path', async (field, value) => {
    const answer = await api.ask('POST', '/api/v1/setup', { body: { ...owner, [field]: value } });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 'malformed', fields: [{ path: field }] } });
  });

  test('makes one owner although two ask at once, and signs in', async () => {
    const code = api.web.app.setup.code.toLowerCase().replace('-', ' ');
    const answers = await Promise.all([
      api.ask('POST', '/api/v1/setup', { body: { ...owner, code }, headers: { 'x-forwarded-for': '203.0.113.9' } }),
      api.ask('POST', '/api/v1/setup', { body: { ...owner, email: 'eve@example.org' } }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const made = answers.find(({ status }) => status === 201);
    expect(made && (await api.ask('GET', '/api/v1/me', { token: tokenOf(made) })).status).toBe(200);
    expect((await api.ask('GET', '/api/v1/setup')).body).toEqual({ needed: false, codeNeeded: false });
    await api.context.models.Account.update({ email: 'ada@example.org' }, { where: {} });
  });
});

describe('signing in', () => {
  const signIn = (over: object = {}) => api.ask('POST', '/api/v1/auth/sign-in', { body: { email: owner.email, password: owner.password, ...over } });
  const refresh = (cookie: string, headers: Record<string, string> = {}) => api.ask('POST', '/api/v1/auth/refresh', { headers: { cookie, ...headers } });

  test('takes the address in any case and sets a cookie scripts cannot read', async () => {
    const answer = await signIn();
    expect(answer.status).toBe(200);
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/api\/v1\/auth/);
  });

  test.each([['a wrong password', { password: 'wrong' }], ['an unknown address', { email: 'who@example.org' }]])('refuses %s alike', async (_what, over) => {
    const answer = await signIn(over);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: { code: 'signedOut', message: 'This address and password do not belong together.' } });
  });

  test('a refresh token is used once, again within 30 s, and after that ends its sign-in', async () => {
    const first = cookieOf(await signIn());
    const next = await refresh(first);
    expect(next.status).toBe(200);
    clock.pass(29_000);
    const again = await refresh(first);
    expect(again.status).toBe(200);
    expect((await api.ask('GET', '/api/v1/me', { token: tokenOf(again) })).status).toBe(200);
    clock.pass(2_000);
    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(cookieOf(next))).status).toBe(401);
    expect((await api.ask('GET', '/api/v1/me', { token: tokenOf(again) })).status).toBe(401);
  });

  test('an access token is over after ten minutes, a refresh token after thirty days', async () => {
    const answer = await signIn();
    clock.pass(599_000);
    expect((await api.ask('GET', '/api/v1/me', { token: tokenOf(answer) })).status).toBe(200);
    clock.pass(2_000);
    expect((await api.ask('GET', '/api/v1/me', { token: tokenOf(answer) })).status).toBe(401);
    clock.pass(30 * 86_400_000);
    expect((await refresh(cookieOf(answer))).status).toBe(401);
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['no page but a foreign context', { 'sec-fetch-site': 'cross-site' }, 403],
    ['its own page', { origin: api.url }, 200],
  ])('a refresh from %s is answered %s', async (_from, headers, status) => {
    expect((await refresh(cookieOf(await signIn()), headers)).status).toBe(status);
  });

  test('signing out ends the access token too', async () => {
    const answer = await signIn();
    expect((await api.ask('POST', '/api/v1/auth/sign-out', { headers: { cookie: cookieOf(answer) } })).status).toBe(200);
    expect((await api.ask('GET', '/api/v1/me', { token: tokenOf(answer) })).status).toBe(401);
    expect((await refresh(cookieOf(answer))).status).toBe(401);
  });

  test.each([['no token', ''], ['rubbish', 'abc.def.ghi'], ['another algorithm', `${btoa('{"alg":"none"}')}.${btoa('{"sub":"x"}')}.`]])('%s is refused', async (_what, token) => {
    expect((await api.ask('GET', '/api/v1/me', token ? { token } : {})).status).toBe(401);
  });

  test('a new password needs the old one and ends the other sign-ins', async () => {
    const here = tokenOf(await signIn());
    const there = tokenOf(await signIn());
    const change = (currentPassword: string) => api.ask('PATCH', '/api/v1/me', { token: here, body: { password: 'another long password', currentPassword } });
    expect((await change('wrong')).status).toBe(422);
    expect((await change(owner.password)).status).toBe(200);
    expect((await api.ask('GET', '/api/v1/me', { token: there })).status).toBe(401);
    expect((await api.ask('GET', '/api/v1/me', { token: here })).status).toBe(200);
    expect((await signIn()).status).toBe(401);
    expect((await signIn({ password: 'another long password' })).status).toBe(200);
  });
});
