import type { Json, JsonObject } from '../lib/json.ts';
import type { RecordResult, ResultAction } from '../machine/action.ts';

/** Records of a simulated bot: collection -> key -> fields. Never changed in place. */
export type Records = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** An effect on records. */
export type RecordAction = Extract<ResultAction, { type: 'findRecords' | 'addRecord' | 'changeRecord' | 'removeRecord' }>;

/** Performs an effect on records as the database does (`parley.change_record_1`): what it gives back, and the records afterwards. */
export function performRecord(records: Records, action: RecordAction): { result: RecordResult; records: Records } {
  const { collection } = action;
  const kept = own(records, collection) ?? {};
  if (action.type === 'findRecords') {
    const found = matching(kept, action.where).slice(0, action.limit);
    return { records, result: resultOf(found.length > 0 ? 'found' : 'none', found) };
  }
  const { key } = action;
  const old = own(kept, key);
  const keeping = (entries: [string, JsonObject][]): Records => ({ ...records, [collection]: Object.fromEntries(entries) });
  const others = Object.entries(kept).filter(([name]) => name !== key);
  if (action.type === 'addRecord') {
    if (old) return { records, result: resultOf('exists', [[key, old]]) };
    return { records: keeping([...others, [key, action.fields]]), result: resultOf('added', [[key, action.fields]]) };
  }
  if (!old) return { records, result: resultOf('missing', []) };
  if (action.type === 'removeRecord') return { records: keeping(others), result: resultOf('removed', [[key, old]]) };
  const changed = { ...old, ...action.fields };
  return { records: keeping([...others, [key, changed]]), result: resultOf('changed', [[key, changed]]) };
}

/** How many records there are in all collections. */
export function countRecords(records: Records): number {
  return Object.values(records).reduce((sum, collection) => sum + Object.keys(collection).length, 0);
}

function matching(kept: Readonly<Record<string, JsonObject>>, where: JsonObject): [string, JsonObject][] {
  const { key, ...fields } = where;
  const wanted = key === undefined ? undefined : textOf(key);
  return Object.entries(kept)
    .filter(([name, record]) => (wanted === undefined || name === wanted) && contains(record, fields))
    .sort(([one], [other]) => byCodePoints(one, other));
}

/** Compares as the database's `collate "C"` does; JavaScript's own order puts emoji before some letters. */
function byCodePoints(one: string, other: string): number {
  const [letters, others] = [[...one], [...other]];
  const differs = letters.findIndex((letter, place) => letter !== others[place]);
  if (differs === -1) return letters.length - others.length;
  return (letters[differs]?.codePointAt(0) ?? 0) - (others[differs]?.codePointAt(0) ?? -1);
}

/** Whether a value holds all of another, as PostgreSQL's `@>` has it: objects by key, lists by item in any order. */
function contains(value: Json | undefined, part: Json): boolean {
  if (Array.isArray(part)) return Array.isArray(value) && part.every((item) => value.some((other) => contains(other, item)));
  if (typeof part !== 'object' || part === null) return value === part;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(part).every(([name, inner]) => Object.hasOwn(value, name) && contains(value[name], inner));
}

function resultOf(outcome: RecordResult['outcome'], found: [string, JsonObject][]): RecordResult {
  const records = found.map(([key, fields]): JsonObject => ({ ...fields, key }));
  const [record] = records;
  return { outcome, records, ...(record && { record }), count: records.length };
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function own<Value>(map: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
