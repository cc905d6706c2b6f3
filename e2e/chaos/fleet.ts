import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { freePort, owner } from '../stack.ts';

/** One process of the fleet. */
export interface Member {
  port: number;
  url: string;
  child: ChildProcess;
  frozen: boolean;
}

/** Several processes of the same program on one database, killed and started again. */
export interface Fleet {
  members: Member[];
  /** SIGKILL, then a new process on the same port. */
  kill(index: number): Promise<void>;
  /** SIGSTOP for `ms`, longer than its lease, then SIGCONT. */
  freeze(index: number, ms: number): Promise<void>;
  /** Resolves when a member answers `/readyz`. */
  ready(index: number): Promise<void>;
  output(): string;
  stop(): Promise<void>;
}

/** Starts `count` processes of `program` (a file and its arguments), all services in each. */
export async function startFleet({ program, count, env }: { program: string[]; count: number; env: Record<string, string> }): Promise<Fleet> {
  let printed = '';
  const launch = (port: number): ChildProcess => {
    const child = spawn(process.execPath, program, { env: { ...process.env, ...env, PORT: String(port), LOG_LEVEL: 'error', PARLEY_OWNER_EMAIL: owner.email, PARLEY_OWNER_PASSWORD: owner.password }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { printed = (printed + chunk.toString()).slice(-200_000); });
    return child;
  };
  const ended = (child: ChildProcess) => (child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise<void>((resolve) => { child.once('exit', () => resolve()); }));
  const members: Member[] = [];

  const fleet: Fleet = {
    members,
    async kill(index) {
      const member = members[index];
      if (!member) return;
      member.child.kill('SIGKILL');
      await ended(member.child);
      member.child = launch(member.port);
    },
    async freeze(index, ms) {
      const member = members[index];
      if (!member) return;
      member.frozen = true;
      member.child.kill('SIGSTOP');
      await new Promise((resolve) => { setTimeout(resolve, ms); });
      member.child.kill('SIGCONT');
      member.frozen = false;
    },
    async ready(index) {
      const member = members[index];
      const deadline = Date.now() + 60_000;
      while (member && Date.now() < deadline) {
        const answer = await fetch(`${member.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
        if (answer?.ok) return;
        // A process that died by itself (the database was away while it started) is what a supervisor starts again.
        if (member.child.exitCode !== null) member.child = launch(member.port);
        await new Promise((resolve) => { setTimeout(resolve, 100); });
      }
      throw new Error(`Process ${index} was not ready within 60 s:\n${printed.slice(-3_000)}`);
    },
    output: () => printed,
    async stop() {
      await Promise.all(members.map(async ({ child }) => {
        child.kill('SIGCONT');
        child.kill('SIGTERM');
        const patience = setTimeout(() => child.kill('SIGKILL'), 15_000);
        await ended(child);
        clearTimeout(patience);
      }));
    },
  };
  for (let index = 0; index < count; index += 1) {
    const port = await freePort();
    members.push({ port, url: `http://127.0.0.1:${port}`, child: launch(port), frozen: false });
    await fleet.ready(index);
  }
  return fleet;
}
