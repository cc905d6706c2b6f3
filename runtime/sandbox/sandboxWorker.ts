import { Worker } from 'node:worker_threads';
import { graceMs, workerLimits } from './limits.ts';
import type { WorkerReply, WorkerRun } from './messages.ts';
import { sandboxWorkerFile } from './workerFile.ts';

/** How a run on a worker ended; `spent` = the worker is gone and another must take its place. */
export type Ended = { kind: 'done'; reply: Extract<WorkerReply, { kind: 'done' }>; spent: boolean } | { kind: 'stopped'; why: 'time' | 'broken'; spent: true };

/** One isolated thread that performs one run at a time. */
export interface SandboxWorker {
  /** False once the thread has ended by itself. */
  alive(): boolean;
  run(run: WorkerRun): Promise<Ended>;
  stop(): Promise<void>;
}

/** Starts a thread and waits until it is ready; rejects when it cannot start. */
export async function startWorker(): Promise<SandboxWorker> {
  const file = await sandboxWorkerFile();
  const worker = new Worker(file, { name: 'sandbox', env: {}, argv: [], execArgv: [], stdin: false, stdout: true, stderr: true, resourceLimits: workerLimits });
  worker.unref();
  let waiting: ((reply: WorkerReply | 'gone') => void) | undefined;
  let ended = false;
  const hand = (reply: WorkerReply | 'gone'): void => {
    const take = waiting;
    waiting = undefined;
    take?.(reply);
  };
  worker.on('message', hand);
  // An error or an exit is told to whoever waits; without one it is told by the next run's silence.
  worker.on('error', () => hand('gone'));
  worker.on('exit', () => {
    ended = true;
    hand('gone');
  });
  const next = (): Promise<WorkerReply | 'gone'> => new Promise((resolve) => {
    waiting = resolve;
  });
  const stop = async (): Promise<void> => {
    await worker.terminate();
  };
  if ((await next()) === 'gone') throw new Error('The sandbox thread ended before it was ready. Is the file of its program whole?');

  return {
    stop,
    alive: () => !ended,
    async run(run) {
      const replied = next();
      worker.postMessage(run);
      let watchdog: NodeJS.Timeout | undefined;
      const timeUp = new Promise<'late'>((resolve) => {
        watchdog = setTimeout(() => resolve('late'), run.timeoutMs + graceMs);
      });
      const reply = await Promise.race([replied, timeUp]);
      clearTimeout(watchdog);
      if (reply !== 'late' && reply !== 'gone' && reply.kind === 'done' && !reply.spent) return { kind: 'done', reply, spent: false };
      waiting = undefined;
      // Not awaited: ending a thread takes a while, and its place is taken by the spare one at once.
      void stop();
      if (reply === 'late') return { kind: 'stopped', why: 'time', spent: true };
      if (reply === 'gone' || reply.kind !== 'done') return { kind: 'stopped', why: 'broken', spent: true };
      return { kind: 'done', reply, spent: true };
    },
  };
}
