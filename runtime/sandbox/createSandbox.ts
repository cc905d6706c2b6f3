import { availableParallelism } from 'node:os';
import * as z from 'zod';
import { runLimits } from './limits.ts';
import type { WorkerRun } from './messages.ts';
import type { OwnLibrary, Sandbox, SandboxResult, SandboxRun } from './sandbox.ts';
import { startWorker } from './sandboxWorker.ts';
import type { Ended, SandboxWorker } from './sandboxWorker.ts';

/** How many runs at a time, and how many may wait. */
export interface SandboxSize {
  /** Runs at a time; one more thread is kept warm to take a lost one's place. */
  workers?: number;
  waiting?: number;
  waitingPerBot?: number;
  /** After so long without a run one thread is kept, the others give their memory back (30 MB each). */
  idleMs?: number;
}

/** A pool that tells how many threads it holds. */
export interface SandboxPool extends Sandbox {
  threads(): number;
}

interface Job {
  run: WorkerRun;
  bot: string;
  measured: boolean;
  resolve(result: SandboxResult): void;
}

const broke = 'The code broke the sandbox it ran in. Look for very deep nesting or very large values.';
const closed = 'The server is stopping; the code was not run.';
const linesSchema = z.array(z.string());

/**
 * A pool of sandbox threads, started when there is something to run: each thread has a heap of its own. Bots take turns, and none holds more than its share of the threads, so
 * that a bot with slow code delays itself. A thread that was harmed is never used again; the spare one takes its place at once.
 */
export function createSandbox({ workers = Math.min(4, Math.max(2, availableParallelism())), waiting = 500, waitingPerBot = 100, idleMs = 60_000 }: SandboxSize = {}): SandboxPool {
  const share = Math.max(1, workers - 1);
  const idle: SandboxWorker[] = [];
  const all = new Set<SandboxWorker>();
  const queues = new Map<string, Job[]>();
  const running = new Map<string, number>();
  let [starting, active, isClosed] = [0, 0, false];
  let resting: NodeJS.Timeout | undefined;

  function rest(): void {
    if (active > 0 || starting > 0 || queues.size > 0) return;
    for (const worker of idle.splice(1)) {
      all.delete(worker);
      void worker.stop();
    }
  }

  function restLater(): void {
    resting = resting?.refresh() ?? setTimeout(rest, idleMs).unref();
  }

  /** As many threads as there are runs, up to the most at a time, and the spare one. */
  function fill(): void {
    const wanted = Math.min(workers, active + waitingRuns()) + 1;
    while (!isClosed && all.size + starting < wanted) {
      starting += 1;
      startWorker().then(async (worker) => {
        starting -= 1;
        if (isClosed) return worker.stop();
        all.add(worker);
        idle.push(worker);
        dispatch();
        // One that came after the last run has to go as well.
        restLater();
      }, (error: unknown) => {
        starting -= 1;
        // The next run tries again; those waiting are told rather than kept.
        if (all.size === 0) giveUp(`The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
  }

  function waitingRuns(): number {
    return [...queues.values()].reduce((sum, jobs) => sum + jobs.length, 0);
  }

  function giveUp(error: string): void {
    const jobs = [...queues.values()].flat();
    queues.clear();
    jobs.forEach((job) => job.resolve({ ok: false, error }));
  }

  /** The next job of the next bot that is below its share; that bot then goes to the end of the line. */
  function nextJob(): Job | undefined {
    for (const [bot, queue] of queues) {
      if ((running.get(bot) ?? 0) >= share && queues.size > 1) continue;
      const job = queue.shift();
      queues.delete(bot);
      if (queue.length > 0) queues.set(bot, queue);
      if (job) return job;
    }
    return undefined;
  }

  function nextWorker(): SandboxWorker | undefined {
    for (let worker = idle.pop(); worker; worker = idle.pop()) {
      if (worker.alive()) return worker;
      all.delete(worker);
    }
    fill();
    return undefined;
  }

  function dispatch(): void {
    while (active < workers && queues.size > 0) {
      const worker = nextWorker();
      const job = worker && nextJob();
      if (worker && !job) idle.push(worker);
      if (!worker || !job) return;
      void perform(worker, job);
    }
  }

  async function perform(worker: SandboxWorker, job: Job): Promise<void> {
    active += 1;
    running.set(job.bot, (running.get(job.bot) ?? 0) + 1);
    const ended = await worker.run(job.run);
    active -= 1;
    const left = (running.get(job.bot) ?? 1) - 1;
    if (left > 0) running.set(job.bot, left);
    else running.delete(job.bot);
    if (ended.spent) all.delete(worker);
    else idle.push(worker);
    job.resolve(resultOf(ended, job));
    restLater();
    fill();
    dispatch();
  }

  return {
    run(request, own) {
      const refused = isClosed ? closed : refusal(request, own);
      if (refused) return Promise.resolve({ ok: false, error: refused });
      const queue = queues.get(request.bot) ?? [];
      if (queue.length >= waitingPerBot || waitingRuns() >= waiting) return Promise.resolve({ ok: false, error: 'Too many runs of code are waiting. Try again in a moment.' });
      return new Promise((resolve) => {
        queue.push({ run: workerRun(request, own), bot: request.bot, measured: request.measured === true, resolve });
        queues.set(request.bot, queue);
        fill();
        dispatch();
      });
    },
    threads: () => all.size,
    async close() {
      isClosed = true;
      clearTimeout(resting);
      giveUp(closed);
      const threads = [...all];
      all.clear();
      await Promise.all(threads.map((worker) => worker.stop()));
    },
  };
}

function refusal({ code, input }: SandboxRun, { codeBytes, inputBytes }: Pick<OwnLibrary, 'codeBytes' | 'inputBytes'> = runLimits): string | undefined {
  if (Buffer.byteLength(code) > codeBytes) return `The code is longer than ${codeBytes / 1024} KB.`;
  if (Buffer.byteLength(JSON.stringify(input)) > inputBytes) return `The input is larger than ${inputBytes / 1024} KB.`;
  return undefined;
}

function workerRun({ code, input, now, seed, timeoutMs }: SandboxRun, own?: OwnLibrary): WorkerRun {
  const { library, memoryBytes, outputBytes } = own ?? { ...runLimits, library: undefined };
  return { code, library, input: JSON.stringify(input), now: Date.parse(now), seed, timeoutMs, memoryBytes, outputBytes };
}

function resultOf(ended: Ended, { run: { timeoutMs }, measured }: Pick<Job, 'run' | 'measured'>): SandboxResult {
  if (ended.kind === 'stopped') return { ok: false, error: ended.why === 'time' ? `The code ran longer than ${timeoutMs.toLocaleString('en')} ms.` : broke };
  const { text, error, log, ms } = ended.reply;
  const lines = linesSchema.catch([]).parse(JSON.parse(log));
  const written = { ...(lines.length > 0 && { log: lines }), ...(measured && { ms }) };
  if (text === undefined) return { ok: false, error, ...written };
  return { ok: true, value: JSON.parse(text, text.includes('__proto__') ? withoutPrototype : undefined), ...written };
}

/** A result is data: a field of this name would set the prototype of whatever it is merged into. */
function withoutPrototype(this: unknown, key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}
