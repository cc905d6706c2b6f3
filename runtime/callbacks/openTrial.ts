import { keepTrial, leaveTrial } from '@parley/db/queries/callbackTrials';
import type { TrialRow } from '@parley/db/queries/callbackTrials';
import type { TriedCallback } from '@parley/shared/api/callbackTrials';
import { AuthorError } from '../lib/authorError.ts';
import type { Context } from '../lib/context.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { announce } from '../requests/announce.ts';
import type { EvaluatedAnnouncement } from '../requests/announce.ts';
import { createRequests } from '../requests/createRequests.ts';
import { callbackAddress } from './reference.ts';

/** Long enough to walk through somebody else's checkout. */
const trialMs = 30 * 60_000;

/** Who tries out what. */
export interface TrialOrder extends Omit<TrialRow, 'id' | 'madeAt' | 'expiresAt'> {
  announcement: EvaluatedAnnouncement | undefined;
  signal: AbortSignal;
}

/**
 * Makes a real address for an author who waits for a callback in the simulator, and tells it to the other system where the node does.
 * It answers no conversation: what is called back is kept for its author, until the address runs out.
 */
export async function openTrial(context: Pick<Context, 'clock' | 'db' | 'env' | 'keys' | 'publicFetch'>, { announcement, signal, ...order }: TrialOrder): Promise<TriedCallback> {
  const { clock, db } = context;
  const [id, now] = [uuid7(clock), clock.now()];
  const expiresAt = new Date(now.getTime() + trialMs);
  // Kept before anybody is told: some systems call back at once.
  await keepTrial(db.pool, { ...order, id, madeAt: now, expiresAt });
  const made = { ok: true as const, id, address: callbackAddress(context, id), expiresAt: expiresAt.toISOString() };
  if (!announcement) return { ...made, values: {} };
  const started = performance.now();
  try {
    const { values, status, bytes } = await announce(createRequests(context), announcement, made.address, { bot: order.bot, key: id, signal });
    return { ...made, values, told: { status, bytes, ms: Math.round(performance.now() - started) } };
  } catch (error) {
    await leaveTrial(db.pool, { id, madeBy: order.madeBy, now: clock.now() });
    if (error instanceof AuthorError) return { ok: false, error: error.message };
    throw error;
  }
}
