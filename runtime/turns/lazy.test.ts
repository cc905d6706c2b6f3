import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Database } from '@parley/db/client';
import { laneCalls } from '@parley/db/lanes';
import { databaseKindsAndApart, testDatabase } from '@parley/db/testing';
import type { Sketch } from '@parley/shared/nodes/golden';
import type { Performers } from '../actions/index.ts';
import type { EffectClass } from '../actions/perform.ts';
import { openDoors } from '../channels/test/doorStage.ts';
import { hashToken } from '../lib/keys.ts';
import { openStage } from './test/stage.ts';

const working: Sketch = {
  variables: { n: 'number', one: 'text' },
  nodes: {
    begin: 'start',
    ready: { ask: { question: 'Ready?', save: 'one' } },
    work: { code: { code: 'work', inputs: { n: { name: 'n', value: 'n', order: 1 } }, output: { kind: 'text' }, save: 'one' } },
    failed: { message: { text: 'Failed.' } },
  },
  edges: ['begin -> ready', 'ready.answered -> work', 'work.done -> ready', 'work.failed -> failed', 'failed -> ready'],
};

/** Whose answer is waited for is told nothing before its turn is committed: storing its message need not be waited for by the disk. */
describe.each(databaseKindsAndApart)('a message whose sender waits for the answer (%s)', async (kind) => {
  const db = await testDatabase(kind);

  /** What happened in order: the lane functions that were called, and the effect. */
  async function happened(effect: EffectClass, waits: boolean): Promise<string[]> {
    const log: string[] = [];
    const lanePipe: Database['lanePipe'] = {
      query: (call) => {
        log.push(call.name === 'ingest_1' && call.values.at(-1) === true ? 'ingest_1 lazily' : call.name);
        return db.lanePipe.query(call);
      },
    };
    const performers: Partial<Performers> = { runCode: { class: effect, perform: async () => { log.push('the effect'); return 'done'; } } };
    const stage = await openStage(db, { sketch: working, options: { performers } });
    await stage.say('ann', 'hi');
    const turns = stage.another({}, { db: { ...db, lanePipe } });
    await stage.say('ann', 'yes', { turns: { ...turns, receive: (arrival) => turns.receive({ ...arrival, waits }) } });
    return log;
  }

  test.each<[EffectClass, string[]]>([
    ['pure', ['ingest_1 lazily', 'the effect', 'commit_1']],
    ['read', ['ingest_1 lazily', 'the effect', 'commit_1']],
    // Its key names the row, so the row is on disk first.
    ['keyed', ['ingest_1 lazily', 'extend_1', 'the effect', 'commit_1']],
    ['unsafe', ['ingest_1 lazily', 'journal_1', 'the effect', 'journal_1', 'commit_1']],
  ])('with an effect that is %s', async (effect, order) => {
    expect(await happened(effect, true)).toEqual(order);
  });

  test('a sender that is told at once is told what is on disk', async () => {
    expect(await happened('keyed', false)).toEqual(['ingest_1', 'the effect', 'commit_1']);
  });

  test('the disk is not waited for in that one transaction only', async () => {
    const { bot, channel } = await openStage(db, { sketch: working });
    const client = await db.lanes.connect();
    const waited = async () => (await client.query<{ synchronous_commit: string }>('show synchronous_commit')).rows[0]?.synchronous_commit;
    const usual = await waited();
    const store = (lazy: boolean) => client.query(laneCalls.ingest({ lane: randomUUID(), bot, channel: channel.id, kind: 'message', key: 'k', payload: {}, now: new Date(), owner: null, leaseMs: 1_000, limit: null, lazy }));
    try {
      for (const lazy of [true, false]) {
        await client.query('begin');
        await store(lazy);
        expect(await waited()).toBe(lazy ? 'off' : usual);
        await client.query('commit');
        expect(await waited()).toBe(usual);
      }
    } finally {
      client.release();
    }
  });

  test('a sender that is told to ask again later is told so once the message is on disk', async () => {
    const stage = await openStage(db, { sketch: working });
    await stage.context.models.Channel.update({ tokenHash: hashToken(`slow ${kind}`) }, { where: { id: stage.channel.id } });
    const stored: { waits: boolean; duplicate: boolean }[] = [];
    const { url } = await openDoors(stage, {
      ...stage.turns,
      answer: () => Promise.resolve(undefined),
      async receive(arrival) {
        const receipt = await stage.turns.receive(arrival);
        stored.push({ waits: arrival.waits === true, duplicate: receipt.ok && receipt.duplicate });
        return receipt;
      },
    });
    const response = await fetch(`${url}/channels/rest/slow ${kind}/messages?wait=1`, { method: 'POST', body: JSON.stringify({ id: 'one', from: 'ann', message: { type: 'text', text: 'hi' } }) });
    expect([response.status, await response.json()]).toEqual([202, { turnId: `${stage.lane('ann')}.1` }]);
    expect(stored).toEqual([{ waits: true, duplicate: false }, { waits: false, duplicate: true }]);
  });

  test('a sender whose message cannot be brought to disk any more is told so, to send it again', async () => {
    const stage = await openStage(db, { sketch: working });
    await stage.context.models.Channel.update({ tokenHash: hashToken(`stopping ${kind}`) }, { where: { id: stage.channel.id } });
    const { url } = await openDoors(stage, {
      ...stage.turns,
      answer: () => Promise.resolve(undefined),
      receive: (arrival) => (arrival.waits ? stage.turns.receive(arrival) : Promise.resolve({ ok: false, why: 'stopping' })),
    });
    const response = await fetch(`${url}/channels/rest/stopping ${kind}/messages?wait=1`, { method: 'POST', body: JSON.stringify({ id: 'one', from: 'ann', message: { type: 'text', text: 'hi' } }) });
    expect(response.status).toBe(503);
  });
});
