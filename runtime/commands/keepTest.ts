import type { ConversationTest } from '@parley/db/models/conversationTest';
import { testLimits } from '@parley/shared/api/tests';
import type { ConversationTest as Test } from '@parley/shared/nodes/golden';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';

/** Keeps a conversation as a test of a bot. Refused when the bot has as many as one keeps. */
export async function keepTest(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, { bot, test }: { bot: string; test: Test }): Promise<ConversationTest> {
  const { clock, db, models } = context;
  const now = clock.now();
  return db.transaction(async (transaction) => {
    if (!(await models.Bot.findByPk(bot, { attributes: ['id'], lock: true, transaction }))) throw notFound('bot');
    const kept = await models.ConversationTest.count({ where: { bot }, transaction });
    if (kept >= testLimits.tests) throw new Refusal('conflict', `A bot keeps at most ${testLimits.tests} tests. Delete one first.`);
    const made = await models.ConversationTest.create({ id: uuid7(clock), bot, test, madeBy: by, madeAt: now, changedAt: now }, { transaction });
    await audit(context, { by, action: 'test.keep', subject: { kind: 'test', id: made.id }, details: { bot } }, { transaction });
    return made;
  });
}
