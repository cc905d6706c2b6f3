import { wakeBot } from '@parley/db/laneSweeps';
import { setPaused } from '@parley/db/queries/live';
import { enqueue } from '../jobs/enqueue.ts';
import { retention } from '../jobs/retention.ts';
import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';

/** What can be changed of a bot beside its drawing. */
export interface BotChange {
  name?: string | undefined;
  paused?: boolean | undefined;
  retentionDays?: number | undefined;
}

/** Renames, pauses or sets how long turns and messages are kept. While paused, messages are taken and answered later. */
export async function changeBot(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, id: string, change: BotChange): Promise<void> {
  const { clock, db, models } = context;
  await db.transaction(async (transaction) => {
    const bot = await models.Bot.findByPk(id, { transaction, lock: true });
    if (!bot) throw notFound('bot');
    const forgetsSooner = change.retentionDays !== undefined && change.retentionDays < bot.retentionDays;
    await bot.update({ name: change.name ?? bot.name, paused: change.paused ?? bot.paused, retentionDays: change.retentionDays ?? bot.retentionDays }, { transaction });
    if (change.name !== undefined) await models.Flow.update({ name: change.name }, { where: { bot: id, kind: 'bot' }, transaction });
    // What may no longer be kept goes now, not with the next hour.
    if (forgetsSooner) await enqueue(db, retention, { payload: {}, key: 'retention: shortened', transaction });
    await audit(context, { by, action: 'bot.change', subject: { kind: 'bot', id }, details: JSON.parse(JSON.stringify(change)) }, { transaction });
  });
  if (change.paused !== undefined) await setPaused(db.lanes, id, change.paused);
  if (change.paused === false) await wakeBot(db.lanes, { bot: id, now: clock.now() });
}
