import type { RanCode } from '@parley/shared/api/sandbox';
import type { SandboxResult } from '../../sandbox/sandbox.ts';

/** What a run gave, or why not in words for its author. */
export function presentRun(result: SandboxResult): RanCode {
  return result.ok ? { ok: true, value: result.value } : { ok: false, error: result.error };
}
