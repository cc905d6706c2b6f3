import type { Check } from '../check.ts';
import { deleteNode } from '../fixes/deleteNode.ts';
import { inNode, quoted } from '../where.ts';

/** No path leads to the node, whatever people say and however guards turn out. */
export const unreachable: Check = {
  name: 'unreachable',
  holds: 'Every node can be reached',
  counts: 'nodes',
  find(subject) {
    return subject.nodes
      .filter(({ flow, id, node }) => node.type !== 'start' && !subject.isReached(flow, id))
      .map((node) => {
        const fix = deleteNode(subject, node);
        return { severity: 'error', ...inNode(node), message: `No way leads to ${quoted(node.name)}, so nobody ever gets there.`, ...(fix && { fix }) };
      });
  },
};
