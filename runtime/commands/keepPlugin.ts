import type { pluginBodySchema } from '@parley/shared/api/plugins';
import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';
import type * as z from 'zod';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';

/** What is kept as the version after `base`; 0 = it is new. */
export interface PluginToKeep {
  definition: z.output<typeof pluginBodySchema>;
  base: number;
}

/** Keeps a version of a plugin, which is never changed again. Refused when the key is taken, or somebody else made a version meanwhile. */
export async function keepPlugin(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, { definition: given, base }: PluginToKeep): Promise<PluginDefinition> {
  const { clock, db, models } = context;
  const { key } = given;
  const definition: PluginDefinition = { ...given, version: base + 1 };
  const id = uuid7(clock);
  await db.transaction(async (transaction) => {
    // One after the other: of two that make the same version the second must see the first's.
    await models.Installation.findOne({ where: { one: true }, lock: true, transaction });
    const newest = await models.Plugin.findOne({ attributes: ['version'], where: { key }, order: [['version', 'desc']], transaction });
    if (base === 0 && newest) throw new Refusal('conflict', 'This key is taken.', { fields: [{ path: 'key', message: 'This key is taken' }] });
    if (base > 0 && !newest) throw notFound('plugin');
    if (newest && newest.version !== base) throw new Refusal('stale', `Somebody made version ${newest.version} meanwhile. Load it and make the change again.`);
    await models.Plugin.create({ id, key, version: definition.version, definition, madeBy: by, madeAt: clock.now() }, { transaction });
    await audit(context, { by, action: base === 0 ? 'plugin.create' : 'plugin.change', subject: { kind: 'plugin', id }, details: { key, version: definition.version } }, { transaction });
  });
  return definition;
}
