import { jobs } from '../jobs/index.ts';
import { startJobs } from '../jobs/worker.ts';
import type { Jobs } from '../jobs/worker.ts';
import type { Context } from '../lib/context.ts';
import type { Service } from './service.ts';

/** Runs background work in this process. */
export function createJobs(context: Context): Service {
  let running: Jobs | undefined;
  return {
    start: async () => {
      running = await startJobs(context, { jobs, process: context.processId });
    },
    stop: async () => {
      await running?.stop();
    },
  };
}
