import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { commitTurn, ingest, takeDeliveries } from './lanes.ts';
import { dueDeliveries, dueLanes, endLeases, setLive } from './laneSweeps.ts';
import { databaseKinds, testDatabase } from './testing.ts';

const now = new Date('2026-01-05T09:00:00Z');
const leaseMs = 60_000;

describe.each(databaseKinds)('what a crash cut off (%s)', async (kind) => {
  const db = await testDatabase(kind);

  test('is due at once when every lease is ended, and only then', async () => {
    const [bot, lane] = [randomUUID(), randomUUID()];
    await setLive(db.lanes, { bot, release: randomUUID(), paused: false });
    const say = (key: string) => ingest(db.lanes, { lane, bot, channel: null, kind: 'message', key, payload: {}, now, owner: 'gone', leaseMs, limit: null });
    const { work } = await say('one');
    if (!work) throw new Error('The lane was free.');
    await commitTurn(db.lanes, {
      lane, fence: work.fence, seq: work.seq, now, owner: 'gone', leaseMs, accepts: 'yes', error: null, timer: null, trace: null, messages: [],
      session: { snapshot: {}, host: {}, wait: 1, expiresAt: null }, outbox: [{ kind: 'delivery', payload: {} }],
      turn: { kind: 'message', event: 'text', attempts: 1, receivedAt: now, release: null },
    });
    await say('two');
    expect(await takeDeliveries(db.lanes, { lane, owner: 'gone', leaseMs, now })).not.toBeNull();
    expect([await dueLanes(db.lanes, { now, limit: 9 }), await dueDeliveries(db.lanes, { now, limit: 9 })]).toEqual([[], []]);

    await endLeases(db.lanes);
    expect([await dueLanes(db.lanes, { now, limit: 9 }), await dueDeliveries(db.lanes, { now, limit: 9 })]).toEqual([[lane], [lane]]);
    expect((await takeDeliveries(db.lanes, { lane, owner: 'next', leaseMs, now }))?.row.attempts).toBe(2);
  });
});
