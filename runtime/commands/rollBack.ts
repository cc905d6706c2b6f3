import { readLive, setLive } from '@parley/db/queries/live';
import type { Release } from '@parley/db/models/release';
import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';

/** Makes an earlier (or later) release live. Conversations under way finish on theirs; new ones start on this one at once. */
export async function rollBack(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, releaseId: string): Promise<Release> {
  const { db, models } = context;
  const release = await models.Release.findByPk(releaseId);
  if (!release) throw notFound('release');
  const live = await readLive(db.lanes, [release.bot]);
  const from = live.get(release.bot)?.release ?? null;
  await setLive(db.lanes, release.bot, release.id);
  await audit(context, { by, action: 'bot.rollBack', subject: { kind: 'bot', id: release.bot }, details: { from, to: release.id, no: release.no } });
  return release;
}
