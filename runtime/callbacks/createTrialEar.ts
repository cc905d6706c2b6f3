import { listen } from '@parley/db/notices';
import type { Ear } from '@parley/db/notices';
import { trialNotices } from '@parley/db/queries/callbackTrials';
import type { Context } from '../lib/context.ts';

/** What one who waits for a trial hears. */
export interface Hearing {
  /** Until something became of the trial since the last time, or may have; at most so long, and until `signal` ends it. */
  next(ms: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Tells those who wait here what becomes of trials, in whatever process it does. */
export interface TrialEar {
  /** Hears from when it has resolved; what is looked up after that is not too old. */
  hear(trial: string): Promise<Hearing>;
}

/** One connection for all who wait in this process, and none while nobody does: trials are rare. */
export function createTrialEar({ db, log }: Pick<Context, 'db' | 'log'>): TrialEar {
  const waiting = new Map<() => void, string>();
  let ear: Promise<Ear> | undefined;
  const tell = (trial?: string): void => {
    for (const [news, wanted] of waiting) if (trial === undefined || trial === wanted) news();
  };
  return {
    async hear(trial) {
      let fresh = false;
      let wake = (): void => undefined;
      const news = (): void => {
        fresh = true;
        wake();
      };
      const close = async (): Promise<void> => {
        waiting.delete(news);
        if (waiting.size > 0) return;
        const last = ear;
        ear = undefined;
        // One that never opened has said so to whoever asked for it.
        await last?.then((opened) => opened.close(), () => undefined);
      };
      waiting.set(news, trial);
      // A lost connection may have missed something: everybody looks when it is back.
      ear ??= listen(db.pool, trialNotices, { onNotice: tell, onOpen: () => tell(), onLost: (error) => log.warn({ err: error }, 'the ear for trials was lost') });
      await ear.catch(async (error: unknown) => {
        await close();
        throw error;
      });
      return {
        async next(ms, signal) {
          if (!fresh && !signal.aborted) await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, ms);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
            signal.addEventListener('abort', wake, { once: true });
          });
          wake = () => undefined;
          fresh = false;
        },
        close,
      };
    },
  };
}
