import pg from 'pg';
import type { Duplex } from 'node:stream';

/**
 * What a server's background processes do and a single backend does not: dead rows are vacuumed, statistics refreshed, and the
 * write-ahead log cut by checkpoints, once it has grown by `logBytes` (measured without: it only ever grows, to 1.8 GB after 1.2
 * million rows were written and changed three times).
 */
export async function keepUp(client: pg.ClientBase, logBytes = 64 * 1024 * 1024): Promise<void> {
  const { rows: tables } = await client.query<{ table: string }>(crowded);
  for (const { table } of tables) await client.query(`vacuum (analyze) ${table}`);
  const { rows } = await client.query<{ due: boolean }>(checkpointDue, [logBytes]);
  if (rows[0]?.due) await client.query('checkpoint');
}

/** As autovacuum decides with its default settings, for dead rows and for rows changed since the last analyze. */
const crowded = `
  select format('%I.%I', s.schemaname, s.relname) as table
  from pg_stat_user_tables s join pg_class c on c.oid = s.relid
  where s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0) or s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
  order by s.n_dead_tup`;

/** Replaying 64 MB takes about a second after a crash; less often than every five minutes a little is written out too. */
const checkpointDue = `
  select written > $1 or (written > 1024 * 1024 and checkpoint_time < now() - interval '5 minutes') as due
  from (select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) as written, checkpoint_time from pg_control_checkpoint()) as log`;

const pauseMs = 20_000;

/** Keeps up for as long as the database is open, in the pauses others leave; returns how to stop. */
export function startUpkeep(stream: () => Duplex, onError: (error: Error) => void): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    const client = new pg.Client({ stream, user: 'postgres', database: 'postgres' });
    client.on('error', onError);
    try {
      await client.connect();
      await keepUp(client);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
    } finally {
      await client.end();
    }
  };
  const timer = setInterval(() => {
    running = running.then(round);
  }, pauseMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
