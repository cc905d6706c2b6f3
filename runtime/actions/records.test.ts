import { describe, expect, test } from 'vitest';
import { databaseKindsAndApart, testDatabase } from '@parley/db/testing';
import type { Json } from '@parley/shared/lib/json';
import type { Action } from '@parley/shared/machine/action';
import { openStage } from '../turns/test/stage.ts';
import { performerOf, performers } from './index.ts';
import { createCallbacks } from '../callbacks/createCallbacks.ts';
import { fetchMedia } from '../lib/media/fetchMedia.ts';
import { createModels } from '../models/createModels.ts';
import { createRequests } from '../requests/createRequests.ts';
import type { EffectTools } from './perform.ts';

type RecordAction = Extract<Action, { type: 'addRecord' | 'changeRecord' | 'removeRecord' | 'findRecords' }>;

/** What a flow does with its bookings, in order; each line's key names its effect. */
const lines: { key: string; action: RecordAction; gives: Json }[] = [
  { key: '1', action: { type: 'findRecords', wait: 1, collection: 'bookings', where: {}, limit: 10 }, gives: { outcome: 'none', records: [], count: 0 } },
  { key: '2', action: { type: 'addRecord', wait: 1, collection: 'bookings', key: 'mon', fields: { name: 'Ann', n: 2 } }, gives: { outcome: 'added', records: [{ key: 'mon', name: 'Ann', n: 2 }], record: { key: 'mon', name: 'Ann', n: 2 }, count: 1 } },
  { key: '3', action: { type: 'addRecord', wait: 1, collection: 'bookings', key: 'mon', fields: { name: 'Bo' } }, gives: { outcome: 'exists', records: [{ key: 'mon', name: 'Ann', n: 2 }], record: { key: 'mon', name: 'Ann', n: 2 }, count: 1 } },
  { key: '4', action: { type: 'changeRecord', wait: 1, collection: 'bookings', key: 'mon', fields: { n: 3 } }, gives: { outcome: 'changed', records: [{ key: 'mon', name: 'Ann', n: 3 }], record: { key: 'mon', name: 'Ann', n: 3 }, count: 1 } },
  { key: '5', action: { type: 'changeRecord', wait: 1, collection: 'bookings', key: 'tue', fields: { n: 3 } }, gives: { outcome: 'missing', records: [], count: 0 } },
  { key: '6', action: { type: 'findRecords', wait: 1, collection: 'bookings', where: { n: 3 }, limit: 10 }, gives: { outcome: 'found', records: [{ key: 'mon', name: 'Ann', n: 3 }], record: { key: 'mon', name: 'Ann', n: 3 }, count: 1 } },
  { key: '7', action: { type: 'findRecords', wait: 1, collection: 'bookings', where: { key: 'mon' }, limit: 10 }, gives: { outcome: 'found', records: [{ key: 'mon', name: 'Ann', n: 3 }], record: { key: 'mon', name: 'Ann', n: 3 }, count: 1 } },
  { key: '8', action: { type: 'findRecords', wait: 1, collection: 'leads', where: {}, limit: 10 }, gives: { outcome: 'none', records: [], count: 0 } },
  { key: '9', action: { type: 'removeRecord', wait: 1, collection: 'bookings', key: 'mon' }, gives: { outcome: 'removed', records: [{ key: 'mon', name: 'Ann', n: 3 }], record: { key: 'mon', name: 'Ann', n: 3 }, count: 1 } },
  { key: '10', action: { type: 'removeRecord', wait: 1, collection: 'bookings', key: 'mon' }, gives: { outcome: 'missing', records: [], count: 0 } },
];

describe.each(databaseKindsAndApart)('records (%s)', async (kind) => {
  const db = await testDatabase(kind);
  const stage = await openStage(db, { sketch: { nodes: { begin: 'start', done: 'end' }, edges: ['begin -> done'] } });
  const tools = (key: string, bot = stage.bot): EffectTools => ({
    pool: db.pool, sandbox: stage.context.sandbox, requests: createRequests(stage.context), callbacks: createCallbacks(stage.context), bot, contact: null, language: null, lane: stage.lane('somebody'), session: 1, key: `${bot}.${key}`, now: stage.clock.now(), seed: 1, signal: new AbortController().signal,
    models: createModels(stage.context), fetchMedia: (file, conversation, signal) => fetchMedia(stage.context, file, conversation, signal), history: () => Promise.resolve([]), stream: () => undefined, say: () => undefined, startTimer: () => undefined, openDialog: () => undefined,
  });
  const perform = (action: RecordAction, key: string, bot?: string) => performerOf(performers, action).perform(action, tools(key, bot));

  test('each effect gives what it did, and performed again the same without doing it again', async () => {
    for (const { key, action, gives } of lines) {
      expect(await perform(action, key), key).toEqual(gives);
      // A writing effect repeated after a crash, whatever happened to the record since.
      for (const earlier of lines.slice(0, lines.findIndex((each) => each.key === key))) {
        if (earlier.action.type !== 'findRecords') expect(await perform(earlier.action, earlier.key), `${earlier.key} again after ${key}`).toEqual(earlier.gives);
      }
    }
  });

  test('of many who want the same key one gets it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, n) => perform({ type: 'addRecord', wait: 1, collection: 'bookings', key: 'fri', fields: { n } }, `race-${n}`)));
    expect(outcomes.map((each) => (each as { outcome: string }).outcome).toSorted()).toEqual(['added', ...Array.from({ length: 11 }, () => 'exists')]);
  });

  test('records are found letter by letter, whatever order the server has', async () => {
    const keys = ['\u{1F600}', 'b', 'Z', '\uFF5E', '\u00E9', 'a', 'B10', 'B2'];
    for (const key of keys) await perform({ type: 'addRecord', wait: 1, collection: 'order', key, fields: {} }, `order-${key}`);
    const found = await perform({ type: 'findRecords', wait: 1, collection: 'order', where: {}, limit: 20 }, 'order');
    expect(found).toMatchObject({ records: ['B10', 'B2', 'Z', 'a', 'b', '\u00E9', '\uFF5E', '\u{1F600}'].map((key) => ({ key })) });
  });

  test('a bot sees its own records only', async () => {
    const other = await openStage(db, { sketch: { nodes: { begin: 'start', done: 'end' }, edges: ['begin -> done'] } });
    await perform({ type: 'addRecord', wait: 1, collection: 'bookings', key: 'sat', fields: {} }, 'sat');
    expect(await perform({ type: 'findRecords', wait: 1, collection: 'bookings', where: { key: 'sat' }, limit: 1 }, 'find', other.bot)).toMatchObject({ outcome: 'none' });
  });
});
