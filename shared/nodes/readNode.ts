import type { JsonObject } from '../lib/json.ts';
import type { Exit, NodeType } from './defineNode.ts';
import { walkFields } from './walkFields.ts';
import type { FieldValue } from './walkFields.ts';

/** A node's data with what its type says about them. Shared by everybody who reads the same data: never changed. */
export interface ReadNode {
  /** Defaults filled in. */
  data: JsonObject;
  exits: readonly Exit[];
  summary: string;
  fields: readonly FieldValue[];
}

type Known = WeakMap<object, ReadNode | undefined>;

const known = new WeakMap<NodeType, Known>();

/**
 * Reads a node's data by its type; undefined when they do not fit the schema. The same object is read only once: documents are
 * never changed in place, so after an edit only the nodes it touched are read anew.
 */
export function readNode(type: NodeType, data: JsonObject): ReadNode | undefined {
  const ofType: Known = known.get(type) ?? new WeakMap();
  known.set(type, ofType);
  if (!ofType.has(data)) ofType.set(data, read(type, data));
  return ofType.get(data);
}

/** The fields of a node's data; of data that do not fit, those that can be made out. */
export function fieldsOf(type: NodeType, data: JsonObject): readonly FieldValue[] {
  return readNode(type, data)?.fields ?? walkFields(type.schema, data);
}

function read(type: NodeType, given: JsonObject): ReadNode | undefined {
  const parsed = type.schema.safeParse(given);
  if (!parsed.success) return undefined;
  // A node type's schema describes JSON (see NodeType): what it parsed is the data its functions take.
  const data = parsed.data as JsonObject;
  return { data, exits: type.exits(data), summary: type.summary(data), fields: [...walkFields(type.schema, data), ...(type.spoken?.(data) ?? [])] };
}
