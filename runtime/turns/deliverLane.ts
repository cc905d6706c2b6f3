import { deliveryDone, holdDelivery, ingest, takeDeliveries } from '@parley/db/lanes';
import type { DeliveryOutcome } from '@parley/db/lanes';
import type { Delivery } from '@parley/db/laneRows';
import * as z from 'zod';
import { deliveryErrors } from '../channels/deliveryErrors.ts';
import type { SendOutcome } from '../channels/channel.ts';
import type { TurnContext } from './turnContext.ts';

/** Pauses before the next attempts, in milliseconds; after the last one the delivery has failed. */
export const retryAfterMs = [1_000, 5_000, 30_000, 120_000, 600_000, 3_600_000, 10_800_000] as const;

/** How soon it is looked again whether a channel is still paused; whoever lets it go on wakes what waits. */
export const pausedLookMs = 30_000;

const sendingSchema = z.object({ channel: z.string(), said: z.record(z.string(), z.json()) });
const eventSchema = z.object({ lane: z.string(), bot: z.string(), key: z.string(), payload: z.record(z.string(), z.json()) });

type Ended = Pick<DeliveryOutcome, 'outcome' | 'doubt' | 'error' | 'retryAt'>;

/** Sends what a lane has to send, in order, while it is due, its channel is not paused and nobody else does. */
export async function deliverLane(context: TurnContext, lane: string, onEvent: (lane: string) => void): Promise<void> {
  const owner = context.owner;
  const lease = { leaseMs: context.times.deliveryLeaseMs };
  const taken = await takeDeliveries(context.db.lanePipe, { lane, owner, ...lease, now: context.clock.now() });
  if (!taken) return;
  for (let row: Delivery | null = taken.row; row; ) {
    const ended = await attempt(context, { lane, row, onEvent });
    if (ended === 'held') {
      await holdDelivery(context.db.lanePipe, { lane, fence: taken.fence, no: row.no, at: new Date(context.clock.now().getTime() + pausedLookMs) });
      return;
    }
    context.metrics.delivered(ended.outcome);
    const done = await deliveryDone(context.db.lanePipe, {
      lane, fence: taken.fence, no: row.no, ...ended, owner: context.takesWork() ? owner : null, ...lease, now: context.clock.now(),
    });
    row = done.ok ? done.row : null;
  }
}

async function attempt(context: TurnContext, { lane, row, onEvent }: { lane: string; row: Delivery; onEvent: (lane: string) => void }): Promise<Ended | 'held'> {
  const sent: Ended = { outcome: 'sent', doubt: false, error: null, retryAt: null };
  try {
    if (row.kind === 'event') {
      const event = eventSchema.parse(row.payload);
      await ingest(context.db.lanePipe, { ...event, channel: null, kind: 'control', now: context.clock.now(), owner: null, leaseMs: context.times.leaseMs, limit: null });
      onEvent(event.lane);
      return sent;
    }
    const { channel: id, said } = sendingSchema.parse(row.payload);
    const channel = await context.channel(id);
    if (!channel) return { ...sent, outcome: 'failed', error: deliveryErrors.channelGone.reads };
    if (channel.paused) return 'held';
    const type = context.channels[channel.type];
    if (!type?.send) return { ...sent, outcome: 'failed', error: `Nothing is sent on a ${channel.type} channel.` };
    // Two attempts of unknown outcome are enough where a third could be a third arrival.
    if (type.delivery !== 'keyed' && row.doubts > 1) return { ...sent, outcome: 'unknown', error: deliveryErrors.timedOut.reads };
    const outcome = await type.send({
      channel, payload: said, deliveryId: `${lane}.${row.no}`, attempt: row.attempts, doubt: row.doubts > 0, now: context.clock.now(), keys: context.keys, fileUrl: context.fileUrl, publicFetch: context.publicFetch,
      signal: AbortSignal.timeout(context.times.deliveryLeaseMs / 2),
    });
    return outcome.ok ? sent : failed(context, row, outcome);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    context.log.warn({ err: error, lane, no: row.no }, 'a delivery could not be tried');
    return failed(context, row, { ok: false, error: 'internal', detail });
  }
}

/** Again later when that can help, else failed for good; the reason is for the author. */
function failed({ clock }: TurnContext, row: Delivery, { error, detail, retryAfterMs: asked }: Extract<SendOutcome, { ok: false }>): Ended {
  const { retry, doubt, reads } = deliveryErrors[error];
  const said = `${reads} ${detail}`.trim();
  const pause = retryAfterMs[row.attempts - 1];
  if (!retry || pause === undefined) return { outcome: doubt ? 'unknown' : 'failed', doubt: false, error: said, retryAt: null };
  return { outcome: 'retry', doubt, error: said, retryAt: new Date(clock.now().getTime() + Math.max(asked ?? 0, pause)) };
}
