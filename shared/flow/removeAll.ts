import type { NodeTypes } from '../nodes/defineNode.ts';
import type { Flow } from './document.ts';

/**
 * Takes nodes, notes and frames away (what stands in a frame stays) and heals what led to them: an edge that came in goes on to where the node's first connected way
 * out led, unless that is gone as well or the node itself.
 */
export function removeAll(flow: Flow, ids: readonly string[], nodeTypes: NodeTypes): void {
  for (const id of ids) {
    if (flow.notes[id]) delete flow.notes[id];
    if (flow.frames?.[id]) delete flow.frames[id];
    const node = flow.nodes[id];
    if (!node) continue;
    const next = mainTarget(flow, id, nodeTypes);
    for (const edge of edgesInto(flow, id)) {
      const into = flow.edges[edge];
      if (!into) continue;
      if (next && next !== id && into.from !== id) into.to = next;
      else delete flow.edges[edge];
    }
    for (const [edge, { from }] of Object.entries(flow.edges)) if (from === id) delete flow.edges[edge];
    delete flow.nodes[id];
    forgetTranslations(flow, (key) => key.startsWith(`${id}/`));
  }
}

/** Where the node's first connected way out leads. */
function mainTarget(flow: Flow, id: string, nodeTypes: NodeTypes): string | undefined {
  const node = flow.nodes[id];
  const exits = node ? nodeTypes[node.type]?.exits(node.data) ?? [] : [];
  for (const exit of exits) {
    const edge = edgeFrom(flow, id, exit.id);
    const to = edge && flow.edges[edge]?.to;
    if (to && flow.nodes[to]) return to;
  }
  return undefined;
}

/** Removes translations whose original is gone. */
export function forgetTranslations(flow: Flow, gone: (key: string) => boolean): void {
  for (const texts of Object.values(flow.translations)) {
    for (const key of Object.keys(texts)) if (gone(key)) delete texts[key];
  }
}

/** The edge that leaves a node by an exit. */
export function edgeFrom(flow: Flow, from: string, exit: string): string | undefined {
  return Object.entries(flow.edges).find(([, edge]) => edge.from === from && edge.exit === exit)?.[0];
}

/** Edges that lead to a node. */
export function edgesInto(flow: Flow, to: string): string[] {
  return Object.entries(flow.edges).filter(([, edge]) => edge.to === to).map(([id]) => id);
}
