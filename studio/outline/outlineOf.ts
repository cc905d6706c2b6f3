import type { Flow } from '@parley/shared/flow/document';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { startOf, edgeFrom } from '../commands/edits/reading.ts';

/** One row of the outline: a node, where it was reached from, and what follows it. */
export interface OutlineRow {
  /** Unique in the tree: the path of nodes to it. */
  key: string;
  node: string;
  depth: number;
  /** The exit that leads here; undefined for roots. */
  exit: string | undefined;
  /** Already stands elsewhere in the tree, where its own branches are. */
  again: boolean;
  children: number;
}

/** The drawing as a tree, from the start along the ways out; nodes nobody reaches come last as roots of their own. */
export function outlineOf(flow: Flow, nodeTypes: NodeTypes): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const shown = new Set<string>();
  const visit = (node: string, depth: number, exit: string | undefined, trail: string): void => {
    const again = shown.has(node);
    const key = `${trail}/${node}${exit === undefined ? '' : `:${exit}`}`;
    const row: OutlineRow = { key, node, depth, exit, again, children: 0 };
    rows.push(row);
    if (again) return;
    shown.add(node);
    const found = flow.nodes[node];
    const exits = found ? nodeTypes[found.type]?.exits(found.data) ?? [] : [];
    for (const way of exits) {
      const edge = edgeFrom(flow, node, way.id);
      const to = edge && flow.edges[edge]?.to;
      if (!to || !flow.nodes[to]) continue;
      row.children += 1;
      visit(to, depth + 1, way.label, key);
    }
  };
  const start = startOf(flow);
  if (start) visit(start, 0, undefined, '');
  for (const id of Object.keys(flow.nodes)) if (!shown.has(id)) visit(id, 0, undefined, '');
  return rows;
}
