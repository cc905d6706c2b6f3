import { beginEmbedded } from '@parley/db/embedded/open';
import { databaseFolder, EnvError, readEnv } from './env.ts';
import type { Env } from './env.ts';

/** The settings; one that cannot be used is one line and the end. */
function settings(): Env {
  try {
    return readEnv();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const env = settings();
// The database opens in a thread of its own while the rest of the program is loaded: together a third of a warm start.
const begun = env.databaseUrl === undefined ? beginEmbedded(databaseFolder(env)) : undefined;
const { serve } = await import('./serve.ts');
await serve(env, begun);
