import { answerOfTurn } from '@parley/db/queries/laneMessages';
import type { Intake } from '../channels/channel.ts';
import type { LanesAtWork } from './lanesAtWork.ts';
import type { TurnContext } from './turnContext.ts';

/** How often an answer is looked for that another process may have committed; its notice is usually faster. */
const lookMs = 250;

/** Somebody who waits for what a turn says. */
interface Waiting {
  lane: string;
  turn: number;
  /** From when until when, by the monotonic clock. */
  since: number;
  until: number;
  isGone(): boolean;
  /** The waiting is over: with an answer, or without one. */
  end(said: object[] | undefined): void;
  fail(error: unknown): void;
}

/** Waits for answers. One timer looks after all who wait, for most are answered sooner than a timer of their own would be worth. */
export function createAnswers({ bus, db }: Pick<TurnContext, 'bus' | 'db'>, lanes: Pick<LanesAtWork, 'holds'>): Intake['answer'] {
  // An array: a Set that is added to and taken from all the time keeps what was in it until the next long collection of garbage.
  const waiting: Waiting[] = [];
  let looking: NodeJS.Timeout | undefined;

  const look = (one: Waiting): void => {
    answerOfTurn(db.lanes, one).then((found) => found && one.end(found), one.fail);
  };
  const lookAround = (): void => {
    if (waiting.length === 0) {
      clearInterval(looking);
      looking = undefined;
    }
    const now = performance.now();
    for (const one of waiting.slice()) {
      if (now >= one.until || one.isGone()) one.end(undefined);
      else if (now - one.since >= lookMs) look(one);
    }
  };

  return ({ lane, turn, ms, isGone = () => false }) => new Promise((resolve, reject) => {
    const since = performance.now();
    const stop = (): boolean => {
      const at = waiting.indexOf(one);
      if (at < 0) return false;
      waiting.splice(at, 1);
      stopFollowing();
      return true;
    };
    const one: Waiting = {
      lane, turn, since, until: since + ms, isGone,
      end: (said) => stop() && resolve(said),
      fail: (error) => stop() && reject(error instanceof Error ? error : new Error(String(error))),
    };
    const stopFollowing = bus.follow(lane, {
      done: (done) => {
        if (done.turn !== turn) return;
        if (done.messages) one.end(done.messages.flatMap(({ direction, body }) => (direction === 'out' ? [body] : [])));
        else look(one);
      },
      frame: () => undefined,
      working: () => undefined,
    });
    waiting.push(one);
    looking ??= setInterval(lookAround, lookMs);
    // A turn that runs here now will be heard of; any other may be over already.
    if (!lanes.holds(lane)) look(one);
  });
}
