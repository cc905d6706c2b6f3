import dagre from '@dagrejs/dagre';
import type { CardPlaces, CardsToPlace } from './cards.ts';
import { pileCards, within } from './pileCards.ts';
import type { Pile } from './pileCards.ts';
import { walkCards } from './walkCards.ts';
import type { Walk } from './walkCards.ts';

/** How much shorter the only way to a card is wished to be than the ways to where many meet. */
const near = 100;

/** How many cards one after the other dagre takes: it walks them by calls inside calls, and a worker's stack ends. */
const deepest = 400;

/** How tall a pile may be: it is seen whole, at a size that can be read. */
const tallest = 620;

/** A window is about so much wider than tall. */
const shape = 1.5;

const gap = { across: 84, down: 36, around: 80 };

/**
 * Lays cards out in columns, as they are read: what comes after a card stands in the next column, and what its ways out lead to
 * stands in their order. Cards one after the other stand below one another where that makes the drawing easier to see whole.
 */
export function placeCards(ask: CardsToPlace): CardPlaces {
  const walk = walkCards(ask);
  if (walk.order.some(({ id }) => walk.level(id) > deepest)) return inLines(walk);
  const onward = ask.edges.filter((edge) => !walk.back(edge));
  const single = walk.order.map((card): Pile => ({ id: card.id, cards: [card], width: card.width, height: card.height }));
  const piled = pileCards(walk.order, onward, tallest);
  const ways = [single, ...(piled.length < single.length ? [piled] : [])].map((piles) => inColumns(piles, onward, walk));
  return ways.reduce((best, way) => (way.farAway < best.farAway ? way : best)).places;
}

/** Columns of piles, and how far away one has to stand to see all of it. */
function inColumns(piles: readonly Pile[], onward: CardsToPlace['edges'], { only }: Walk): { places: CardPlaces; farAway: number } {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranksep: gap.across, nodesep: gap.down, marginx: gap.around, marginy: gap.around });
  graph.setDefaultEdgeLabel(() => ({}));
  const pileOf = new Map(piles.flatMap(({ id, cards }) => cards.map((card) => [card.id, id] as const)));
  for (const { id, width, height } of piles) graph.setNode(id, { width, height });
  // Ways back are drawn through gutters; in the reckoning they would pull the beginning to the edge of what leads back to it.
  for (const edge of onward) {
    const [from, to] = [pileOf.get(edge.from), pileOf.get(edge.to)];
    if (from !== undefined && to !== undefined && from !== to) graph.setEdge(from, to, { weight: only(edge) ? near : 1 }, edge.id);
  }
  // Else dagre turns whole branches upside down to save a crossing.
  dagre.layout(graph, { disableOptimalOrderHeuristic: true });
  const places: CardPlaces = {};
  for (const pile of piles) {
    const { x = 0, y = 0 } = graph.node(pile.id);
    for (const card of within(pile)) places[card.id] = { x: Math.round(x - pile.width / 2), y: Math.round(y - pile.height / 2 + card.y) };
  }
  const { width = 0, height = 0 } = graph.graph();
  return { places, farAway: Math.max(width / shape, height) };
}

/** Cards by how many steps they are from the beginning, in lines of as many columns as are taken at once. */
function inLines({ order, level }: Walk): CardPlaces {
  const width = Math.max(...order.map((card) => card.width));
  const ends = new Map<number, number>();
  const places: CardPlaces = {};
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
