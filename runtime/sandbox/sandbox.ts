import type { Json, JsonObject } from '@parley/shared/lib/json';

/** One run of authored or generated JavaScript: JSON in, JSON out, no host functions. */
export interface SandboxRun {
  /** An ES module body that exports a default function `(input) => result`; already JavaScript (types erased at publish). */
  code: string;
  input: JsonObject;
  /** ISO datetime `Date.now()` gives and the seed of `Math.random()`: a turn replays exactly. */
  now: string;
  seed: number;
  /** Wall-clock budget; past it the worker is terminated. */
  timeoutMs: number;
  /** Runs of one bot share the pool fairly with others. */
  bot: string;
}

/** What a run gave: its JSON result, or why not in a sentence the author can act on. */
export type SandboxResult = { ok: true; value: Json } | { ok: false; error: string };

/** A pool of isolated workers. After any run, however hostile, the next one finds it whole. */
export interface Sandbox {
  run(request: SandboxRun): Promise<SandboxResult>;
  close(): Promise<void>;
}
