import type { Random } from '@parley/shared/lib/id';
import type { CommitArgs } from '../../lanes.ts';
import type { LaneModel } from './laneModel.ts';

/** A row somebody took; `current` until the lane moves on without them. */
export interface Hold {
  fence: number;
  seq: number;
  attempts: number;
  kind: 'control' | 'message';
  receivedAt: Date;
  release: string | null;
  current: boolean;
}

interface Given {
  random: Random;
  hold: Hold;
  model: LaneModel;
  lane: string;
  now: number;
  newWait(): number;
  wait(): number;
}

/** A commit such as the pipeline could make: a wait kept or left, a timer or none, an end, a restart, a row kept or set aside. */
export function randomCommit({ random, hold, model, lane, now, newWait, wait: currentWait }: Given): CommitArgs {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const moved = random() < 0.7;
  if (moved) newWait();
  const { session } = model;
  const ended = random() < 0.15;
  const restart = !ended && random() < 0.07;
  const accepts = ended ? 'yes' : pick(['yes', 'yes', 'yes', 'no', 'once', null] as const);
  const timer = !ended && random() < 0.45 ? new Date(now + pick([1_000, 30_000, 600_000])) : null;
  const wait = moved ? currentWait() : (session?.wait ?? null);
  // A row that came to no session touches none.
  const touched = session !== undefined && session.ended === null && hold.release !== null && random() < 0.95;
  return {
    lane, fence: hold.fence, seq: hold.seq, now: new Date(now),
    session: touched
      ? {
          snapshot: { at: currentWait(), turn: hold.seq }, host: random() < 0.5 ? { contact: { language: 'fr' }, session: { n: currentWait() } } : {}, wait,
          ...(hold.kind === 'message' && { lastAt: hold.receivedAt }),
          expiresAt: accepts === 'yes' && timer === null ? new Date(now + pick([10_000, 3_600_000])) : null,
          ...(ended && { ended: 'final' as const }), ...(restart && { restart: { reason: 'reset' as const, release: model.release } }),
        }
      : null,
    turn: {
      kind: hold.kind, event: hold.kind, attempts: hold.attempts, receivedAt: hold.receivedAt, release: hold.release,
      ...(hold.kind === 'message' && (accepts === 'no' || accepts === 'once') && random() < 0.4 && { keep: true }),
    },
    trace: { n: hold.seq },
    messages: Array.from({ length: pick([0, 1, 2]) }, (_, n) => ({ direction: n === 0 ? ('in' as const) : ('out' as const), body: { seq: hold.seq, n } })),
    outbox: Array.from({ length: pick([0, 0, 1, 2]) }, (_, n) => ({ kind: 'delivery' as const, payload: { seq: hold.seq, n } })),
    timer: touched && wait !== null ? timer : null, accepts, error: random() < 0.08 ? 'broken' : null,
    owner: random() < 0.9 ? 'a' : null, leaseMs: 60_000,
  };
}
