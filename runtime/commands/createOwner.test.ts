import { databaseKinds, testDatabase } from '@parley/db/testing';
import { describe, expect, test } from 'vitest';
import { testContext } from '../test/testContext.ts';
import { createOwner, ensureOwner, needsOwner } from './createOwner.ts';

const owner = { name: 'Ada', email: 'ada@example.org', password: 'a long password' };

describe.each(databaseKinds)('the first owner (%s)', (kind) => {
  test('is made by one of the processes that start together; the others find the account', async () => {
    const context = await testContext(await testDatabase(kind));
    expect(await needsOwner(context)).toBe(true);
    await Promise.all([1, 2, 3].map(() => ensureOwner(context, owner)));
    expect(await context.models.Account.count({ where: { access: 'owner' } })).toBe(1);
    await ensureOwner(context, { ...owner, email: 'eve@example.org' });
    expect(await context.models.Account.count()).toBe(1);
    await expect(createOwner(context, { ...owner, email: 'eve@example.org' })).rejects.toThrow('There is an owner already. Sign in instead.');
  });
});
