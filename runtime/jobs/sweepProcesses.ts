import { unlockDeadJobs } from '@parley/db/queries/jobs';
import * as z from 'zod';
import type { Job } from './defineJob.ts';

/** A process that has not beaten for this long is dead or frozen; the library itself would wait four hours. */
const silentSeconds = 30;

/** Gives back the jobs that dead processes were running. */
export const sweepProcesses: Job<Record<string, never>> = {
  name: 'sweepProcesses',
  payload: z.strictObject({}),
  attempts: 1,
  schedule: '* * * * *',
  async run(_payload, { context: { db, log } }) {
    const pools = await unlockDeadJobs(db.pool, silentSeconds);
    if (pools.length > 0) log.warn({ pools }, 'Gave back the jobs of processes that are dead or frozen');
  },
};
