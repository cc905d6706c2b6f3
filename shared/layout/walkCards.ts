import type { CardsToPlace } from './cards.ts';

type Edge = CardsToPlace['edges'][number];

/** Cards as people come to them. */
export interface Walk {
  /** From where nothing leads to, nearest first. */
  order: CardsToPlace['nodes'];
  /** Whether an edge is the only way to its card, ways back not counted. */
  only: (edge: Edge) => boolean;
  /** Whether an edge leads back to where people came from. */
  back: (edge: Edge) => boolean;
  /** How many steps a card is from its beginning. */
  level: (id: string) => number;
}

/** Walks from where nothing leads to along the ways out, in their order; then from whatever was not reached. */
export function walkCards({ nodes, edges }: CardsToPlace): Walk {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const [onward, into] = [grouped(edges, ({ from }) => from), grouped(edges, ({ to }) => to)];
  const cameBy = new Map<string, string>();
  const levels = new Map<string, number>();
  const order: CardsToPlace['nodes'] = [];
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

function grouped(edges: readonly Edge[], key: (edge: Edge) => string): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(key(edge));
    if (group) group.push(edge);
    else groups.set(key(edge), [edge]);
  }
  return groups;
}
