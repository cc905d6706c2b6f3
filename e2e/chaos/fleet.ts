import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { freePort, owner } from '../stack.ts';

/** One process of the fleet. */
export interface Member {
  port: number;
  url: string;
  /** What it runs, as SERVICES names it. */
  services: string;
  child: ChildProcess;
  /** It has said that it runs, and was not stopped since. */
  up: boolean;
  frozen: boolean;
}

/** Several processes of the same program on one database, killed and started again. */
export interface Fleet {
  members: Member[];
  /** SIGKILL, then a new process on the same port. */
  kill(index: number): Promise<void>;
  /** SIGSTOP for `ms`, longer than its lease, then SIGCONT. */
  freeze(index: number, ms: number): Promise<void>;
  /** Resolves when a member answers `/readyz`, or, without web and so without an address, when it says that it runs. */
  ready(index: number): Promise<void>;
  output(): string;
  stop(): Promise<void>;
}

/** Starts a process of `program` (a file and its arguments) for each entry of `services`. */
export async function startFleet({ program, services, env }: { program: string[]; services: readonly string[]; env: Record<string, string> }): Promise<Fleet> {
  let printed = '';
  const launch = (member: Omit<Member, 'child'>): ChildProcess => {
    const { port, services: SERVICES } = member;
    const child = spawn(process.execPath, program, { env: { ...process.env, ...env, SERVICES, PORT: String(port), LOG_LEVEL: 'error', PARLEY_OWNER_EMAIL: owner.email, PARLEY_OWNER_PASSWORD: owner.password }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { printed = (printed + chunk.toString()).slice(-200_000); });
    member.up = false;
    child.stdout?.on('data', (chunk: Buffer) => { member.up ||= /^running$/m.test(chunk.toString()); });
    child.once('exit', () => { member.up = false; });
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
      member.child = launch(member);
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
        // A process that died by itself (the database was away while it started) is what a supervisor starts again.
        if (member.child.exitCode !== null) member.child = launch(member);
        else if (!member.services.includes('web')) {
          if (member.up) return;
        }
        const answer = await fetch(`${member.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
        if (answer?.ok) return;
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
  for (const [index, its] of services.entries()) {
    const port = await freePort();
    const member = { port, url: `http://127.0.0.1:${port}`, services: its, up: false, frozen: false };
    members.push(Object.assign(member, { child: launch(member) }));
    await fleet.ready(index);
  }
  return fleet;
}
