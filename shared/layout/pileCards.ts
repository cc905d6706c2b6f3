import type { CardsToPlace } from './cards.ts';

/** Cards that stand below one another. */
export interface Pile {
  id: string;
  cards: CardsToPlace['nodes'];
  width: number;
  height: number;
}

/** Room for the edge between two cards of a pile: it comes back from the right and enters from above. */
const gap = 44;

/**
 * Puts cards below one another where one leads to the next only, and nothing else does; a pile that would be
 * taller than `tallest` is cut into as many of about the same height as are needed. `edges` are those onward, `order` is that of people.
 */
export function pileCards(order: CardsToPlace['nodes'], edges: CardsToPlace['edges'], tallest: number): Pile[] {
  const known = new Map(order.map((card) => [card.id, card]));
  const [targets, sources] = [neighbours(edges, 'from', 'to'), neighbours(edges, 'to', 'from')];
  const next = (id: string): string | undefined => {
    const [only, ...others] = targets.get(id) ?? [];
    return only !== undefined && others.length === 0 && sources.get(only)?.size === 1 ? only : undefined;
  };
  const followed = new Set(order.flatMap(({ id }) => next(id) ?? []));
  return order.filter(({ id }) => !followed.has(id)).flatMap((first) => {
    const chain = [first];
    for (let id = next(first.id); id !== undefined; id = next(id)) {
      const card = known.get(id);
      if (card) chain.push(card);
    }
    return cut(chain, Math.ceil(heightOf(chain) / tallest));
  });
}

/** Where each card of a pile stands below its top. */
export function within({ cards }: Pile): { id: string; y: number }[] {
  let y = 0;
  return cards.map(({ id, height }) => {
    const at = { id, y };
    y += height + gap;
    return at;
  });
}

function cut(chain: CardsToPlace['nodes'], parts: number): Pile[] {
  const piles: CardsToPlace['nodes'][] = Array.from({ length: parts }, () => []);
  const part = (heightOf(chain) + gap) / parts;
  let above = 0;
  for (const card of chain) {
    piles[Math.floor((above + (card.height + gap) / 2) / part)]?.push(card);
    above += card.height + gap;
  }
  return piles.filter((cards) => cards.length > 0).map((cards) => ({ id: cards[0]?.id ?? '', cards, width: Math.max(...cards.map(({ width }) => width)), height: heightOf(cards) }));
}

function heightOf(cards: CardsToPlace['nodes']): number {
  return cards.reduce((sum, { height }) => sum + height + gap, -gap);
}

function neighbours(edges: CardsToPlace['edges'], of: 'from' | 'to', which: 'from' | 'to'): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const edge of edges) {
    const set = found.get(edge[of]);
    if (set) set.add(edge[which]);
    else found.set(edge[of], new Set([edge[which]]));
  }
  return found;
}
