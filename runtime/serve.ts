import { ensureOwner, needsOwner } from './commands/createOwner.ts';
import { hasDemo, seedDemo } from './commands/seedDemo.ts';
import type { Begun } from '@parley/db/embedded/open';
import { EnvError } from './env.ts';
import type { Env } from './env.ts';
import { openContext } from './lib/openContext.ts';
import { Refusal } from './lib/refusal.ts';
import { startServices } from './services/index.ts';
import { describeStart } from './services/describeStart.ts';

/** How long requests and turns under way may take to finish after Ctrl-C. */
const drainMs = 20_000;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Starts the services named in SERVICES; resolves with what stops them. */
async function start(env: Env, begun: Begun | undefined): Promise<() => Promise<void>> {
  const context = await openContext(env, begun);
  try {
    if (env.owner) await ensureOwner(context, { ...env.owner, name: env.owner.email.split('@')[0] ?? 'Owner', email: env.owner.email.toLowerCase() });
    // A demo that cannot be made is no reason to serve nobody.
    await seedDemo(context).catch((error: unknown) => say(`The demo could not be made. ${explain(error, env)}`));
    const running = await startServices(context);
    for (const line of describeStart(context, { ...running, demo: await hasDemo(context), ownerNeeded: await needsOwner(context) })) say(line);
    return async () => {
      await running.stop(drainMs);
      await context.close();
    };
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** One line for what whoever starts this can mend; the whole error for what they cannot. */
function explain(error: unknown, { port }: Pick<Env, 'port'>): string {
  if (error instanceof EnvError) return error.message;
  if (error instanceof Refusal) return [error.message, ...error.fields.map(({ path, message }) => `${path}: ${message}`)].join('\n');
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen' && 'code' in error) {
    if (error.code === 'EADDRINUSE') return `Port ${port} is taken by another program. Set PORT to another one, or stop that program.`;
    if (error.code === 'EACCES') return `Port ${port} needs more rights. Set PORT to one above 1023.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Serves until it is told to stop: the first signal lets what is under way finish, the second ends it at once. What cannot start says why and exits with 1. */
export async function serve(env: Env, begun: Begun | undefined): Promise<void> {
  const started = start(env, begun);
  const fail = (error: unknown): void => {
    process.stderr.write(`${explain(error, env)}\n`);
    process.exit(1);
  };
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) {
        say('Stopped at once.');
        process.exit(130);
      }
      stopping = true;
      say('Finishing what is under way. Press Ctrl-C again to stop at once.');
      started.then((stop) => stop()).then(() => {
        say('Stopped.');
        process.exit(0);
      }, fail);
    });
  }
  await started.catch(fail);
}
