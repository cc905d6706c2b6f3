import type { Pool, PoolClient } from 'pg';

/**
 * Runs `work` while no other process of this server's database is at work under the same key; waits for its turn. The lock is held by the
 * client that `work` is given, and ends with it. For work in one process the embedded database needs none.
 */
export async function oneAtATime<Result>(pool: Pool, key: number, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [key]);
    try {
      return await work(client);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [key]);
    }
  } finally {
    client.release();
  }
}
