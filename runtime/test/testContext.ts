import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@parley/db/client';
import { defineModels } from '@parley/db/models/index';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import { Registry } from 'prom-client';
import { readEnv } from '../env.ts';
import type { Clock } from '../lib/clock.ts';
import { checkKeyId } from '../lib/checkKeyId.ts';
import type { Context } from '../lib/context.ts';
import { createKeys } from '../lib/keys.ts';
import { createLog } from '../lib/log.ts';
import { createDiskStore } from '../lib/media/diskStore.ts';
import { createPublicFetch } from '../lib/publicFetch.ts';

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  set(iso: string): void;
  pass(ms: number): void;
}

/** A clock standing at an instant. */
export function testClock(iso = '2026-11-20T09:00:00.000Z'): TestClock {
  let now = new Date(iso).getTime();
  return { now: () => new Date(now), set: (at) => { now = new Date(at).getTime(); }, pass: (ms) => { now += ms; } };
}

/** A process's context on a test's own database: fixed clock, seeded random, silent log. `over` replaces any part. */
export async function testContext(db: Database, over: Partial<Context> = {}): Promise<Context> {
  const context: Context = {
    processId: randomUUID(),
    env: { ...readEnv({ LOG_LEVEL: 'silent', PORT: '0' }), services: ['web', 'turns', 'deliveries'] },
    db,
    models: defineModels(db.sequelize),
    log: createLog('silent'),
    clock: testClock(),
    random: seededRandom(1),
    keys: createKeys('a secret that only tests have, 32+'),
    media: createDiskStore(join(process.env['TEST_MEDIA_DIR'] ?? tmpdir(), randomUUID())),
    publicFetch: createPublicFetch(),
    sandbox: { run: () => Promise.reject(new Error('This test runs code but brought no sandbox.')), close: () => Promise.resolve() },
    nodeTypes,
    metrics: new Registry(),
    ...over,
  };
  await checkKeyId(context);
  return context;
}
