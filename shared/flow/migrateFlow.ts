import type { JsonObject } from '../lib/json.ts';
import { flowSchemaVersion } from './document.ts';
import { migrations } from './migrations/index.ts';

/** A document of today's shape, or why it cannot be read. */
export type Migrated = { ok: true; document: JsonObject } | { ok: false; message: string };

/** Brings a document of any earlier shape to today's, step by step; the oldest drafts had no `schema`, which counts as 0. */
export function migrateFlow(document: JsonObject): Migrated {
  const found = document['schema'] ?? 0;
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 0) return { ok: false, message: `Expected a whole number up to ${flowSchemaVersion}` };
  if (found > flowSchemaVersion) return { ok: false, message: `This flow was made by a newer Parley (schema ${found}, this one reads up to ${flowSchemaVersion}); update Parley to open it` };
  const due = migrations.filter((migration) => migration.from >= found);
  return { ok: true, document: due.reduce((older, migration) => migration.up(older), document) };
}
