import { readLive } from '@parley/db/queries/live';
import { countOpenSessions } from '@parley/db/queries/openSessions';
import { proofSchema } from '@parley/shared/api/releases';
import type { Release } from '@parley/shared/api/releases';
import type { Release as ReleaseRow } from '@parley/db/models/release';
import type { App } from '../app.ts';
import { namesOf } from '../names.ts';

/** The columns a release is presented from; the drawing, machine and code are megabytes and stay where they are. */
export const releaseHead = ['id', 'bot', 'no', 'note', 'sha256', 'proof', 'by', 'at'] as const;

/** Releases with whether they are live and how many conversations are open on each. */
export async function presentReleases(app: Pick<App, 'clock' | 'db' | 'models'>, rows: readonly Pick<ReleaseRow, (typeof releaseHead)[number]>[]): Promise<Release[]> {
  const bots = [...new Set(rows.map((row) => row.bot))];
  const [names, live, open] = await Promise.all([
    namesOf(app, rows.map((row) => row.by)),
    readLive(app.db.lanes, bots),
    countOpenSessions(app.db.lanes, bots, app.clock.now()),
  ]);
  const openOn = new Map(open.map(({ release, count }) => [release, count]));
  return rows.map((row) => ({
    id: row.id,
    botId: row.bot,
    no: row.no,
    note: row.note,
    sha256: row.sha256,
    by: names.get(row.by),
    at: row.at.toISOString(),
    live: live.get(row.bot)?.release === row.id,
    openSessions: openOn.get(row.id) ?? 0,
    proof: proofSchema.parse(row.proof),
  }));
}
