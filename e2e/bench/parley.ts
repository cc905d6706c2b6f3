import pg from 'pg';
import { signIn } from '../api.ts';
import { freePort, owner, root } from '../stack.ts';
import { menuFlow } from './menuFlow.ts';
import { startProgram } from './process.ts';
import type { Started } from './process.ts';
import type { TurnSql } from './pgbench.ts';

/** A running Parley with the menu bot live on a rest channel. */
export interface BenchServer extends Started {
  url: string;
  /** Where messages are posted. */
  address: string;
  sql: TurnSql;
}

/** Starts the shipped build with default settings (`nodeArgs` are Node's own) and publishes the menu bot. */
export async function startParley(env: Record<string, string>, nodeArgs: readonly string[] = []): Promise<BenchServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = await startProgram([...nodeArgs, `${root}/runtime/dist/main.js`], { PORT: String(port), PARLEY_OWNER_EMAIL: owner.email, PARLEY_OWNER_PASSWORD: owner.password, ...env }, async () => (await fetch(`${url}/readyz`)).ok);
  const api = await signIn(url);
  const bot = await api.post<{ id: string; flowId: string }>('/api/v1/bots', { name: 'Harbour Pool' });
  const draft = await api.get<{ revision: number }>(`/api/v1/flows/${bot.flowId}/draft`);
  await api.put(`/api/v1/flows/${bot.flowId}/draft`, { revision: draft.revision, flow: menuFlow() });
  const { release } = await api.post<{ release: { id: string } }>(`/api/v1/flows/${bot.flowId}/publish`, { acceptWarnings: true });
  const channel = await api.post<{ id: string; token: string }>(`/api/v1/bots/${bot.id}/channels`, { type: 'rest' });
  return { ...started, url, address: `${url}/channels/rest/${channel.token}/messages`, sql: { bot: bot.id, channel: channel.id, release: release.id } };
}

/** A database of its own on a server; returns its url. */
export async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return serverUrl.replace(/\/[^/]*$/, `/${name}`);
}

/** How many rows the tables of a schema hold, all together. */
export async function countRows(url: string, schema: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ relname: string }>(`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and relkind = 'r'`, [schema]);
  let total = 0;
  for (const { relname } of rows) {
    const { rows: [counted] } = await client.query<{ count: string }>(`select count(*) as count from "${schema}"."${relname}"`);
    total += Number(counted?.count ?? 0);
  }
  await client.end();
  return total;
}
