import type { Database } from '../client.ts';
import { readLive } from './live.ts';

/** What a contact sees of a bot before anything is said. */
export interface LiveFace {
  /** The author's first. */
  languages: string[];
  /** `#rrggbb` as the author chose it; null when they did not. */
  colour: string | null;
}

/** How a bot's live release presents itself; undefined when nothing is published. */
export async function liveFace({ lanes, pool }: Pick<Database, 'lanes' | 'pool'>, bot: string): Promise<LiveFace | undefined> {
  const release = (await readLive(lanes, [bot])).get(bot)?.release;
  if (!release) return undefined;
  const { rows } = await pool.query<LiveFace>(
    `select machine -> 'languages' as languages, flow #>> array['flows', flow ->> 'main', 'settings', 'colour'] as colour from parley.releases where id = $1`,
    [release],
  );
  return rows[0];
}
