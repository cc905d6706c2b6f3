import type { JsonObject } from '@parley/shared/lib/json';
import * as z from 'zod';
import type { Context } from '../lib/context.ts';

/** What a job is given beside its payload. */
export interface JobRun {
  context: Context;
  /** Aborted when the process stops: return soon, the job will be run again. */
  stop: AbortSignal;
}

/** A kind of background work. It may run twice, even at the same time: it must be idempotent. */
export interface Job<Payload extends JsonObject> {
  /** Unique, its file's name; stored with every waiting job. */
  name: string;
  payload: z.ZodType<Payload>;
  /** How often it is tried in all, with pauses that grow. */
  attempts: number;
  /** When it runs by itself with an empty payload: a cron pattern, in UTC. */
  schedule?: string;
  run(payload: Payload, given: JobRun): Promise<void>;
}

/** A job as the worker sees it: the payload is checked when it is run. */
export interface AnyJob {
  name: string;
  attempts: number;
  schedule: string | undefined;
  perform(payload: unknown, given: JobRun): Promise<void>;
}

const payloadSchema = z.record(z.string(), z.unknown());

/** Makes a job fit the list of all jobs. What the timer adds to the payload of a scheduled job (`_cron`) is not the job's. */
export function asAnyJob<Payload extends JsonObject>({ name, attempts, schedule, payload: schema, run }: Job<Payload>): AnyJob {
  return { name, attempts, schedule, perform: async (payload, given) => {
    const { _cron: _timer, ...own } = payloadSchema.parse(payload ?? {});
    await run(schema.parse(own), given);
  } };
}
