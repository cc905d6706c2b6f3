/** Thrown inside a turn whose lane belongs to somebody else now: it stops without a word, the other one goes on. */
export class LostLane extends Error {
  override name = 'LostLane';
}

/** How strongly somebody wants a running turn's attention; a cut is for the answer that is being made, not for the turn. */
export type Attention = 'message' | 'cut' | 'stop';

/** The lease of one running turn, as its holder sees it. */
export interface Hold {
  lane: string;
  fence: number;
  seq: number;
  /** Until when the lease is surely ours, by this process's own monotonic clock (`performance.now()`). */
  until: number;
  /** When the turn began, by the same clock. */
  startedAt: number;
  /** When the lease was last taken or asked to be longer. */
  beatAt: number;
  lost: boolean;
  /** The row may not be on disk yet: nothing the outside sees may come of it before it is. */
  lazy: boolean;
  /** The effect under way has shown a piece of its answer. */
  streams: boolean;
  /** Told when somebody wants attention; set while an effect is under way. */
  onAttention: ((wanted: Attention) => void) | undefined;
  attention: Attention | undefined;
}

/** A lease ends a little earlier for its holder than for the database: its own clock may run slower. */
const margin = 500;

/** A hold as it begins: `askedAt` is the monotonic time before the call that took the lane. */
export function beginHold({ lane, fence, seq, askedAt, leaseMs, lazy }: { lane: string; fence: number; seq: number; askedAt: number; leaseMs: number; lazy: boolean }): Hold {
  return { lane, fence, seq, until: askedAt + leaseMs - margin, startedAt: performance.now(), beatAt: performance.now(), lost: false, lazy, streams: false, onAttention: undefined, attention: undefined };
}

/** Throws when the lane may belong to somebody else: called before every effect. */
export function mustHold(hold: Hold): void {
  if (hold.lost || performance.now() > hold.until) throw new LostLane(`Lane ${hold.lane} was held longer than its lease.`);
}

/** The lease was extended by a call begun at `askedAt`. */
export function extended(hold: Hold, askedAt: number, leaseMs: number): void {
  hold.until = askedAt + leaseMs - margin;
}

/** Somebody wants this turn's attention: stop wins over message. A cut is over with the effect it cuts, and cuts none that nobody reads yet. */
export function wantAttention(hold: Hold, wanted: Attention): void {
  if (wanted === 'cut') {
    if (hold.streams) hold.onAttention?.('cut');
    return;
  }
  if (hold.attention === 'stop' || hold.attention === wanted) return;
  hold.attention = wanted;
  hold.onAttention?.(wanted);
}
