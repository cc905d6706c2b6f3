import type { Flow } from '../flow/document.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { readNode } from '../nodes/readNode.ts';

/** The nodes of a flow as a conversation meets them: from the start along the ways out in their order; those nobody reaches last. */
export function readingOrder(flow: Flow, nodeTypes: NodeTypes): string[] {
  const ways = new Map(Object.values(flow.edges).map(({ from, exit, to }) => [`${from} ${exit}`, to]));
  const found = new Set<string>();
  const visit = (first: string): void => {
    const open = [first];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const node = flow.nodes[id];
      if (!node || found.has(id)) continue;
      found.add(id);
      const type = nodeTypes[node.type];
      const exits = type ? readNode(type, node.data)?.exits ?? [] : [];
      // The first way out is walked to its end before the second begins.
      for (const exit of exits.toReversed()) open.push(ways.get(`${id} ${exit.id}`) ?? '');
    }
  };
  const ids = Object.keys(flow.nodes);
  for (const id of ids) if (flow.nodes[id]?.type === 'start') visit(id);
  for (const id of ids) visit(id);
  return [...found];
}
