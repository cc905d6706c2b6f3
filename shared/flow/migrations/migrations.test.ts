import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sampleTypes } from '../../test/flow/sampleTypes.ts';
import { flowSchemaVersion } from '../document.ts';
import { migrateFlow } from '../migrateFlow.ts';
import { parseFlow } from '../parseFlow.ts';
import { migrations } from './index.ts';

const fixture = (name: string): unknown => {
  const file = fileURLToPath(new URL(`${name}.json`, import.meta.url));
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};

test('the migrations lead from the first shape to today’s without a gap', () => {
  expect(migrations.map(({ from }) => from)).toEqual(Array.from({ length: flowSchemaVersion }, (_, index) => index));
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
});

test.each(migrations.map((migration) => [migration.name, migration] as const))('%s turns its document of before into the one of after', (name, migration) => {
  const before = fixture(`${name}.before`);
  expect(before, `${name}.before.json`).toBeDefined();
  expect(migration.up(before as Parameters<typeof migration.up>[0])).toEqual(fixture(`${name}.after`));
  expect(migration.why.length).toBeGreaterThan(20);
});

test('a document of any earlier shape is read as one of today', () => {
  for (const { name } of migrations) {
    const parsed = parseFlow(fixture(`${name}.before`), sampleTypes);
    expect(parsed).toMatchObject({ ok: true, flow: { schema: flowSchemaVersion } });
  }
});

test.each([
  [flowSchemaVersion + 1, 'newer'], [-1, 'whole number'], [0.5, 'whole number'], ['1', 'whole number'], [null, 'edges'],
])('schema %j is refused or named', (schema, word) => {
  const migrated = migrateFlow({ schema });
  if (schema === null) expect(migrated.ok).toBe(true);
  else expect(migrated).toMatchObject({ ok: false, message: expect.stringContaining(word) });
});

test('an old document with anything odd in it migrates without an exception', () => {
  const odd = [null, 3, 'x', [], [null, 3, { from: 'a' }], { a: 1 }];
  for (const edges of odd) for (const languages of odd) expect(() => migrateFlow({ edges, languages })).not.toThrow();
});
