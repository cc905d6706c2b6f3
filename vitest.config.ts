import { defineConfig } from 'vitest/config';

/** Packages resolve to their sources ("source" condition), so tests never run a stale build. */
const conditions = ['source', 'import', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['{shared,db,runtime,studio,scripts}/**/*.test.{ts,tsx,mjs}', 'e2e/{fakes,bench,chaos}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
