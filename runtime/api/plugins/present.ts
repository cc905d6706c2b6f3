import { usesOfPlugins } from '@parley/db/queries/plugins';
import type { NewestPlugin } from '@parley/db/queries/plugins';
import type { Plugin } from '@parley/shared/api/plugins';
import type { App } from '../app.ts';
import { namesOf } from '../names.ts';

/** Plugins by their newest version, with who uses them. */
export async function presentPlugins(app: Pick<App, 'db' | 'models'>, rows: readonly NewestPlugin[]): Promise<Plugin[]> {
  const [names, uses] = await Promise.all([namesOf(app, rows.map(({ madeBy }) => madeBy)), usesOfPlugins(app.db.pool, rows.map(({ key }) => key))]);
  return rows.map(({ key, definition, madeAt, madeBy }) => ({
    definition, madeAt: madeAt.toISOString(), madeBy: names.get(madeBy)?.name ?? null,
    usedBy: uses.filter((use) => use.key === key).map(({ botId, bot, flowId, flow, version }) => ({ botId, bot, flowId, flow, version })),
  }));
}
