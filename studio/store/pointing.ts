import { pointLimits } from '@parley/shared/api/sockets';
import type { Point } from '@parley/shared/api/sockets';

/** Tells others what this person does: as little as lets them see it. */
export interface Pointing {
  /** Something of it is different now. */
  now(part: Partial<Omit<Point, 'flowId'>>): void;
  /** Another flow is drawn. */
  inFlow(flowId: string): void;
  /** Somebody came, or the line is back: they are told without waiting for a move. */
  again(): void;
  close(): void;
}

/** 20 a second, under what the server takes. */
const everyMs = 50;
/** A pointer that does not move for so long is put away. */
const restMs = 10_000;
/** So often it is said again: what got lost on the way is made good. */
const againMs = 8_000;

/** Gathers what is told and sends the latest, at most 20 times a second and only while somebody else is there. */
export function createPointing({ send, alone }: { send: (point: Point) => void; alone: () => boolean }): Pointing {
  let state: Point | undefined;
  let sent = '';
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let last = 0;

  const flush = (): void => {
    waiting = undefined;
    if (!state || alone()) return;
    const text = JSON.stringify(state);
    if (text === sent) return;
    sent = text;
    last = Date.now();
    send(state);
  };
  const later = (): void => { waiting ??= setTimeout(flush, Math.max(0, last + everyMs - Date.now())); };
  const again = (): void => {
    sent = '';
    later();
  };
  const now: Pointing['now'] = (part) => {
    if (!state) return;
    state = { ...state, ...part, ...(part.chosen && { chosen: part.chosen.slice(0, pointLimits.things) }), ...(part.moving && { moving: part.moving.slice(0, pointLimits.things) }) };
    if (part.field && part.field.length > pointLimits.field) state.field = null;
    if (part.at) {
      clearTimeout(resting);
      resting = setTimeout(() => now({ at: null }), restMs);
    }
    later();
  };
  const heartbeat = setInterval(again, againMs);
  return {
    now, again,
    inFlow: (flowId) => {
      if (state?.flowId === flowId) return;
      state = { flowId, at: null, chosen: [], field: null, moving: [], seen: null };
      later();
    },
    close: () => {
      clearTimeout(waiting);
      clearTimeout(resting);
      clearInterval(heartbeat);
    },
  };
}
