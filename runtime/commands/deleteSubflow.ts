import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';

/** Takes a subflow out of its bot; releases keep their copy, the history keeps it to be brought back. What still calls it is shown as an issue. Gives its bot. */
export async function deleteSubflow(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, id: string): Promise<string> {
  const { clock, db, models } = context;
  return db.transaction(async (transaction) => {
    const flow = await models.Flow.findByPk(id, { attributes: ['id', 'bot', 'kind', 'name'], lock: true, transaction });
    if (!flow) throw notFound('flow');
    if (flow.kind !== 'subflow') throw new Refusal('conflict', 'This is the bot’s main flow; only subflows can be deleted.');
    await flow.update({ removedAt: clock.now() }, { transaction });
    await audit(context, { by, action: 'flow.delete', subject: { kind: 'flow', id }, details: { bot: flow.bot, name: flow.name } }, { transaction });
    return flow.bot;
  });
}
