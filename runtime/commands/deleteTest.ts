import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';

/** Deletes a kept test: publishing does not run it any more. */
export async function deleteTest(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, id: string): Promise<void> {
  const { db, models } = context;
  await db.transaction(async (transaction) => {
    const kept = await models.ConversationTest.findByPk(id, { lock: true, transaction });
    if (!kept) throw notFound('test');
    await kept.destroy({ transaction });
    await audit(context, { by, action: 'test.delete', subject: { kind: 'test', id }, details: { bot: kept.bot } }, { transaction });
  });
}
