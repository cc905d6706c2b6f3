import type { Flow, FlowSet } from '../flow/document.ts';
import type { Random } from '../lib/id.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';

/** One kind of slip: changes the flow somewhere and says where, or finds nothing to change. */
export type Slip = (flow: Flow, random: Random, nodeTypes: NodeTypes, set: FlowSet) => string | undefined;

/** One of these; undefined of none. */
export const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];

/** A text somewhere in a node's data, with a way to change it. */
export interface PlacedText {
  id: string;
  name: string;
  text: string;
  put(text: string): void;
}

/** Every text of the nodes' data that is wanted by its name and content. */
export function nodeStrings(flow: Flow, wanted: (name: string, text: string) => boolean): PlacedText[] {
  return Object.entries(flow.nodes).flatMap(([id, node]) => objectsIn(node.data).flatMap((data) => Object.entries(data).flatMap(([name, value]) => (
    typeof value === 'string' && wanted(name, value) ? [{ id, name, text: value, put: (text: string) => { data[name] = text; } }] : []))));
}

/** Every object inside a value, itself among them. */
export function objectsIn(value: Json): JsonObject[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return [value, ...Object.values(value).flatMap(objectsIn)];
}
