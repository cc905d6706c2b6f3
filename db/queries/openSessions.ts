import type { Pool } from 'pg';

/** Conversations under way, per release. */
export interface OpenSessions {
  bot: string;
  release: string;
  count: number;
}

/** How many conversations of these bots are under way at `now`, by release. */
export async function countOpenSessions(lanes: Pool, bots: readonly string[], now: Date): Promise<OpenSessions[]> {
  if (bots.length === 0) return [];
  const { rows } = await lanes.query<OpenSessions>(
    `select bot, release, count(*) as count from lanes.sessions
      where bot = any($1) and ended_at is null and (expires_at is null or expires_at > $2) group by bot, release`,
    [bots, now],
  );
  return rows;
}
