import type { Pool } from 'pg';

/** What new conversations of a bot start on; null = nothing yet. */
export interface Live {
  bot: string;
  release: string | null;
  paused: boolean;
}

/** The live pointers of bots, from the lane database, where `ingest` reads them. */
export async function readLive(lanes: Pool, bots: readonly string[]): Promise<Map<string, Live>> {
  if (bots.length === 0) return new Map();
  const { rows } = await lanes.query<Live>('select bot, release, paused from lanes.live where bot = any($1)', [bots]);
  return new Map(rows.map((row) => [row.bot, row]));
}

/** Makes a release live: the next conversation starts on it. */
export async function setLive(lanes: Pool, bot: string, release: string): Promise<void> {
  await lanes.query('insert into lanes.live (bot, release) values ($1, $2) on conflict (bot) do update set release = excluded.release', [bot, release]);
}

/** Pauses a bot or lets it go on; messages are kept meanwhile. */
export async function setPaused(lanes: Pool, bot: string, paused: boolean): Promise<void> {
  await lanes.query('insert into lanes.live (bot, paused) values ($1, $2) on conflict (bot) do update set paused = excluded.paused', [bot, paused]);
}
