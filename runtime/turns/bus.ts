import type { StreamFrame } from '@parley/shared/api/chat';
import type { LaneListener, TurnDone } from '../channels/channel.ts';

/** Pieces of an answer are put together for this long before they go out (DESIGN section 7: 30 to 50 ms). */
const frameMs = 40;

/** Tells those who follow a conversation, in this process, what happens in it. */
export interface TurnBus {
  /** A turn was committed, here or (without messages) elsewhere. */
  done(turn: TurnDone): void;
  /** The lane is being worked on. */
  working(lane: string, on: boolean): void;
  frame(lane: string, frame: StreamFrame): void;
  isFollowed(lane: string): boolean;
  follow(lane: string, listener: LaneListener): () => void;
  /** Every commit, for the studio. */
  onDone(listener: (turn: TurnDone) => void): () => void;
  /** A writer of frames for one attempt of one effect. */
  streamOf(lane: string, of: Pick<StreamFrame, 'turn' | 'action' | 'attempt'>): (text: string) => void;
}

/** `beyond` hears frames too, for other processes. */
export function createBus(beyond: (lane: string, frame: StreamFrame) => void = () => undefined): TurnBus {
  const followers = new Map<string, Set<LaneListener>>();
  const all = new Set<(turn: TurnDone) => void>();
  const each = (lane: string, tell: (listener: LaneListener) => void): void => {
    for (const listener of followers.get(lane) ?? []) tell(listener);
  };
  const bus: TurnBus = {
    done(turn) {
      each(turn.lane, (listener) => listener.done(turn));
      for (const listener of all) listener(turn);
    },
    working: (lane, on) => each(lane, (listener) => listener.working(on)),
    isFollowed: (lane) => followers.has(lane),
    frame: (lane, frame) => each(lane, (listener) => listener.frame(frame)),
    follow(lane, listener) {
      const set = followers.get(lane) ?? new Set();
      followers.set(lane, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && followers.get(lane) === set) followers.delete(lane);
      };
    },
    onDone(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
    streamOf(lane, of) {
      let waiting = '';
      let seq = 0;
      let timer: NodeJS.Timeout | undefined;
      const flush = (): void => {
        timer = undefined;
        const frame = { ...of, seq, text: waiting };
        seq += 1;
        waiting = '';
        bus.frame(lane, frame);
        beyond(lane, frame);
      };
      return (text) => {
        waiting += text;
        timer ??= setTimeout(flush, frameMs);
      };
    },
  };
  return bus;
}
