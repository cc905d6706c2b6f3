import type { FlowSettings } from '@parley/shared/flow/document';
import type { Machine } from '@parley/shared/machine/machine';
import type { Pool } from 'pg';

/** What a turn needs of a release. */
export interface ReleaseForTurns {
  id: string;
  bot: string;
  machine: Machine;
  /** Of the main flow. */
  settings: FlowSettings;
}

/** One release by its id; undefined when there is none. */
export async function readReleaseForTurns(pool: Pool, id: string): Promise<ReleaseForTurns | undefined> {
  const { rows } = await pool.query<ReleaseForTurns>({
    name: 'release_for_turns',
    text: `select id, bot, machine, flow -> 'flows' -> (flow ->> 'main') -> 'settings' as settings from parley.releases where id = $1`,
    values: [id],
  });
  return rows[0];
}
