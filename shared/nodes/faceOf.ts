import type { JsonObject } from '../lib/json.ts';
import type { NodeType } from './defineNode.ts';
import { readNode } from './readNode.ts';

/** What a node is called and its glyph: its own where its type's nodes stand for different things, else its type's. */
export function faceOf(type: NodeType, data: JsonObject): { label: string; icon: string; doc: string } {
  const read = type.face && readNode(type, data);
  return (read && type.face?.(read.data)) ?? type;
}
