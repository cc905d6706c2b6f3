/** What one run of authored code may use. A run past any of these fails alone. */
export const runLimits = {
  codeBytes: 262_144,
  inputBytes: 262_144,
  outputBytes: 65_536,
  /** Levels of lists and objects inside one another in a result: far below what JSON.stringify can walk. */
  outputNesting: 100,
  memoryBytes: 32 * 1024 * 1024,
  /** QuickJS measures its own stack; above this it overflows the worker's (DESIGN: 256 KB measured as safe). */
  stackBytes: 256 * 1024,
} as const;

/** What one worker thread may use, as V8 counts it. QuickJS's own memory is counted by `runLimits`. */
export const workerLimits = { stackSizeMb: 8, maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 } as const;

/** Time after a run's own budget before its worker is terminated from outside: for what ignores its deadline. */
export const graceMs = 100;
