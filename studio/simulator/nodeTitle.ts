import type { FlowSet } from '@parley/shared/flow/document';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import type { NodePlace } from './host/litPath.ts';

/** What a node is called on its card: its title, else its type's label. */
export function nodeTitle(set: FlowSet, nodeTypes: NodeTypes, { flow, node }: NodePlace): string {
  const drawn = set.flows[flow]?.nodes[node];
  return drawn?.title || (drawn && nodeTypes[drawn.type]?.label) || node;
}
