import pg from 'pg';
import { describe, test } from 'vitest';
import { databaseKinds, testDatabase } from '../testing.ts';
import { librariesScenarios } from './test/libraries.scenarios.ts';
import { noticesScenarios } from './test/notices.scenarios.ts';
import { sqlScenarios } from './test/sql.scenarios.ts';
import { wireScenarios } from './test/wire.scenarios.ts';

const scenarios = [...sqlScenarios, ...noticesScenarios, ...wireScenarios, ...librariesScenarios];

describe.each(databaseKinds)('the client on %s', async (kind) => {
  const db = await testDatabase(kind);

  test.each(scenarios.filter(({ only = kind }) => only === kind))('$name', async ({ run: play }) => {
    const opened: pg.Client[] = [];
    const connect = async () => {
      const client = new pg.Client(db.pool.options);
      opened.push(client);
      await client.connect();
      return client;
    };
    try {
      await play(db, connect);
    } finally {
      await Promise.all(opened.map((client) => client.end()));
    }
  });
});

if (!databaseKinds.includes('postgres')) test.skip('the client on postgres: none was found on this machine', () => undefined);
