import type { Json } from '@parley/shared/lib/json';
import pg from 'pg';
import { performers } from '../actions/index.ts';
import { createOwner, needsOwner } from '../commands/createOwner.ts';
import { readEnv } from '../env.ts';
import { openContext } from '../lib/openContext.ts';
import { startServices } from '../services/index.ts';

/*
 * The runtime as the fault tests need it: code nodes that say they were "written elsewhere" write into another database (its url is the first argument),
 * keyed as an effect on the outside is: the other side knows `key` and takes it once, counting how often it was asked; one in forty takes
 * longer than a lease is extended for. All other code runs in the sandbox, but it is keyed here, too; everything else is as shipped.
 */
const [effectsUrl] = process.argv.slice(2);
if (!effectsUrl) throw new Error('Expected the url of the database for effects as the first argument, got none.');
const effects = new pg.Pool({ connectionString: effectsUrl, max: 4 });
effects.on('error', () => undefined);
const env = readEnv();
const context = await openContext(env);
if (env.owner && (await needsOwner(context))) await createOwner(context, { ...env.owner, name: 'Ada Owner' });

const running = await startServices(context, { turns: { performers: { runCode: {
  class: 'keyed',
  async perform(action, tools): Promise<Json> {
    if (!action.code.includes('written elsewhere')) return (await performers.runCode.perform(action, tools)) ?? null;
    if (Number(action.input['no']) % 40 === 13) await new Promise((resolve) => { setTimeout(resolve, 4_000); });
    await effects.query(
      'insert into effects (key, said) values ($1, $2) on conflict (key) do update set asked = effects.asked + 1',
      [tools.key, JSON.stringify(action.input)],
    );
    return 'done';
  },
} } } });
// Whoever started it waits for this: not every process of a fleet has a door to ask.
process.stdout.write('running\n');

let stopping = false;
process.on('SIGTERM', async () => {
  if (stopping) return;
  stopping = true;
  await running.stop(5_000);
  await context.close();
  await effects.end();
  process.exit(0);
});
