import { inverseOps } from './applyBatch.ts';
import type { Batch, BatchName } from './batch.ts';
import type { Flow } from './document.ts';

/**
 * The batch that undoes `batch`, which was applied to `before`. It names what it expects to find, so that it reverts this
 * person's change and nobody else's: where somebody changed the same thing since, applying it is refused and says what stands.
 * Undefined when `batch` does not apply to `before`.
 */
export function invertBatch(before: Flow, batch: Batch, name: BatchName): Batch | undefined {
  const ops = inverseOps(before, batch);
  return ops && { ...name, ops };
}
