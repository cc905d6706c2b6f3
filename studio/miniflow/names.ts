import type { Flow } from '@parley/shared/flow/document';
import type { NodeGroup } from '@parley/shared/nodes/defineNode';
import { faceOf } from '@parley/shared/nodes/faceOf';
import { nodeTypes } from '@parley/shared/nodes/index';

/** What a node is called: its title, else what its type is called. A node that is gone keeps its id. */
export function titleOf(flow: Pick<Flow, 'nodes'> | undefined, id: string): string {
  const node = flow?.nodes[id];
  const type = node && nodeTypes[node.type];
  return node?.title || (type && faceOf(type, node.data).label) || id;
}

/** The family whose colour a node type wears. */
export const familyOf = (type: string): NodeGroup => nodeTypes[type]?.group ?? 'ends';

/** The name of a node type's glyph. */
export const iconOf = (type: string): string => nodeTypes[type]?.icon ?? '';
