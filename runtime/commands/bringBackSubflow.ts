import { lastNames } from '@parley/db/queries/history';
import type { Flow as FlowRow } from '@parley/db/models/flow';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import { makeId } from '@parley/shared/lib/id';
import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';
import { readPast } from './readPast.ts';
import { documentOf, storeBatch } from './saveDraft.ts';

/**
 * Puts a subflow that was deleted since back into its bot as it was at a moment (or when it was deleted), under its id, so that what called it calls it again; its
 * steps are its own ones, where they are kept. One that is there, because somebody was faster, stays as it is.
 */
export async function bringBackSubflow(context: Pick<Context, 'clock' | 'db' | 'models' | 'nodeTypes' | 'random'>, by: string | null, { bot, point, flow: id }: { bot: string; point?: string | undefined; flow: string }): Promise<FlowRow> {
  const { clock, db, models } = context;
  const known = point === undefined ? undefined : (await readPast(context, { bot, point })).set.flows[id];
  if (point !== undefined && !known) throw notFound('flow in that version');
  // Nothing tells the name of one that was forgotten; whoever brings it back can rename it.
  const name = (await lastNames(db.pool, [id])).get(id) || 'Subflow';
  const now = clock.now();
  return db.transaction(async (transaction) => {
    // The bot's row is locked first: of two who ask at once the second finds it there.
    if (!(await models.Bot.findByPk(bot, { attributes: ['id'], lock: true, transaction }))) throw notFound('bot');
    const row = await models.Flow.unscoped().findOne({ where: { id, bot }, lock: true, transaction });
    const awaySince = row?.removedAt;
    if (row && !awaySince) return row;
    const before = row && documentOf(context, row);
    const past = known ?? before;
    if (!past) throw notFound('flow');
    await audit(context, { by, action: 'flow.bringBack', subject: { kind: 'flow', id }, details: { bot, name } }, { transaction });
    if (!row || !before || !awaySince) return models.Flow.create({ id, bot, kind: 'subflow', name, document: past, madeAt: now, changedAt: now, changedBy: by }, { transaction });
    await row.update({ removedAt: null, absences: [...row.absences, { from: awaySince.toISOString(), until: now.toISOString() }] }, { transaction });
    const ops = diffFlows(before, past);
    if (ops.length > 0) await storeBatch(context, { row, by, batch: { id: makeId(context.random), gesture: 'Restore', ops }, before, flow: past }, transaction);
    return row;
  });
}
