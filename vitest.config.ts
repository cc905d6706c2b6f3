import { defineConfig } from 'vitest/config';

/** Packages resolve to their sources ("source" condition), so tests never run a stale build. */
const conditions = ['source', 'import', 'module', 'default'];

/** Also given to Node's own resolution of packages, where `import` would reach what is required (pg-pool is a class only when required). */
const nodeConditions = ['source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions: nodeConditions } },
  test: {
    include: ['{shared,db,runtime,studio,scripts}/**/*.test.{ts,tsx,mjs}', 'e2e/{fakes,bench,chaos}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    maxWorkers: 2,
    // Files of one worker share their modules: loading the sources anew for each file was a third of the time. State lives in what a file makes.
    isolate: false,
    globalSetup: ['./db/postgres.globalSetup.ts', './runtime/test/media.globalSetup.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // As long as the journeys wait: the second that is usual says more of the machine than of the code.
    expect: { poll: { timeout: 20_000 } },
  },
});
