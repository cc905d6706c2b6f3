import { systemClock } from '../lib/clock.ts';
import type { Clock } from '../lib/clock.ts';

/** What a journey told its server: what time it is, and pieces of an answer that is being made. */
export interface Told {
  /** Goes on from the moment it was set to, or further on by so many milliseconds; the machine's own until then. */
  clock: Clock;
  /** Pieces as they are told, until `done` is. */
  pieces(signal: AbortSignal): AsyncIterable<string>;
}

/** Listens to the process that started this one; each message is answered by its own number when it is in force. */
export function createTold(): Told {
  let ahead = 0;
  const queue: (string | undefined)[] = [];
  let wake = (): void => undefined;
  process.on('message', (message: { no: number; clock?: string; later?: number; piece?: string; done?: true }) => {
    if (message.clock !== undefined) ahead = new Date(message.clock).getTime() - systemClock.now().getTime();
    ahead += message.later ?? 0;
    if (message.piece !== undefined) queue.push(message.piece);
    if (message.done) queue.push(undefined);
    wake();
    process.send?.(message.no);
  });
  return {
    clock: { now: () => new Date(systemClock.now().getTime() + ahead) },
    async *pieces(signal) {
      signal.addEventListener('abort', () => wake());
      for (;;) {
        while (queue.length === 0 && !signal.aborted) await new Promise<void>((resolve) => { wake = resolve; });
        const piece = queue.shift();
        if (piece === undefined) return;
        yield piece;
      }
    },
  };
}
