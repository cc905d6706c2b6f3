import { fits } from '@parley/shared/expressions/fits';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import { sampleValue } from '@parley/shared/engine/sampleValue';
import type { ResultAction } from '@parley/shared/machine/action';
import { isOutside } from './outside.ts';
import { performRecord } from '@parley/shared/host/records';
import type { Talk, Told } from './talk.ts';

/** One run of a code node, as `POST /api/v1/bots/:botId/code-runs` takes it. */
export interface CodeRun {
  code: string;
  input: JsonObject;
  /** ISO datetime of the simulated clock. */
  now: string;
  seed: number;
  timeoutMs: number;
}

/** Runs a code node in the server's sandbox; rejects where it was not run. */
export type RunCode = (run: CodeRun) => Promise<{ ok: true; value: Json } | { ok: false; error: string }>;

/** A program that the server did not run: it refused to, or was out of reach. `cause` says which. */
export class NotRun extends Error {
  override name = 'NotRun';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * Performs the awaited effect: what to tell the conversation next; undefined when only its author can say what another system would
 * answer. Throws `NotRun` when a program could not be run: that is no failure of the program, and the conversation waits.
 */
export async function performAwaited(talk: Talk, action: ResultAction, runCode: RunCode): Promise<Extract<Told, { type: 'result' }> | undefined> {
  if (isOutside(action)) return undefined;
  if (action.type === 'openCallback') return { type: 'result', result: { ok: true, value: { url: `https://parley.example/callbacks/simulated-${action.wait}`, values: announced(action) } } };
  if (action.type !== 'runCode') {
    const { result, records } = performRecord(talk.records, action);
    return { type: 'result', result: { ok: true, value: JSON.parse(JSON.stringify(result)) as Json }, records };
  }
  const { code, input, output, timeoutMs } = action;
  // Every effect has a chance of its own, as in the runtime: both numbers only grow, and each wait has another.
  const seed = talk.turn + action.wait;
  const ran = await runCode({ code, input, now: talk.now, seed, timeoutMs }).catch((cause: unknown) => { throw new NotRun(cause); });
  if (!ran.ok) return failed(ran.error);
  if (!fits(output, ran.value)) return failed(`Expected the code to give a ${output.kind}, it gave ${JSON.stringify(ran.value).slice(0, 200)}.`);
  return { type: 'result', result: { ok: true, value: ran.value } };
}

/** What the other system would answer to being told the address, made up by type: a link reads as one. */
function announced({ announce, wait }: Extract<ResultAction, { type: 'openCallback' }>): JsonObject {
  return Object.fromEntries((announce?.request.picks ?? []).map(({ as, type }) => [as, type.kind === 'text' ? `https://example.org/simulated-${wait}` : sampleValue(type)]));
}

function failed(error: string): Extract<Told, { type: 'result' }> {
  return { type: 'result', result: { ok: false, outcome: 'failed', error } };
}
