import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What a process used so far. */
export interface Usage {
  /** User and system time, milliseconds. */
  cpuMs: number;
  rssMb: number;
}

/** Reads a running process's CPU time and memory: from /proc where there is one, else from ps (second resolution). */
export function usageOf(pid: number): Usage {
  if (existsSync(`/proc/${pid}/stat`)) {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    // utime and stime are fields 14 and 15 of proc(5), in ticks of 10 ms on Linux.
    const cpuMs = (Number(fields[11]) + Number(fields[12])) * 10;
    const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    return { cpuMs, rssMb: Number(rss) / 1_024 };
  }
  const [rss = '0', time = '0:0'] = execFileSync('ps', ['-o', 'rss=,time=', '-p', String(pid)], { encoding: 'utf8' }).trim().split(/\s+/);
  const seconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return { cpuMs: seconds * 1_000, rssMb: Number(rss) / 1_024 };
}

/** A program under measurement. */
export interface Started {
  pid: number;
  /** From its start to `ready`, milliseconds. */
  startMs: number;
  stop(): Promise<void>;
}

/** With `--profile`, every measured program leaves a CPU profile (for the browser's developer tools) where it can be looked at. */
const profiling = process.argv.includes('--profile') ? ['--cpu-prof', '--cpu-prof-interval=250', '--cpu-prof-dir=.cache/bench/profiles'] : [];

/** Starts a node program and waits until `isReady` says so; throws with its output when it ends before. */
export async function startProgram(args: string[], env: Record<string, string>, isReady: () => Promise<boolean>): Promise<Started> {
  const started = performance.now();
  const child: ChildProcess = spawn(process.execPath, [...profiling, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  child.stderr?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const ended = new Promise<void>((resolve) => { child.on('exit', () => resolve()); });
  while (!(await isReady().catch(() => false))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended before it was ready:\n${output}`);
    if (performance.now() - started > 60_000) throw new Error(`${args.join(' ')} was not ready within 60 s:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    pid: child.pid ?? 0,
    startMs: performance.now() - started,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
