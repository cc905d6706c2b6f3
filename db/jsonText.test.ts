import { describe, expect, test } from 'vitest';
import { jsonText } from './jsonText.ts';
import { databaseKinds, testDatabase } from './testing.ts';

const cases: { what: string; value: unknown; stored: unknown }[] = [
  { what: 'plain', value: { a: [1, 'x', null, true] }, stored: { a: [1, 'x', null, true] } },
  { what: 'the character 0', value: { 'k\0': 'a\0b' }, stored: { k: 'ab' } },
  { what: 'half a pair', value: ['\ud800', 'x\udc00y'], stored: ['\ufffd', 'x\ufffdy'] },
  { what: 'a whole pair', value: '😀', stored: '😀' },
  { what: 'text that only looks like an escape', value: 'C:\\u0000\\ud800', stored: 'C:\\u0000\\ud800' },
  { what: 'what is not there', value: { a: undefined, b: 1 }, stored: { b: 1 } },
];

describe.each(databaseKinds)('JSON that the database takes (%s)', async (kind) => {
  const db = await testDatabase(kind);

  test.each(cases)('$what', async ({ value, stored }) => {
    const { rows } = await db.pool.query<{ value: unknown }>('select $1::jsonb as value', [jsonText(value)]);
    expect(rows[0]?.value).toEqual(stored);
  });
});
