import { applyBatch } from './applyBatch.ts';
import type { Batch, Refusal } from './batch.ts';
import type { Flow } from './document.ts';

/** What a client sees after the server's word: the confirmed document with its own batches on it, and those that no longer fit. */
export interface Merged {
  /** What to show. */
  flow: Flow;
  /** Batches still waiting for the server, in order. */
  pending: Batch[];
  /** Batches that collide with somebody's edit: the person chooses between the two. */
  refused: { batch: Batch; refusal: Refusal }[];
}

/** Puts a client's unconfirmed batches on a new confirmed document, in order; one that is refused does not stop those after it. */
export function mergePending(confirmed: Flow, batches: readonly Batch[]): Merged {
  const merged: Merged = { flow: confirmed, pending: [], refused: [] };
  for (const batch of batches) {
    const applied = applyBatch(merged.flow, batch);
    if (applied.ok) {
      merged.flow = applied.flow;
      merged.pending.push(batch);
    } else merged.refused.push({ batch, refusal: applied.refusal });
  }
  return merged;
}
