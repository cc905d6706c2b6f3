import type { RanCode } from '@parley/shared/api/sandbox';
import { lineOf } from '../../sandbox/explainError.ts';
import type { SandboxResult } from '../../sandbox/sandbox.ts';

/** What a run gave, or why not in words for its author and with the line they are about. */
export function presentRun(result: SandboxResult): RanCode {
  const { log, ms } = result;
  const told = { ...(log && { log }), ...(ms !== undefined && { ms: Math.round(ms * 100) / 100 }) };
  if (result.ok) return { ok: true, value: result.value, ...told };
  const line = lineOf(result.error);
  return { ok: false, error: result.error, ...(line !== undefined && { line }), ...told };
}
