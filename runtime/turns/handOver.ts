import { ingest } from '@parley/db/lanes';
import type { Work } from '@parley/db/laneRows';
import { laneId } from '../lib/laneId.ts';
import type { HandOver, TurnContext } from './turnContext.ts';

/**
 * Stores an effect that has begun as a row of its own lane and takes it at once. From then on it is like any deferred one: should this process
 * die, another one finds the row, and that it had begun.
 */
export function createHandOver({ clock, db, owner, times, takesWork, underWay }: Pick<TurnContext, 'clock' | 'db' | 'owner' | 'times' | 'takesWork' | 'underWay'>, run: (lane: string, taken: { work: Work; askedAt: number }) => void): HandOver {
  return async (event, bot, later) => {
    if (!takesWork()) return false;
    const lane = laneId(bot, event.key);
    const askedAt = performance.now();
    underWay.set(event.key, later);
    try {
      const { work } = await ingest(db.lanePipe, { lane, bot, channel: null, kind: 'control', key: event.key, payload: event, now: clock.now(), owner, leaseMs: times.leaseMs, limit: null });
      if (work) run(lane, { work, askedAt });
      else underWay.delete(event.key);
      return work !== null;
    } catch (error) {
      underWay.delete(event.key);
      throw error;
    }
  };
}
