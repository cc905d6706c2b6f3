import { ingest } from '@parley/db/lanes';
import { sessionsToMove } from '@parley/db/queries/sessions';
import type { Context } from '../lib/context.ts';

/** Lane rows written at once; each is one short call. */
const atOnce = 16;

/**
 * Asks conversations under way to go over to a release. Each decides in its own lane, in order: it moves when it rests in a state
 * that is the same there, else it stays. Gives how many were asked; contacts an author tests with are always among them.
 */
export async function moveSessions({ clock, db, models }: Pick<Context, 'clock' | 'db' | 'models'>, { release, which }: { release: { id: string; bot: string }; which: 'all' | 'test' }): Promise<number> {
  const now = clock.now();
  const tests = which === 'all' ? [] : await models.Contact.findAll({ attributes: ['id'], where: { bot: release.bot, test: true } });
  if (which === 'test' && tests.length === 0) return 0;
  const lanes = await sessionsToMove(db.lanes, { bot: release.bot, release: release.id, now, contacts: which === 'all' ? null : tests.map(({ id }) => id) });
  for (let first = 0; first < lanes.length; first += atOnce) {
    await Promise.all(lanes.slice(first, first + atOnce).map((lane) => ingest(db.lanePipe, {
      lane, bot: release.bot, channel: null, kind: 'control', key: `move:${release.id}`, payload: { type: 'move', release: release.id }, now, owner: null, leaseMs: 10_000, limit: null,
    })));
  }
  return lanes.length;
}
