import { createOwner, needsOwner } from './commands/createOwner.ts';
import { hasDemo, seedDemo } from './commands/seedDemo.ts';
import { EnvError, readEnv } from './env.ts';
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
async function start(env: Env): Promise<() => Promise<void>> {
  const context = await openContext(env);
  try {
    if (env.owner && (await needsOwner(context))) await createOwner(context, { ...env.owner, name: env.owner.email.split('@')[0] ?? 'Owner', email: env.owner.email.toLowerCase() });
    // A demo that cannot be made is no reason to serve nobody.
    await seedDemo(context).catch((error: unknown) => say(`The demo could not be made. ${explain(error)}`));
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
function explain(error: unknown): string {
  if (error instanceof EnvError) return error.message;
  if (error instanceof Refusal) return [error.message, ...error.fields.map(({ path, message }) => `${path}: ${message}`)].join('\n');
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EADDRINUSE') return 'The port is taken by another program. Set PORT to another one, or stop that program.';
    if (error.code === 'EACCES') return 'This port needs more rights. Set PORT to one above 1023.';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function main(): Promise<void> {
  const started = start(readEnv());
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      say('Finishing what is under way. Press Ctrl-C again to stop at once.');
      started.then((stop) => stop()).then(() => process.exit(0), (error: unknown) => {
        process.stderr.write(`${explain(error)}\n`);
        process.exit(1);
      });
    });
  }
  await started;
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
