import { expect, test } from 'vitest';
import type { RecordAction, Records } from './records.ts';
import { countRecords, performRecord } from './records.ts';

const bookings: Records = { bookings: { mon: { name: 'Bo', cars: 2, tags: ['wax', 'rush'] }, tue: { name: 'Cy', cars: 2, at: { day: 'tue', hour: 9 } } } };

const find = (where: RecordAction & { type: 'findRecords' } extends { where: infer Where } ? Where : never, limit = 10): RecordAction => ({ type: 'findRecords', wait: 1, collection: 'bookings', where, limit });

test.each<[what: string, action: RecordAction, outcome: string, keys: string[], after: string[]]>([
  ['finds by a field, sorted by key', find({ cars: 2 }), 'found', ['mon', 'tue'], ['mon', 'tue']],
  ['finds by the key itself', find({ key: 'tue' }), 'found', ['tue'], ['mon', 'tue']],
  ['finds no more than asked for', find({}, 1), 'found', ['mon'], ['mon', 'tue']],
  ['finds by an item of a list', find({ tags: ['rush'] }), 'found', ['mon'], ['mon', 'tue']],
  ['finds by a part of an object', find({ at: { hour: 9 } }), 'found', ['tue'], ['mon', 'tue']],
  ['a text is not the number it looks like', find({ cars: '2' }), 'none', [], ['mon', 'tue']],
  ['finds nothing in a collection that is not there', { type: 'findRecords', wait: 1, collection: 'leads', where: {}, limit: 5 }, 'none', [], ['mon', 'tue']],
  ['adds what is absent', { type: 'addRecord', wait: 1, collection: 'bookings', key: 'wed', fields: { name: 'Di' } }, 'added', ['wed'], ['mon', 'tue', 'wed']],
  ['does not add what exists, and says what is there', { type: 'addRecord', wait: 1, collection: 'bookings', key: 'mon', fields: { name: 'Di' } }, 'exists', ['mon'], ['mon', 'tue']],
  ['changes fields', { type: 'changeRecord', wait: 1, collection: 'bookings', key: 'mon', fields: { name: 'Di' } }, 'changed', ['mon'], ['mon', 'tue']],
  ['does not change what is missing', { type: 'changeRecord', wait: 1, collection: 'bookings', key: 'sun', fields: {} }, 'missing', [], ['mon', 'tue']],
  ['removes', { type: 'removeRecord', wait: 1, collection: 'bookings', key: 'mon' }, 'removed', ['mon'], ['tue']],
  ['does not remove what is missing', { type: 'removeRecord', wait: 1, collection: 'bookings', key: 'toString' }, 'missing', [], ['mon', 'tue']],
])('%s', (_, action, outcome, keys, after) => {
  const before = JSON.stringify(bookings);
  const { result, records } = performRecord(bookings, action);
  expect(result).toMatchObject({ outcome, count: keys.length });
  expect(result.records.map(({ key }) => key)).toEqual(keys);
  expect(result.record).toEqual(result.records[0]);
  expect(Object.keys(records['bookings'] ?? {}).toSorted()).toEqual(after);
  expect(countRecords(records)).toBe(after.length);
  expect(JSON.stringify(bookings)).toBe(before);
});

test('finds in the order of the database: capitals first, then small letters, accents, emoji last', () => {
  const keys = ['\u{1F600}', 'b', 'ab', 'Z', '\uFF5E', 'é', 'a', 'B10', 'B2'];
  const records: Records = { all: Object.fromEntries(keys.map((key) => [key, {}])) };
  const { result } = performRecord(records, { type: 'findRecords', wait: 1, collection: 'all', where: {}, limit: 20 });
  expect(result.records.map(({ key }) => key)).toEqual(['B10', 'B2', 'Z', 'a', 'ab', 'b', 'é', '\uFF5E', '\u{1F600}']);
});

test('fields that are not named stay as they are', () => {
  const { result } = performRecord(bookings, { type: 'changeRecord', wait: 1, collection: 'bookings', key: 'mon', fields: { name: 'Di' } });
  expect(result.record).toEqual({ key: 'mon', name: 'Di', cars: 2, tags: ['wax', 'rush'] });
});
