import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import * as z from 'zod';

/** A directory that this process alone may open. */
export interface DirectoryLock {
  release(): void;
}

const holderSchema = z.object({ pid: z.number(), host: z.string(), since: z.string(), born: z.string().optional() });
type Holder = z.infer<typeof holderSchema>;

/** Directories this very process holds: its own pid in a lock file says nothing, a container's main process is always number 1. */
const held = new Set<string>();

const beatMs = 5_000;
/** A holder on another host cannot be asked whether it lives; one that has not touched its lock for this long does not. */
const silentMs = 30_000;

/** Takes the directory, making it if needed; takes it over from a process that is dead. Throws a sentence saying who holds it. */
export function lockDirectory(directory: string): DirectoryLock {
  mkdirSync(directory, { recursive: true });
  const resolved = path.resolve(directory);
  const file = path.join(resolved, 'parley.lock');
  if (held.has(resolved)) throw new Error(`The data directory ${resolved} is already open in this process.`);
  const born = bornAt(process.pid);
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString(), ...(born === undefined ? {} : { born }) };
  for (;;) {
    if (create(file, holder)) break;
    const other = read(file);
    if (other && isAlive(other, file)) {
      throw new Error(`The data directory ${resolved} is held by process ${other.pid} on ${other.host} since ${other.since}. The embedded database serves one process: stop that one, choose another DATA_DIR, or set DATABASE_URL.`);
    }
    setAside(file);
  }
  held.add(resolved);
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), beatMs);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      held.delete(resolved);
      rmSync(file, { force: true });
    },
  };
}

/** False when the file is there already. */
function create(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Who holds the lock; undefined when the file is gone or was never finished. */
function read(file: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** A rename succeeds for one of several who try to take the same dead lock. */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  rmSync(aside, { force: true });
}

function isAlive(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < silentMs;
  if (holder.pid === process.pid) return false;
  if (holder.born !== undefined) return bornAt(holder.pid) === holder.born;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** When a process was born, in the kernel's ticks: tells a process from a later one with the same number. Undefined where there is no /proc. */
function bornAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name and may hold anything, brackets included; what follows it is numbers.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
