import type { Flow } from '@parley/shared/flow/document';
import { flowJsonSchema, noteJsonSchema, nodeJsonSchema } from '@parley/shared/flow/jsonSchemas';
import type { JsonSchema, SchemaScope } from '@parley/shared/flow/jsonSchemas';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';

/** What is shown as JSON: a node, a note, or with nothing chosen the whole flow. */
export interface Thing {
  is: 'node' | 'note' | 'flow';
  /** Where it stands in the document: `['nodes', id]`; the flow itself stands at `[]`. */
  path: string[];
}

/** The thing last chosen of those that are there. */
export function thingIn(flow: Flow, selection: readonly string[]): Thing {
  const id = selection.findLast((chosen) => flow.nodes[chosen] ?? flow.notes[chosen]);
  if (id === undefined) return { is: 'flow', path: [] };
  return flow.nodes[id] ? { is: 'node', path: ['nodes', id] } : { is: 'note', path: ['notes', id] };
}

/** The schema a thing is completed and explained by. */
export function schemaOf({ is, path }: Thing, flow: Flow, nodeTypes: NodeTypes, scope: SchemaScope): JsonSchema | undefined {
  if (is === 'flow') return flowJsonSchema(nodeTypes, scope);
  if (is === 'note') return noteJsonSchema();
  return nodeJsonSchema(flow.nodes[path[1] ?? '']?.type ?? '', nodeTypes, scope);
}
