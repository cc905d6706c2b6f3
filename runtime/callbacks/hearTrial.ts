import { setTimeout as pause } from 'node:timers/promises';
import { findTrial } from '@parley/db/queries/callbackTrials';
import type { CallbackTrial } from '@parley/shared/api/callbackTrials';
import { notFound } from '../lib/refusal.ts';
import type { CallbackContext } from './answerCallback.ts';

/** How often the database is asked. What was called back may have come in at another process. */
const everyMs = 300;

/** What was called back to an author at their own address; waits for it as long as `waitMs`, or until the asker has gone. */
export async function hearTrial({ db, clock }: CallbackContext, { id, madeBy, waitMs, signal }: { id: string; madeBy: string; waitMs: number; signal: AbortSignal }): Promise<CallbackTrial> {
  const until = performance.now() + waitMs;
  for (;;) {
    const found = await findTrial(db.pool, id);
    if (!found || found.madeBy !== madeBy) throw notFound('address to be called back at');
    const { code, called, calledAt, madeAt, leftAt, expiresAt } = found;
    if (calledAt && code !== null && called) return { state: 'called', code, values: called, seconds: Math.max(0, Math.round((calledAt.getTime() - madeAt.getTime()) / 1_000)) };
    if (leftAt || clock.now() >= expiresAt) return { state: 'over' };
    if (signal.aborted || performance.now() + everyMs > until) return { state: 'waiting' };
    await pause(everyMs);
  }
}
