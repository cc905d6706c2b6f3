import type { ConversationTest } from '@parley/db/models/conversationTest';
import type { ConversationTest as Test } from '@parley/shared/nodes/golden';
import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';

/** Replaces a kept test: another name, or another conversation that is right from now on. */
export async function changeTest(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, { id, test }: { id: string; test: Test }): Promise<ConversationTest> {
  const { clock, db, models } = context;
  return db.transaction(async (transaction) => {
    const kept = await models.ConversationTest.findByPk(id, { lock: true, transaction });
    if (!kept) throw notFound('test');
    await kept.update({ test, changedAt: clock.now() }, { transaction });
    await audit(context, { by, action: 'test.change', subject: { kind: 'test', id }, details: { bot: kept.bot } }, { transaction });
    return kept;
  });
}
