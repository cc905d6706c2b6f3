import { expect, test } from 'vitest';
import { checks } from './index.ts';
import { proofRows, publishingRow } from './promises.data.ts';

test('every check is in exactly one row of what people read, and no row speaks of one that is not there', () => {
  const named: string[] = proofRows.flatMap((row) => [...row.checks]);
  expect(named.toSorted()).toEqual(checks.map(({ name }) => name).sort());
  expect(publishingRow.checks.filter((name) => named.includes(name))).toEqual([]);
});
