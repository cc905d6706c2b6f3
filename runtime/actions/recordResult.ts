import type { RecordResult } from '@parley/shared/machine/action';
import type { Json, JsonObject } from '@parley/shared/lib/json';

/** A record as flows see it: its fields and its key. */
export interface Kept {
  key: string;
  fields: JsonObject;
}

/** What a record effect gives back: how it went and the records concerned. */
export function recordResult(outcome: RecordResult['outcome'], kept: readonly Kept[]): Json {
  const records = kept.map(({ key, fields }): JsonObject => ({ ...fields, key }));
  const [record] = records;
  return { outcome, records, ...(record && { record }), count: records.length };
}
