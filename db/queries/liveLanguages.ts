import type { Database } from '../client.ts';
import { readLive } from './live.ts';

/** The languages of a bot's live release, the author's first; undefined when nothing is published. */
export async function liveLanguages({ lanes, pool }: Pick<Database, 'lanes' | 'pool'>, bot: string): Promise<string[] | undefined> {
  const release = (await readLive(lanes, [bot])).get(bot)?.release;
  if (!release) return undefined;
  const { rows } = await pool.query<{ languages: string[] }>(`select machine -> 'languages' as languages from parley.releases where id = $1`, [release]);
  return rows[0]?.languages;
}
