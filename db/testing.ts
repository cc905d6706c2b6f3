import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
import { openDatabase } from './client.ts';
import type { Database } from './client.ts';
import { sourceRoot } from './embedded/bundle.ts';
import { imageName } from './embedded/image.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';

/** The kinds of database this run can test on; `describe.each(databaseKinds)` runs a suite on each. */
export const databaseKinds: readonly Database['kind'][] = process.env.TEST_DATABASE_URL ? ['embedded', 'postgres'] : ['embedded'];

/** A migrated, empty database of the calling test file's own; closed and dropped after its tests. */
export async function testDatabase(kind: Database['kind'] = 'embedded'): Promise<Database> {
  const database = kind === 'embedded' ? await openDatabase({ cache: path.join(sourceRoot, '.cache/embedded') }) : await openTestServer();
  afterAll(() => database.close());
  return database;
}

/** A copy of the run's migrated template on the server `TEST_DATABASE_URL` names. */
async function openTestServer(): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('Expected TEST_DATABASE_URL to name a PostgreSQL for this test, got none. Ask databaseKinds first.');
  const template = await prepareTemplate(server);
  const name = `parley_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`));
  const database = await openDatabase({ url: onDatabase(server, name) });
  return {
    ...database,
    async close() {
      await database.close();
      await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** The database holding all migrations and nothing else, made by whoever comes first. */
async function prepareTemplate(server: string): Promise<string> {
  const template = `parley_template_${path.basename(imageName(migrations), '.tar.gz')}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(7077351909)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const making = `${template}_new`;
    await client.query(`drop database if exists ${making} with (force)`);
    await client.query(`create database ${making}`);
    const database = await openDatabase({ url: onDatabase(server, making) });
    try {
      await migrate(database);
    } finally {
      await database.close();
    }
    await client.query(`alter database ${making} rename to ${template}`);
  });
  return template;
}

async function onServer(url: string, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

function onDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
