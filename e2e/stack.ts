import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The root of the checkout: journeys run there. */
export const root = path.resolve(import.meta.dirname, '..');

/** The owner every test server is made with. */
export const owner = { name: 'Ada Owner', email: 'ada@example.org', password: 'correct horse battery' } as const;

/** A running Parley, as its users see it: an address. */
export interface Server {
  url: string;
  port: number;
  dataDir: string;
  /** All it printed so far, for failures. */
  output(): string;
  /** Asks it to drain and stop; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Tells a program made for tests something; resolves when it is in force. */
  tell(message: Record<string, unknown>): Promise<void>;
}

/** What a server is started with; everything has a default that suits a test. */
export interface ServerOptions {
  port?: number;
  dataDir?: string;
  env?: Record<string, string>;
  /** The program to run and its arguments; the built runtime unless a test needs its own entry. */
  program?: string[];
}

/** A TCP port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port'))));
    });
  });
}

/** How long a first start may take on a busy machine; it is no promise of speed (the bench measures that). */
const readyMs = 150_000;

/** Resolves once `url` answers 200; fails at once when the process ends, with what it printed. */
async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + readyMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended before it was ready:\n${output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server was not ready within ${readyMs / 1_000} s:\n${output()}`);
}

/** Starts the built runtime on a port and data directory of its own. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'parley-e2e-'));
  const { DATABASE_URL: _database, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', ...(options.program ?? [path.join(root, 'runtime/dist/main.js')])], {
    cwd: root,
    env: { ...inherited, PORT: String(port), DATA_DIR: dataDir, PARLEY_OWNER_EMAIL: owner.email, PARLEY_OWNER_PASSWORD: owner.password, LOG_LEVEL: 'warn', ...options.env },
    stdio: options.program ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { printed += chunk.toString(); });
  const ended = new Promise<number | null>((resolve) => { child.on('exit', resolve); });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, () => printed);
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    return ended;
  };
  let told = 0;
  const tell = (message: Record<string, unknown>) => new Promise<void>((resolve, reject) => {
    const no = ++told;
    const heard = (answer: unknown) => {
      if (answer !== no) return;
      child.off('message', heard);
      resolve();
    };
    child.on('message', heard);
    child.send({ ...message, no }, (error) => { if (error) reject(error); });
  });
  return { url, port, dataDir, output: () => printed, stop: () => end('SIGTERM'), kill: async () => { await end('SIGKILL'); }, tell };
}

/** Removes a server's data directory. */
export function removeData(server: Server): void {
  rmSync(server.dataDir, { recursive: true, force: true });
}
