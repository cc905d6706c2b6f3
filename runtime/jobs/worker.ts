import { EventEmitter } from 'node:events';
import { addJobPool } from '@parley/db/queries/jobs';
import { Logger, parseCronItems, run } from 'graphile-worker';
import type { LogFunctionFactory, WorkerEvents } from 'graphile-worker';
import type { Context } from '../lib/context.ts';
import type { Log } from '../lib/log.ts';
import type { AnyJob } from './defineJob.ts';

/** A process's part in running jobs. */
export interface Jobs {
  /** Takes no more jobs and waits for those running to end, telling them to hurry; resolves once their ends are written. */
  stop(): Promise<void>;
}

/** How jobs are run in this process. */
export interface JobsOptions {
  jobs: readonly AnyJob[];
  /** This process's id in `parley.processes`, where it must beat: the jobs of a silent process are given to others. */
  process: string;
  /** Jobs at a time (2). */
  concurrency?: number;
}

/** Starts running jobs, scheduled ones included. The database must be migrated. */
export async function startJobs(context: Context, { jobs, process, concurrency = 2 }: JobsOptions): Promise<Jobs> {
  const { db, log } = context;
  const stopping = new AbortController();
  const events: WorkerEvents = new EventEmitter();
  const registered: Promise<void>[] = [];
  events.on('pool:create', ({ workerPool }) => registered.push(addJobPool(db.pool, { name: workerPool.id, process })));
  const runner = await run({
    pgPool: db.pool,
    concurrency,
    noHandleSignals: true,
    events,
    logger: new Logger(logTo(log)),
    // Left off: a local queue, which holds jobs that nobody runs. On: waiting for completions to be written when stopping.
    preset: { worker: { localQueue: { size: -1 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => job.perform(payload, { context, stop: stopping.signal })])),
    parsedCronItems: parseCronItems(jobs.flatMap(({ name, schedule, attempts }) => (schedule === undefined
      ? []
      : [{ task: name, match: schedule, identifier: name, options: { maxAttempts: attempts, jobKey: name, jobKeyMode: 'preserve_run_at' as const } }]))),
  });
  const stop = async () => {
    stopping.abort();
    await runner.stop();
  };
  try {
    await Promise.all(registered);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** What the library tells, in our log. Its chatter about each job is for finding faults only. */
function logTo(log: Log): LogFunctionFactory {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return ({ workerId, taskIdentifier, jobId }) => (level, message) => log[levels[level]]({ workerId, task: taskIdentifier, job: jobId }, message);
}
