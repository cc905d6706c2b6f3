import { EffectError } from '../actions/perform.ts';
import { runCode } from '../actions/runCode.ts';
import { createOwner, needsOwner } from '../commands/createOwner.ts';
import { seedDemo } from '../commands/seedDemo.ts';
import { readEnv } from '../env.ts';
import { openContext } from '../lib/openContext.ts';
import { startServices } from '../services/index.ts';
import { createTold } from './told.ts';

/*
 * The runtime as journeys need it where the shipped one cannot show something: its clock is where the test puts it, and code that
 * holds the words "streamed by the test" is performed by an effect that streams the pieces it is handed; signing in is limited less. All else is as shipped.
 */
const env = readEnv();
const told = createTold();
const context = { ...(await openContext(env)), clock: told.clock };
if (env.owner && (await needsOwner(context))) await createOwner(context, { ...env.owner, name: 'Ada Owner' });
await seedDemo(context);

// Whoever moves the clock is signed out by it, and signs in again more often than people do.
const running = await startServices(context, { limits: { signIn: 1_000 }, turns: { performers: { runCode: {
  ...runCode,
  async perform(action, tools) {
    if (!action.code.includes('streamed by the test')) return runCode.perform(action, tools);
    let text = '';
    for await (const piece of told.pieces(tools.signal)) {
      text += piece;
      tools.stream(piece);
    }
    if (tools.signal.aborted) throw new EffectError('It was stopped.');
    return text;
  },
} } } });

process.once('SIGTERM', async () => {
  await running.stop(5_000);
  await context.close();
  process.exit(0);
});
