import * as z from 'zod';
import { flowSchema, nodeSchema } from '../flow/document.ts';
import type { JsonObject } from '../lib/json.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { botFileSchema } from './botFile.ts';

/**
 * The file of a bot as a JSON Schema (2020-12), for editors and other programs: the file, the flows in it, and the data of each node
 * type. It says what shape everything has; what a field means for a reader stands beside it where the node type says so.
 */
export function botFileJsonSchema(nodeTypes: NodeTypes): JsonObject {
  const nodes = Object.entries(nodeTypes).map(([type, { label, schema }]) => nodeSchema.extend({ type: z.literal(type), data: schema }).meta({ title: label }));
  const [first, ...others] = nodes;
  if (!first) throw new Error('There is no node type.');
  const flow = flowSchema.extend({ nodes: z.record(z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), z.discriminatedUnion('type', [first, ...others])) });
  const file = botFileSchema.extend({ flows: z.record(z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), z.object({ name: z.string().min(1).max(120), flow })) });
  // What is written as JSON is read again as JSON.
  return JSON.parse(JSON.stringify({ title: 'A bot of Parley', ...z.toJSONSchema(file, { io: 'input', unrepresentable: 'any', reused: 'ref' }) })) as JsonObject;
}
