import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';

/** Closes a way to reach a bot for ever; its token answers 404 from now on. Transcripts stay. */
export async function deleteChannel(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, id: string): Promise<void> {
  const { db, models } = context;
  await db.transaction(async (transaction) => {
    const channel = await models.Channel.findByPk(id, { lock: true, transaction });
    if (!channel) throw notFound('channel');
    await channel.destroy({ transaction });
    await audit(context, { by, action: 'channel.delete', subject: { kind: 'channel', id }, details: { bot: channel.bot, type: channel.type } }, { transaction });
  });
}
