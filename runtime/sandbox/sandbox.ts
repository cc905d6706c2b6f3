import type { Json, JsonObject } from '@parley/shared/lib/json';

/** One run of authored or generated JavaScript: JSON in, JSON out, no host functions. */
export interface SandboxRun {
  /** An ES module body that exports a default function `(input) => result`; already JavaScript (see `eraseTypes`). */
  code: string;
  input: JsonObject;
  /** ISO datetime `Date.now()` gives and the seed of `Math.random()`: a turn replays exactly. */
  now: string;
  seed: number;
  /** Wall-clock budget; past it the worker is terminated. */
  timeoutMs: number;
  /** Runs of one bot share the pool fairly with others. */
  bot: string;
  /** The result says how long the program itself took, without the wait for a thread. */
  measured?: boolean;
}

/** Our own code for a run that needs more room than authors have (the publish code check). */
export interface OwnLibrary {
  /** A script that is run before the code, in the same global scope. */
  library: string;
  memoryBytes: number;
  codeBytes: number;
  inputBytes: number;
  outputBytes: number;
}

/**
 * What a run gave: its JSON result, or why not in a sentence the author can act on. `log` is what the code wrote to its console
 * (at most 100 lines of 500 characters), for the author's test; `ms` is there where it was asked for and the program ended by itself.
 */
export type SandboxResult = ({ ok: true; value: Json } | { ok: false; error: string }) & { log?: string[]; ms?: number };

/** A pool of isolated workers. After any run, however hostile, the next one finds it whole. */
export interface Sandbox {
  /** Never rejects. */
  run(request: SandboxRun, own?: OwnLibrary): Promise<SandboxResult>;
  close(): Promise<void>;
}
