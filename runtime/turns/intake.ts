import { ingest } from '@parley/db/lanes';
import { answerOfTurn } from '@parley/db/queries/laneMessages';
import type { Intake } from '../channels/channel.ts';
import { laneId } from '../lib/laneId.ts';
import type { LanesAtWork } from './lanesAtWork.ts';
import type { MessageEvent } from './inboxEvent.ts';
import type { TurnContext } from './turnContext.ts';

/** How often an answer is looked for that another process may have committed; its notice is usually faster. */
const lookMs = 250;

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
    async receive({ channel, id, from, message, limit }) {
      if (!turns.takesWork()) return { ok: false, why: 'stopping' };
      const lane = laneId(channel.id, from.identifier);
      const payload: MessageEvent = { type: 'message', id, message, from };
      const askedAt = performance.now();
      const { refused, stored, duplicate, work } = await ingest(db.lanes, {
        lane, bot: channel.bot, channel: channel.id, kind: 'message', key: `m:${id}`, payload, now: clock.now(), owner: mayRun() ? owner : null, leaseMs: times.leaseMs, limit,
      });
      if (refused) return { ok: false, why: refused };
      if (work) lanes.run(lane, work, askedAt);
      else if (lanes.holds(lane)) lanes.attend(lane, 'message');
      else if (!duplicate) onStored(lane);
      return { ok: true, lane, turn: stored, duplicate };
    },

    answer: ({ lane, turn, ms, signal }) => new Promise((resolve, reject) => {
      let open = true;
      const end = (value: object[] | undefined): void => {
        if (!open) return;
        open = false;
        stopFollowing();
        clearTimeout(deadline);
        clearInterval(looking);
        signal?.removeEventListener('abort', giveUp);
        resolve(value);
      };
      const giveUp = (): void => end(undefined);
      const look = (): void => {
        answerOfTurn(db.lanes, { lane, turn }).then((found) => found && end(found), (error: unknown) => {
          if (open) reject(error instanceof Error ? error : new Error(String(error)));
          end(undefined);
        });
      };
      const stopFollowing = bus.follow(lane, {
        done: (done) => {
          if (done.turn !== turn) return;
          if (done.messages) end(done.messages.flatMap(({ direction, body }) => (direction === 'out' ? [body] : [])));
          else look();
        },
        frame: () => undefined,
        working: () => undefined,
      });
      const deadline = setTimeout(giveUp, ms);
      const looking = setInterval(look, lookMs);
      signal?.addEventListener('abort', giveUp);
      // A turn that runs here now will be heard of; any other may be over already.
      if (!lanes.holds(lane)) look();
    }),

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
