import type { NodeType } from '@parley/shared/nodes/defineNode';
import type { TextRow } from '@parley/shared/translations/textRows';
import type { Desk } from '../commands/actions.ts';

/** The type of the node a text belongs to; undefined for a text of the settings. */
export function nodeTypeOf({ book, nodeTypes }: Pick<Desk, 'book' | 'nodeTypes'>, { flow, nodeId }: Pick<TextRow, 'flow' | 'nodeId'>): NodeType | undefined {
  const node = nodeId === undefined ? undefined : book.flows.getState()[flow]?.store.getState().flow.nodes[nodeId];
  return node && nodeTypes[node.type];
}
