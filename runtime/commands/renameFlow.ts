import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';

/** Gives a flow another name. */
export async function renameFlow(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, { id, name }: { id: string; name: string }): Promise<void> {
  const { db, models } = context;
  await db.transaction(async (transaction) => {
    const [count] = await models.Flow.update({ name }, { where: { id }, transaction });
    if (count === 0) throw notFound('flow');
    await audit(context, { by, action: 'flow.rename', subject: { kind: 'flow', id }, details: { name } }, { transaction });
  });
}
