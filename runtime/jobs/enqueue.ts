import type { Database } from '@parley/db/client';
import { addJob } from '@parley/db/queries/jobs';
import type { NewJob } from '@parley/db/queries/jobs';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Job } from './defineJob.ts';

/** A job's payload and when it runs; with `transaction` it exists if and only if that commits. */
export type Order<Payload> = { payload: Payload } & Pick<NewJob, 'transaction' | 'runAt' | 'key'>;

/** Asks for a job to be run by whichever process runs jobs. */
export function enqueue<Payload extends JsonObject>(db: Database, job: Job<Payload>, order: Order<Payload>): Promise<void> {
  return addJob(db, { ...order, name: job.name, attempts: job.attempts });
}
