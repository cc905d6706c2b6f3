import type { NamedVersion } from '@parley/db/models/namedVersion';
import { historyLimits } from '@parley/shared/api/history';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';
import type { InTransaction } from '../people/audit.ts';
import { readPast } from './readPast.ts';

/** Gives a moment of a bot a name and keeps its flows whole. Refused when the name is taken or the bot has as many as one keeps. */
export async function nameVersion(context: Pick<Context, 'clock' | 'db' | 'models' | 'nodeTypes'>, by: string | null, { bot, name, point }: { bot: string; name: string; point: string }): Promise<NamedVersion> {
  const { clock, db, models } = context;
  const past = await readPast(context, { bot, point });
  return db.transaction(async (transaction) => {
    if (!(await models.Bot.findByPk(bot, { attributes: ['id'], lock: true, transaction }))) throw notFound('bot');
    await refuseTaken(context, { bot, name }, { transaction });
    const count = await models.NamedVersion.count({ where: { bot }, transaction });
    if (count >= historyLimits.named) throw new Refusal('conflict', `A bot keeps at most ${historyLimits.named} named versions. Remove one first.`);
    const made = await models.NamedVersion.create({ id: uuid7(clock), bot, name, flow: past.set, revisions: past.revisions, at: past.at, by, madeAt: clock.now() }, { transaction });
    await audit(context, { by, action: 'version.name', subject: { kind: 'namedVersion', id: made.id }, details: { bot, name } }, { transaction });
    return made;
  });
}

/** Gives a named version another name; refused when it is taken. */
export async function renameVersion(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, { id, name }: { id: string; name: string }): Promise<NamedVersion> {
  const { db, models } = context;
  return db.transaction(async (transaction) => {
    const known = await models.NamedVersion.findByPk(id, { attributes: ['bot'], transaction });
    if (known) await models.Bot.findByPk(known.bot, { attributes: ['id'], lock: true, transaction });
    const row = await models.NamedVersion.findByPk(id, { transaction });
    if (!row) throw notFound('named version');
    await refuseTaken(context, { bot: row.bot, name, except: id }, { transaction });
    await row.update({ name }, { transaction });
    await audit(context, { by, action: 'version.rename', subject: { kind: 'namedVersion', id }, details: { bot: row.bot, name } }, { transaction });
    return row;
  });
}

/** Takes a name away, and what it kept; the steps around it stay in the history. */
export async function removeVersionName(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, id: string): Promise<void> {
  const { db, models } = context;
  await db.transaction(async (transaction) => {
    const row = await models.NamedVersion.findByPk(id, { attributes: ['id', 'bot', 'name'], lock: true, transaction });
    if (!row) throw notFound('named version');
    await row.destroy({ transaction });
    await audit(context, { by, action: 'version.removeName', subject: { kind: 'namedVersion', id }, details: { bot: row.bot, name: row.name } }, { transaction });
  });
}

/** Two versions of one name could not be told apart. The bot's row is locked by now; the database's index has the last word. */
async function refuseTaken({ models }: Pick<Context, 'models'>, { bot, name, except }: { bot: string; name: string; except?: string }, { transaction }: InTransaction): Promise<void> {
  const taken = await models.NamedVersion.findOne({ attributes: ['id'], where: { bot, name }, transaction: transaction ?? null });
  if (taken && taken.id !== except) throw new Refusal('conflict', 'There is a version of that name already.', { fields: [{ path: 'name', message: 'This name is taken' }] });
}
