import { oneAtATime } from '@parley/db/oneAtATime';
import { demoBot, demoFlow } from '@parley/db/seeds/demo';
import type { Context } from '../lib/context.ts';
import { createBot } from './createBot.ts';
import { publishFlow } from './publishFlow.ts';

/** Any number; the same for every process. */
const lockKey = 7_077_351_910;

/** Makes and publishes the demo bot: when asked for and absent, or unasked in an embedded database without any bot. Of processes that start together one does. Tells whether this did. */
export async function seedDemo(context: Context): Promise<boolean> {
  const { db, env, models } = context;
  const wanted = env.demo ?? (db.kind === 'embedded' && (await models.Bot.count()) === 0);
  if (!wanted || (await hasDemo(context))) return false;
  return db.kind === 'postgres' ? oneAtATime(db.pool, lockKey, () => seed(context)) : seed(context);
}

async function seed(context: Context): Promise<boolean> {
  if (await hasDemo(context)) return false;
  const { flowId } = await createBot(context, null, { ...demoBot, flow: demoFlow(context.nodeTypes) });
  await publishFlow(context, null, { flowId, note: 'The demo', acceptWarnings: true });
  return true;
}

/** Whether a demo can be chatted with. */
export async function hasDemo({ models }: Pick<Context, 'models'>): Promise<boolean> {
  return (await models.Bot.count({ where: { slug: demoBot.slug } })) > 0;
}
