import type { FileKind } from '@parley/shared/messages/files';
import type { Database } from '../client.ts';
import { readLive } from './live.ts';

/** What a contact sees of a bot before anything is said. */
export interface LiveFace {
  /** The author's first. */
  languages: string[];
  /** `#rrggbb` as the author chose it; null when they did not. */
  colour: string | null;
  /** The kinds of files its questions take. */
  takes: FileKind[];
}

/** The file kinds of every wait that takes files, in forms too. */
const taken = ['$.flows.*.states.*.wait.recogniser ? (@.kind == "media").types[*]', '$.flows.*.states.*.wait.recogniser ? (@.kind == "form").fields[*].recogniser ? (@.kind == "media").types[*]'];

/** How a bot's live release presents itself; undefined when nothing is published. */
export async function liveFace({ lanes, pool }: Pick<Database, 'lanes' | 'pool'>, bot: string): Promise<LiveFace | undefined> {
  const release = (await readLive(lanes, [bot])).get(bot)?.release;
  if (!release) return undefined;
  const { rows } = await pool.query<LiveFace>(
    `select machine -> 'languages' as languages, flow #>> array['flows', flow ->> 'main', 'settings', 'colour'] as colour,
        coalesce((select jsonb_agg(distinct kind order by kind) from unnest($2::text[]) path, jsonb_path_query(machine, path::jsonpath) kind), '[]') as takes
      from parley.releases where id = $1`,
    [release, taken],
  );
  return rows[0];
}
