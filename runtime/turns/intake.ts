import { ingest } from '@parley/db/lanes';
import type { Intake } from '../channels/channel.ts';
import { laneId } from '../lib/laneId.ts';
import { createAnswers } from './answers.ts';
import type { LanesAtWork } from './lanesAtWork.ts';
import type { MessageEvent } from './inboxEvent.ts';
import type { TurnContext } from './turnContext.ts';

/** What an intake works with. */
export interface IntakeParts {
  turns: TurnContext;
  lanes: LanesAtWork;
  /** Whether turns may run in this process now. */
  mayRun(): boolean;
  /** An event was stored and nobody here runs it. */
  onStored(lane: string): void;
}

/** Takes events in and waits for their answers. */
export function createIntake({ turns, lanes, mayRun, onStored }: IntakeParts): Omit<Intake, 'cut'> {
  const { bus, clock, db, owner, times } = turns;
  return {
    async receive({ channel, id, from, message, limit, waits = false }) {
      if (!turns.takesWork()) return { ok: false, why: 'stopping' };
      const lane = laneId(channel.id, from.identifier);
      const payload: MessageEvent = { type: 'message', id, message, from };
      const askedAt = performance.now();
      const { refused, stored, duplicate, work } = await ingest(db.lanePipe, {
        lane, bot: channel.bot, channel: channel.id, kind: 'message', key: `m:${id}`, payload, now: clock.now(), owner: mayRun() ? owner : null, leaseMs: times.leaseMs, limit, lazy: waits,
      });
      if (refused) return { ok: false, why: refused };
      // What comes back unchanged was read at the door.
      if (work) lanes.run(lane, { work, askedAt, lazy: waits, event: Object.is(work.payload, payload) ? payload : undefined });
      else if (lanes.holds(lane)) lanes.attend(lane, 'message');
      else if (!duplicate) onStored(lane);
      return { ok: true, lane, turn: stored, duplicate };
    },

    answer: createAnswers(turns, lanes),

    change: ({ lane, ms, signal }) => new Promise((resolve) => {
      const end = (): void => {
        stopFollowing();
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const stopFollowing = bus.follow(lane, { done: end, frame: () => undefined, working: () => undefined });
      const timer = setTimeout(end, ms);
      signal?.addEventListener('abort', end);
    }),

    follow: bus.follow,
  };
}
