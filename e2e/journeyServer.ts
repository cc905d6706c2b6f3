import path from 'node:path';
import { test as base } from '@playwright/test';
import { removeData, root, startServer } from './stack.ts';
import type { Server } from './stack.ts';

/**
 * Journeys on a server of their own whose clock they set (`tell({ clock })`, `tell({ later })` in milliseconds) and whose streamed answers they hand out
 * (`tell({ piece })`, `tell({ done: true })`). One server for all journeys of a worker; the demo is in it.
 */
export const test = base.extend<object, { clocked: Server }>({
  clocked: [async ({ browserName: _browser }, use) => {
    const server = await startServer({ program: [path.join(root, '.cache/journeyServer/journeyServer.js')], env: { PARLEY_DEMO: '1' } });
    await use(server);
    await server.stop();
    removeData(server);
  }, { scope: 'worker', timeout: 180_000 }],
});
