import type { Pool } from 'pg';

/** A process that has beaten within the last seconds. */
export interface LiveProcess {
  id: string;
  services: string[];
  started_at: Date;
  beat_at: Date;
}

/** A process silent for this long is taken for dead, by the database's clock. */
const silentSeconds = 5;

/** Writes this process's row and gives how many are alive with it. Rows silent for a day are removed. */
export async function beat(pool: Pool, { id, services, startedAt }: { id: string; services: readonly string[]; startedAt: Date }): Promise<number> {
  const { rows } = await pool.query<{ alive: number }>({
    name: 'process_beat',
    text: `with beating as (insert into parley.processes (id, services, started_at, beat_at) values ($1, $2, $3, clock_timestamp())
          on conflict (id) do update set beat_at = excluded.beat_at),
        gone as (delete from parley.processes where beat_at < clock_timestamp() - interval '1 day')
      select 1 + count(*) as alive from parley.processes where id <> $1 and beat_at > clock_timestamp() - interval '${silentSeconds} seconds'`,
    values: [id, services, startedAt],
  });
  return rows[0]?.alive ?? 1;
}

/** Takes this process's row away: it stops on purpose. */
export async function sayGoodbye(pool: Pool, id: string): Promise<void> {
  await pool.query('delete from parley.processes where id = $1', [id]);
}

/** The processes alive now, oldest first. */
export async function liveProcesses(pool: Pool): Promise<LiveProcess[]> {
  const { rows } = await pool.query<LiveProcess>(
    `select id, services, started_at, beat_at from parley.processes where beat_at > clock_timestamp() - interval '${silentSeconds} seconds' order by started_at`,
  );
  return rows;
}
