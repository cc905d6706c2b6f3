import dagre from '@dagrejs/dagre';
import type { TidyAnswer, TidyAsk } from './tidy.ts';

type Edge = TidyAsk['edges'][number];

/** How much shorter the only way to a card is wished to be than the ways to where many meet. */
const near = 100;

/**
 * Lays cards out in columns, as they are read: what comes after a card stands in the next column, and what its ways out lead to
 * stands in their order. Edges come in the order of the ways out.
 */
export function layoutCards({ nodes, edges }: TidyAsk): TidyAnswer {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranksep: 84, nodesep: 36, marginx: 80, marginy: 80 });
  graph.setDefaultEdgeLabel(() => ({}));
  const { order, only } = walk({ nodes, edges });
  for (const { id, width, height } of order) graph.setNode(id, { width, height });
  for (const edge of edges) graph.setEdge(edge.from, edge.to, { weight: only(edge) ? near : 1 }, edge.id);
  // Else dagre turns whole branches upside down to save a crossing.
  dagre.layout(graph, { disableOptimalOrderHeuristic: true });
  const places: TidyAnswer = {};
  for (const { id, width, height } of nodes) {
    const { x = 0, y = 0 } = graph.node(id);
    places[id] = { x: Math.round(x - width / 2), y: Math.round(y - height / 2) };
  }
  return places;
}

/** The cards as people come to them from where nothing leads to, and whether an edge is the only way to its card, ways back not counted. */
function walk({ nodes, edges }: TidyAsk): { order: TidyAsk['nodes']; only: (edge: Edge) => boolean } {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const [onward, into] = [grouped(edges, ({ from }) => from), grouped(edges, ({ to }) => to)];
  const cameBy = new Map<string, string>();
  const order: TidyAsk['nodes'] = [];
  const begin = [...nodes.filter(({ id }) => !into.has(id)), ...nodes];
  for (const { id: root } of begin) {
    const waiting = [{ id: root, from: '' }];
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const node = byId.get(next.id);
      if (!node || cameBy.has(next.id)) continue;
      cameBy.set(next.id, next.from);
      order.push(node);
      waiting.push(...(onward.get(next.id) ?? []).map(({ from, to }) => ({ id: to, from })));
    }
  }
  const comesAfter = (id: string, other: string): boolean => {
    let at: string | undefined = id;
    while (at && at !== other) at = cameBy.get(at);
    return at === other;
  };
  return { order, only: ({ id, to }) => (into.get(to) ?? []).every((other) => other.id === id || comesAfter(other.from, to)) };
}

function grouped(edges: readonly Edge[], key: (edge: Edge) => string): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(key(edge));
    if (group) group.push(edge);
    else groups.set(key(edge), [edge]);
  }
  return groups;
}
