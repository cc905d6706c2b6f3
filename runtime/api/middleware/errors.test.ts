import { testDatabase } from '@parley/db/testing';
import { expect, test } from 'vitest';
import { testApi } from '../../test/testApi.ts';

const api = await testApi(await testDatabase());

test.each([['half a character', '\ud800'], ['the character 0', 'A\0B']])('a name with %s is refused as what cannot be kept, and not as a failure of the server', async (_, name) => {
  const answer = await api.ask('POST', '/api/v1/bots', { as: 'owner', body: { name } });
  expect([answer.status, answer.body]).toMatchObject([400, { error: { code: 'malformed', message: 'A text holds the character 0 or half a character, which cannot be kept.' } }]);
});
