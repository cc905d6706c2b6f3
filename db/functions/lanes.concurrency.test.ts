import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '@parley/shared/lib/id';
import { commitTurn, ingest, takeLane } from '../lanes.ts';
import type { Work } from '../laneRows.ts';
import { dueLanes, setLive } from '../laneSweeps.ts';
import { databaseKinds, testDatabase } from '../testing.ts';

const now = new Date('2026-01-05T09:00:00Z');

/** Many clients at once on few lanes: senders repeat and collide, holders vanish with an ended lease, stale ones come back. */
describe.each(databaseKinds)('lanes under concurrent clients (%s)', async (kind) => {
  const db = await testDatabase(kind);

  test('every event makes one turn, in the order it was acknowledged', async () => {
    const bot = randomUUID();
    await setLive(db.lanes, { bot, release: randomUUID(), paused: false });
    const lanes = Array.from({ length: 6 }, () => randomUUID());
    const stalls: Work[] = [];
    const work = async (lane: string, first: Work | null, random: () => number): Promise<void> => {
      for (let row = first; row; ) {
        if (random() < 0.1) {
          // Vanishes: the lease ends without a word, and the stale holder commits later in vain.
          stalls.push(row);
          await db.lanes.query(`update lanes.lanes set lease_until = clock_timestamp() - interval '1 second' where lane = $1 and fence = $2`, [lane, row.fence]);
          return;
        }
        const done = await commitTurn(db.lanes, {
          lane, fence: row.fence, seq: row.seq, now, owner: 'x', leaseMs: 60_000, accepts: 'yes', error: null, timer: null, outbox: [], trace: null,
          session: { snapshot: { n: Number(row.snapshot?.n ?? 0) + 1 }, host: {}, wait: row.seq, expiresAt: null },
          turn: { kind: row.kind, event: 'message', attempts: row.attempts, receivedAt: row.receivedAt, release: row.release },
          messages: [{ direction: 'in', body: row.payload }],
        });
        row = done.work;
      }
    };
    const acknowledged: { lane: string; stored: number; key: string }[] = [];
    await Promise.all(Array.from({ length: 8 }, async (_, client) => {
      const random = seededRandom(client + 1);
      for (let n = 0; n < 40; n += 1) {
        const lane = lanes[Math.floor(random() * lanes.length)]!;
        // One in five keys is also sent by another client.
        const key = random() < 0.2 ? `shared-${n}` : `${client}-${n}`;
        const { stored, work: first } = await ingest(db.lanes, {
          lane, bot, channel: null, kind: 'message', key, payload: { key }, now, owner: random() < 0.8 ? 'x' : null, leaseMs: 60_000, limit: null,
        });
        acknowledged.push({ lane, stored, key });
        await work(lane, first, random);
        if (random() < 0.3) for (const due of await dueLanes(db.lanes, { now, limit: 10 })) await work(due, await takeLane(db.lanes, { lane: due, owner: 'y', leaseMs: 60_000, now }), random);
      }
    }));
    for (let due = await dueLanes(db.lanes, { now, limit: 100 }); due.length > 0; due = await dueLanes(db.lanes, { now, limit: 100 })) {
      for (const lane of due) await work(lane, await takeLane(db.lanes, { lane, owner: 'z', leaseMs: 60_000, now }), () => 1);
    }
    for (const row of stalls) {
      const late = await commitTurn(db.lanes, {
        lane: lanes[0]!, fence: row.fence, seq: row.seq, now, owner: null, leaseMs: 1, accepts: 'no', error: null, timer: null, outbox: [], trace: null, session: null,
        turn: { kind: 'message', event: 'message', attempts: 1, receivedAt: now, release: null }, messages: [],
      });
      expect(late.ok).toBe(false);
    }
    expect(stalls.length).toBeGreaterThan(5);

    const distinct = new Map(acknowledged.map(({ lane, stored, key }) => [`${lane} ${key}`, stored]));
    for (const lane of lanes) {
      const { rows } = await db.lanes.query<{ turn: number; key: string; turns: number; n: number }>(
        `select m.turn, m.body ->> 'key' as key, (select count(*) from lanes.turns t where t.lane = $1) as turns, (select (s.snapshot ->> 'n')::int8 from lanes.sessions s where s.lane = $1) as n
         from lanes.messages m where m.lane = $1 order by m.no`, [lane],
      );
      const own = [...distinct].filter(([name]) => name.startsWith(lane)).map(([name, stored]) => [stored, name.split(' ')[1]] as const).toSorted((a, b) => a[0] - b[0]);
      expect(rows.map((row) => [row.turn, row.key])).toEqual(own);
      expect(rows[0]).toMatchObject({ turns: own.length, n: own.length });
    }
  });
});
