import { asAnyJob } from './defineJob.ts';
import type { AnyJob } from './defineJob.ts';
import { retention } from './retention.ts';
import { sweepMedia } from './sweepMedia.ts';
import { sweepProcesses } from './sweepProcesses.ts';

/** Every kind of background work: a file and a line here. */
export const jobs: readonly AnyJob[] = [
  asAnyJob(retention),
  asAnyJob(sweepMedia),
  asAnyJob(sweepProcesses),
];
