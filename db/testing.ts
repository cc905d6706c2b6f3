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

/** A kind of database, or `apart`: a PostgreSQL whose hot tables are in another one, as LANES_URL puts them. */
export type TestDatabaseKind = Database['kind'] | 'apart';

/** The same and, where there is a PostgreSQL, `apart`: for suites over what asks hot tables and others for one thing. */
export const databaseKindsAndApart: readonly TestDatabaseKind[] = process.env.TEST_DATABASE_URL ? [...databaseKinds, 'apart'] : databaseKinds;

/** A migrated, empty database of the calling test file's own; closed and dropped after its tests. */
export async function testDatabase(kind: TestDatabaseKind = 'embedded'): Promise<Database> {
  const database = kind === 'embedded' ? await openDatabase({ cache: path.join(sourceRoot, '.cache/embedded') }) : await openTestServer(kind);
  afterAll(() => database.close());
  return database;
}

/** A copy of the run's migrated template on the server `TEST_DATABASE_URL` names; apart, one more for the hot tables. */
async function openTestServer(kind: 'postgres' | 'apart'): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('Expected TEST_DATABASE_URL to name a PostgreSQL for this test, got none. Ask databaseKinds first.');
  const template = await prepareTemplate(server);
  const names = (kind === 'apart' ? ['', '_lanes'] : ['']).map((part) => `parley_test_${randomUUID().replaceAll('-', '')}${part}`);
  for (const name of names) await onServer(server, (client) => client.query(`create database ${name} template ${template}`));
  const [url = '', lanesUrl] = names.map((name) => onDatabase(server, name));
  // What is asked for in the wrong one of the two is not there at all.
  if (lanesUrl !== undefined) await leaveOnly(url, lanesUrl);
  const database = await openDatabase({ url, lanesUrl });
  return {
    ...database,
    async close() {
      await database.close();
      for (const name of names) await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Takes the hot tables out of one database and all others out of the second. */
async function leaveOnly(url: string, lanesUrl: string): Promise<void> {
  await onServer(url, (client) => client.query('drop schema lanes cascade'));
  await onServer(lanesUrl, (client) => client.query('drop schema parley cascade'));
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
