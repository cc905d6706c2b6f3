import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';
import type { Pool } from 'pg';

/** The newest version of a plugin, with how many there are. */
export interface NewestPlugin {
  key: string;
  version: number;
  definition: PluginDefinition;
  madeBy: string | null;
  madeAt: Date;
}

/** The newest version of every plugin, or of those with these keys, by key. */
export async function newestPlugins(pool: Pool, keys?: readonly string[]): Promise<NewestPlugin[]> {
  const { rows } = await pool.query<NewestPlugin>({
    name: 'newest_plugins',
    text: `select distinct on (key) key, version, definition, made_by as "madeBy", made_at as "madeAt" from parley.plugins
      where $1::text[] is null or key = any($1) order by key, version desc`,
    values: [keys ?? null],
  });
  return rows;
}

/** A draft with nodes of a plugin, and the oldest version among them. */
export interface PluginUse {
  key: string;
  botId: string;
  bot: string;
  flowId: string;
  flow: string;
  version: number;
}

/** The drafts that use these plugins. */
export async function usesOfPlugins(pool: Pool, keys: readonly string[]): Promise<PluginUse[]> {
  if (keys.length === 0) return [];
  const { rows } = await pool.query<PluginUse>({
    name: 'uses_of_plugins',
    text: `select plugin ->> 'key' as key, b.id as "botId", b.name as bot, f.id as "flowId", f.name as flow, min((plugin ->> 'version')::integer) as version
      from parley.flows f join parley.bots b on b.id = f.bot, jsonb_path_query(f.document, '$.nodes.*.data.plugin ? (@.key != null)') plugin
      where f.removed_at is null and plugin ->> 'key' = any($1) group by 1, 2, 3, 4, 5 order by b.name, f.name, f.id`,
    values: [keys],
  });
  return rows;
}
