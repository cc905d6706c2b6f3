import { findTrial } from '@parley/db/queries/callbackTrials';
import type { CallbackTrial } from '@parley/shared/api/callbackTrials';
import { notFound } from '../lib/refusal.ts';
import type { CallbackContext } from './answerCallback.ts';
import type { TrialEar } from './createTrialEar.ts';

type Hearing = CallbackContext & { trialEar: TrialEar };

/** Whose trial is asked for, and how long they wait. */
export interface TrialQuestion {
  id: string;
  madeBy: string;
  waitMs: number;
  signal: AbortSignal;
}

/** What was called back to an author at their own address; waits for it as long as `waitMs`, or until the asker has gone. */
export async function hearTrial(context: Hearing, { id, madeBy, waitMs, signal }: TrialQuestion): Promise<CallbackTrial> {
  const first = await lookAt(context, { id, madeBy });
  if (first.state !== 'waiting' || waitMs === 0) return first;
  const until = performance.now() + waitMs;
  const hearing = await context.trialEar.hear(id);
  try {
    for (;;) {
      // Again at once: it may have come while the ear was opened. And at the end, whether anything was told or not.
      const now = await lookAt(context, { id, madeBy });
      const leftMs = until - performance.now();
      if (now.state !== 'waiting' || signal.aborted || leftMs <= 0) return now;
      await hearing.next(leftMs, signal);
    }
  } finally {
    await hearing.close();
  }
}

async function lookAt({ db, clock }: CallbackContext, { id, madeBy }: { id: string; madeBy: string }): Promise<CallbackTrial> {
  const found = await findTrial(db.pool, id);
  if (!found || found.madeBy !== madeBy) throw notFound('address to be called back at');
  const { code, called, calledAt, madeAt, leftAt, expiresAt } = found;
  if (calledAt && code !== null && called) return { state: 'called', code, values: called, seconds: Math.max(0, Math.round((calledAt.getTime() - madeAt.getTime()) / 1_000)) };
  return leftAt || clock.now() >= expiresAt ? { state: 'over' } : { state: 'waiting' };
}
