import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';

/** Takes a plugin with all its versions out of the list. Drawings carry their own version and are not touched. */
export async function deletePlugin(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, key: string): Promise<void> {
  const { db, models } = context;
  await db.transaction(async (transaction) => {
    const newest = await models.Plugin.findOne({ where: { key }, order: [['version', 'desc']], attributes: ['id', 'version'], transaction });
    if (!newest) throw notFound('plugin');
    await models.Plugin.destroy({ where: { key }, transaction });
    await audit(context, { by, action: 'plugin.delete', subject: { kind: 'plugin', id: newest.id }, details: { key, version: newest.version } }, { transaction });
  });
}
