import type { JsonObject } from '@parley/shared/lib/json';
import { jsonText } from '../jsonText.ts';
import type { Pool } from 'pg';

/** One write to a collection; `id` names the effect, so that performing it again changes nothing and gives the first answer. */
export interface RecordChange {
  id: string;
  bot: string;
  collection: string;
  op: 'add' | 'change' | 'remove';
  key: string;
  fields: JsonObject;
  contact: string | null;
  now: Date;
}

/** How a write went, with the record as it stands (or stood, when removed). */
export interface RecordChanged {
  outcome: 'added' | 'exists' | 'changed' | 'removed' | 'missing';
  fields: JsonObject | null;
}

/** Adds if absent, changes or removes one record, once per `id`. */
export async function changeRecord(pool: Pool, { id, bot, collection, op, key, fields, contact, now }: RecordChange): Promise<RecordChanged> {
  const { rows } = await pool.query<{ result: RecordChanged }>({
    name: 'change_record_1',
    text: 'select parley.change_record_1($1, $2, $3, $4, $5, $6, $7, $8) as result',
    values: [id, bot, collection, op, key.replaceAll('\0', ''), jsonText(fields), contact, now],
  });
  const row = rows[0];
  if (!row) throw new Error('Expected one row from change_record_1, got none.');
  return row.result;
}

/** Records whose fields equal all of `where` (`key` means the key itself), by key letter by letter (Unicode code points, whatever the server's own order is); at most `limit`. */
export async function findRecords(pool: Pool, { bot, collection, where, limit }: { bot: string; collection: string; where: JsonObject; limit: number }): Promise<{ key: string; fields: JsonObject }[]> {
  const { key, ...fields } = where;
  const { rows } = await pool.query<{ key: string; fields: JsonObject }>({
    name: 'find_records',
    text: `select key, fields from parley.records where bot = $1 and collection = $2 and fields @> $3 and ($4::text is null or key = $4) order by key collate "C" limit $5`,
    values: [bot, collection, jsonText(fields), key === undefined ? null : String(key).replaceAll('\0', ''), limit],
  });
  return rows;
}
