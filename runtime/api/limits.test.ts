import { testDatabase } from '@parley/db/testing';
import { expect, test } from 'vitest';
import { testApi } from '../test/testApi.ts';

const api = await testApi(await testDatabase(), { people: false, limits: { signIn: 3, refresh: 2, api: 5 } });

test.each([
  ['signing in', 3, () => api.ask('POST', '/api/v1/auth/sign-in', { body: { email: 'who@example.org', password: 'wrong' } })],
  ['refreshing', 2, () => api.ask('POST', '/api/v1/auth/refresh')],
  ['everything else', 5, () => api.ask('GET', '/api/v1/bots')],
])('%s is possible %i times a minute from one address, then refused with 429 and when to come back', async (_what, times, ask) => {
  for (let time = 0; time < times; time += 1) expect((await ask()).status).toBe(401);
  const answer = await ask();
  expect(answer.status).toBe(429);
  expect(answer.body).toMatchObject({ error: { code: 'tooMany' } });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('an address given by a proxy nobody trusts does not make another visitor', async () => {
  expect((await api.ask('GET', '/api/v1/bots', { headers: { 'x-forwarded-for': '203.0.113.77' } })).status).toBe(429);
});

test('who signs in rightly spends nothing of what guesses may', async () => {
  const office = await testApi(await testDatabase(), { people: false, limits: { signIn: 3, refresh: 2, api: 1_000 } });
  const account = { email: 'ada@example.org', password: 'correct horse battery' };
  expect((await office.ask('POST', '/api/v1/setup', { body: { name: 'Ada', ...account } })).status).toBeLessThan(300);
  const signIn = (password: string) => office.ask('POST', '/api/v1/auth/sign-in', { body: { ...account, password } });
  for (let time = 0; time < 6; time += 1) expect((await signIn(account.password)).status).toBe(200);
  for (let time = 0; time < 3; time += 1) expect((await signIn('a wrong guess')).status).toBe(401);
  expect((await signIn(account.password)).status).toBe(429);
});
