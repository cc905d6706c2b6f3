import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL server of our own, gone without a trace after `stop`. */
export interface RealPostgres {
  /** Of its maintenance database, on 127.0.0.1, as a superuser without a password. */
  url: string;
  /** Ends it as `immediate` does (a crash) and starts it again on the same port and data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** How a server is started: `durable` writes to disk before it says so, as in production; `settings` are added to ours. */
export interface RealPostgresOptions {
  durable?: boolean;
  settings?: Record<string, string | number>;
}

const prefix = 'parley-postgres-';

/** The folder holding `initdb` and `postgres`, or undefined: `POSTGRES_BIN`, then Debian's (newest first), then Homebrew's and others. */
export function findPostgres(given = process.env.POSTGRES_BIN): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(given ? [given] : []),
    ...versions.map((version) => `${debian}/${version}/bin`),
    '/opt/homebrew/opt/postgresql/bin', '/opt/homebrew/bin', '/usr/local/opt/postgresql/bin', '/usr/local/bin', '/usr/bin', '/usr/local/pgsql/bin',
  ];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres')));
}

/** Starts a throwaway server in a temporary directory from the programs in `bin`; without `durable` it never calls fsync. */
export async function startRealPostgres(bin: string, { durable = false, settings: more = {} }: RealPostgresOptions = {}): Promise<RealPostgres> {
  clearOrphans();
  const directory = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`));
  const user = unprivilegedUser();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(directory, user.uid, user.gid);
  const options = { ...user, cwd: directory, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' } };
  const data = path.join(directory, 'data');
  execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], { ...options, stdio: 'ignore' });
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1', port, unix_socket_directories: directory, fsync: durable ? 'on' : 'off', full_page_writes: durable ? 'on' : 'off',
    max_connections: 300, shared_buffers: '64MB', max_wal_size: '256MB', log_min_messages: 'log', ...more,
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  let server = await launch(path.join(bin, 'postgres'), args, options);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async restart() {
      await server.end();
      server = await launch(path.join(bin, 'postgres'), args, options);
    },
    async stop() {
      await server.end();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Runs the server program until it accepts connections; throws with its log when it ends before or takes 30 s. */
async function launch(program: string, args: string[], options: { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv }): Promise<{ end(): Promise<void> }> {
  const server = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  let deadline: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    let log = '';
    deadline = setTimeout(() => {
      kill();
      reject(new Error(`PostgreSQL from ${program} was not ready within 30 s:\n${log}`));
    }, 30_000);
    server.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL from ${program} ended with ${code} while starting:\n${log}`)));
  }).finally(() => clearTimeout(deadline));
  return {
    async end() {
      process.off('exit', kill);
      kill();
      await ended;
    },
  };
}

/** PostgreSQL refuses to run as root: its own user then, else nobody. Empty when this process is not root. */
function unprivilegedUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('Expected a user "postgres" or "nobody" to run PostgreSQL as, because it refuses root; /etc/passwd has neither.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** A port nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('Expected a TCP port to be given, got none.'))));
    });
  });
}

/** Ends and removes the servers of processes that were killed before they could. */
function clearOrphans(): void {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    if (isAlive(Number(name.slice(prefix.length).split('-')[0]))) continue;
    const pidFile = path.join(tmpdir(), name, 'data/postmaster.pid');
    const postmaster = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
    if (postmaster > 1 && isAlive(postmaster)) process.kill(postmaster, 'SIGQUIT');
    rmSync(path.join(tmpdir(), name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
