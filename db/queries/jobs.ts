import type { JsonObject } from '@parley/shared/lib/json';
import type { Pool } from 'pg';
import { QueryTypes } from 'sequelize';
import type { Transaction } from 'sequelize';
import type { Database } from '../client.ts';

/** A job to be run by whichever process runs jobs. */
export interface NewJob {
  name: string;
  payload: JsonObject;
  /** How often it is tried in all before it is given up. */
  attempts: number;
  /** Not before this time; at once when unset. */
  runAt?: Date | undefined;
  /** A waiting job with the same key is replaced by this one. */
  key?: string | undefined;
  /** The job exists when this has committed, and never if it is rolled back. */
  transaction?: Transaction | undefined;
}

const add = `select graphile_worker.add_job($1, payload := $2::json, max_attempts := $3::int, run_at := $4::timestamptz, job_key := $5)`;

/** Adds a job, inside the transaction if one is given. */
export async function addJob(db: Database, { name, payload, attempts, runAt, key, transaction }: NewJob): Promise<void> {
  const values = [name, JSON.stringify(payload), attempts, runAt?.toISOString() ?? null, key ?? null];
  if (transaction) await db.sequelize.query(add, { bind: values, transaction, type: QueryTypes.SELECT });
  else await db.pool.query(add, values);
}

/** Notes that a pool of graphile-worker belongs to a process; the pools of processes no longer known are forgotten. */
export async function addJobPool(pool: Pool, { name, process }: { name: string; process: string }): Promise<void> {
  await pool.query(
    `with gone as (delete from parley.job_pools j where j.since < clock_timestamp() - interval '1 day'
        and not exists (select from parley.processes p where p.id = j.process))
      insert into parley.job_pools (pool, process) values ($1, $2)`,
    [name, process],
  );
}

/**
 * Gives back the jobs of processes that have been silent for this many seconds by the database's clock, or that nobody knows; returns
 * the pools they were taken from. Their handlers may still be running (a frozen process wakes up), so every handler is idempotent.
 */
export async function unlockDeadJobs(pool: Pool, silentSeconds: number): Promise<string[]> {
  const { rows } = await pool.query<{ pool: string }>(
    `with held as (
        select locked_by as pool, max(locked_at) as last from graphile_worker._private_jobs where locked_by is not null group by 1
        union all select locked_by, max(locked_at) from graphile_worker._private_job_queues where locked_by is not null group by 1)
      select distinct h.pool from held h
      where h.last < clock_timestamp() - make_interval(secs => $1) and not exists (
        select from parley.job_pools j join parley.processes p on p.id = j.process
        where j.pool = h.pool and p.beat_at > clock_timestamp() - make_interval(secs => $1))`,
    [silentSeconds],
  );
  const dead = rows.map((row) => row.pool);
  if (dead.length > 0) await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
  return dead;
}
