import dagre from '@dagrejs/dagre';
import type { TidyAnswer, TidyAsk } from './tidy.ts';

type Edge = TidyAsk['edges'][number];

/** How much shorter the only way to a card is wished to be than the ways to where many meet. */
const near = 100;

/** How many cards one after the other dagre takes: it walks them by calls inside calls, and a worker's stack ends. */
const deepest = 400;

const gap = { across: 84, down: 36, around: 80 };

/**
 * Lays cards out in columns, as they are read: what comes after a card stands in the next column, and what its ways out lead to
 * stands in their order. Edges come in the order of the ways out.
 */
export function layoutCards({ nodes, edges }: TidyAsk): TidyAnswer {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranksep: 84, nodesep: 36, marginx: 80, marginy: 80 });
  graph.setDefaultEdgeLabel(() => ({}));
  const { order, only, back, level } = walk({ nodes, edges });
  if (order.some(({ id }) => level(id) > deepest)) return inColumns(order, level);
  for (const { id, width, height } of order) graph.setNode(id, { width, height });
  // Ways back are drawn through gutters; in the reckoning they would pull the beginning to the edge of what leads back to it.
  for (const edge of edges) if (!back(edge)) graph.setEdge(edge.from, edge.to, { weight: only(edge) ? near : 1 }, edge.id);
  // Else dagre turns whole branches upside down to save a crossing.
  dagre.layout(graph, { disableOptimalOrderHeuristic: true });
  const places: TidyAnswer = {};
  for (const { id, width, height } of nodes) {
    const { x = 0, y = 0 } = graph.node(id);
    places[id] = { x: Math.round(x - width / 2), y: Math.round(y - height / 2) };
  }
  return places;
}

/** The cards as people come to them from where nothing leads to, whether an edge is the only way to its card, ways back not counted, whether it is a way back, and how many steps a card is from its beginning. */
function walk({ nodes, edges }: TidyAsk): { order: TidyAsk['nodes']; only: (edge: Edge) => boolean; back: (edge: Edge) => boolean; level: (id: string) => number } {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const [onward, into] = [grouped(edges, ({ from }) => from), grouped(edges, ({ to }) => to)];
  const cameBy = new Map<string, string>();
  const levels = new Map<string, number>();
  const order: TidyAsk['nodes'] = [];
  const begin = [...nodes.filter(({ id }) => !into.has(id)), ...nodes];
  for (const { id: root } of begin) {
    const waiting = [{ id: root, from: '' }];
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const node = byId.get(next.id);
      if (!node || cameBy.has(next.id)) continue;
      cameBy.set(next.id, next.from);
      levels.set(next.id, next.from === '' ? 0 : (levels.get(next.from) ?? 0) + 1);
      order.push(node);
      waiting.push(...(onward.get(next.id) ?? []).map(({ from, to }) => ({ id: to, from })));
    }
  }
  const comesAfter = (id: string, other: string): boolean => {
    let at: string | undefined = id;
    while (at && at !== other) at = cameBy.get(at);
    return at === other;
  };
  return { order, back: ({ from, to }) => comesAfter(from, to), level: (id) => levels.get(id) ?? 0, only: ({ id, to }) => (into.get(to) ?? []).every((other) => other.id === id || comesAfter(other.from, to)) };
}

/** Cards by how many steps they are from the beginning, in lines of as many columns as are taken at once. */
function inColumns(order: TidyAsk['nodes'], level: (id: string) => number): TidyAnswer {
  const width = Math.max(...order.map((card) => card.width));
  const ends = new Map<number, number>();
  const places: TidyAnswer = {};
  for (const { id, height } of order) {
    const column = level(id);
    const y = ends.get(column) ?? gap.around;
    places[id] = { x: gap.around + (column % deepest) * (width + gap.across), y };
    ends.set(column, y + height + gap.down);
  }
  // As lines of a text: a canvas has an end, too.
  const line = Math.max(...ends.values()) + gap.around;
  for (const { id } of order) {
    const place = places[id];
    if (place) place.y += Math.floor(level(id) / deepest) * line;
  }
  return places;
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
