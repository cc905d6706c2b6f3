import { EffectError } from '../actions/perform.ts';
import { createOwner, needsOwner } from '../commands/createOwner.ts';
import { readEnv } from '../env.ts';
import { openContext } from '../lib/openContext.ts';
import { startServices } from '../services/index.ts';
import { createTold } from './told.ts';

/*
 * The runtime as journeys need it where the shipped one cannot show something: its clock stands where the test puts it, and with
 * --streamed a code node is performed by an effect that streams the pieces the test hands it. Everything else is as shipped.
 */
const env = readEnv();
const told = createTold();
const context = { ...(await openContext(env)), clock: told.clock };
if (env.owner && (await needsOwner(context))) await createOwner(context, { ...env.owner, name: 'Ada Owner' });

const running = await startServices(context, process.argv.includes('--streamed')
  ? { turns: { performers: { runCode: {
    class: 'read',
    async perform(_action, { stream, signal }) {
      let text = '';
      for await (const piece of told.pieces(signal)) {
        text += piece;
        stream(piece);
      }
      if (signal.aborted) throw new EffectError('It was stopped.');
      return text;
    },
  } } } }
  : {});

process.once('SIGTERM', async () => {
  await running.stop(5_000);
  await context.close();
  process.exit(0);
});
