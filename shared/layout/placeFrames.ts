import { boxAround } from './boxAround.ts';
import type { CardPlaces, FramedCards } from './cards.ts';
import { frameRoom } from './cardSizes.ts';
import { placeCards } from './placeCards.ts';
import { walkCards } from './walkCards.ts';

/** What one frame holds, laid out, and the area it takes without the frame's own room. */
interface Inside {
  places: CardPlaces;
  box: ReturnType<typeof boxAround>;
}

/**
 * Lays cards out as `placeCards` does, frame by frame from the innermost on: outside of it a frame is one card as large as what
 * it holds, so that nothing else comes to stand in it. Every frame has to hold a card, itself or in a frame of its own.
 */
export function placeFrames(ask: FramedCards): CardPlaces {
  // As people come to them: seen from outside, a beginning inside a frame is none, for something leads back to the frame.
  const rank = new Map(walkCards(ask).order.map(({ id }, at) => [id, at]));
  const first = (cards: Iterable<string>): number => Math.min(...[...cards].map((id) => rank.get(id) ?? 0));

  const layOut = (frame: string | undefined): Inside => {
    const cards = ask.nodes.filter((card) => card.frame === frame).map(({ id, width, height }) => ({ id, width, height }));
    const frames = new Map(ask.frames.filter((inner) => inner.frame === frame).map(({ id }) => [frameCard(id), layOut(id)]));
    const blocks = [...frames].map(([id, { box }]) => ({ id, width: box.width + 2 * frameRoom.around, height: box.height + 2 * frameRoom.around + frameRoom.title }));
    const comes = ({ id }: { id: string }): number => first(Object.keys(frames.get(id)?.places ?? { [id]: id }));
    const nodes = [...cards, ...blocks].toSorted((a, b) => comes(a) - comes(b));
    const standsFor = new Map([...cards.map(({ id }) => [id, id] as const), ...[...frames].flatMap(([id, { places }]) => Object.keys(places).map((card) => [card, id] as const))]);
    const placed = placeCards({ nodes, edges: lifted(ask.edges, standsFor) });
    const places: CardPlaces = {};
    for (const [card, item] of standsFor) {
      const at = placed[item] ?? { x: 0, y: 0 };
      const inside = frames.get(item);
      const own = inside?.places[card];
      places[card] = inside && own ? { x: at.x + frameRoom.around + own.x - inside.box.x, y: at.y + frameRoom.around + frameRoom.title + own.y - inside.box.y } : at;
    }
    return { places, box: boxAround(nodes.map(({ id, width, height }) => ({ width, height, ...(placed[id] ?? { x: 0, y: 0 }) }))) };
  };
  return layOut(undefined).places;
}

/** A frame among the cards around it. */
const frameCard = (id: string): string => `frame ${id}`;

/** Edges between what stands for their cards; of several between the same two, the first. */
function lifted(edges: FramedCards['edges'], standsFor: ReadonlyMap<string, string>): FramedCards['edges'] {
  const between = new Map<string, FramedCards['edges'][number]>();
  for (const { id, ...edge } of edges) {
    const [from, to] = [standsFor.get(edge.from), standsFor.get(edge.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const both = `${from}\n${to}`;
    if (!between.has(both)) between.set(both, { id, from, to });
  }
  return [...between.values()];
}
