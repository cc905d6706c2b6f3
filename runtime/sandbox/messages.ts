/** What a worker is asked to do. */
export interface WorkerRun {
  code: string;
  library?: string;
  /** JSON. */
  input: string;
  /** Milliseconds since 1970. */
  now: number;
  seed: number;
  timeoutMs: number;
  memoryBytes: number;
  outputBytes: number;
}

/** What came of a run: the result as JSON, or a sentence; and the lines written to the console as JSON. */
export type RunOutcome = { text: string; error?: undefined; log: string } | { text?: undefined; error: string; log: string };

/** What a worker tells its parent. */
export type WorkerReply = { kind: 'ready' } | ({ kind: 'done'; spent: boolean; ms: number } & RunOutcome) | { kind: 'broken'; error: string };
