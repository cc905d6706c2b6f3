import { backWay } from './backWay.ts';
import type { Point, Rect } from './geometry.ts';
import type { Leaving } from './gutters.ts';

/** An edge by its id, from where to where. */
export interface Going extends Leaving {
  id: string;
  target: Rect;
}

/** So many ways are kept apart in one gutter; more of them share. */
const slots = 6;
/** Nearer than this, two lines are one to the eye. */
const apart = 4;

interface Piece {
  across: boolean;
  at: number;
  from: number;
  to: number;
}

/** Gives ways back that would lie upon one another different slots, by edge: 0 for the first, which is left out. Ways into one card meet before it. */
export function slotsOf(edges: readonly Going[], obstacles: readonly Rect[]): ReadonlyMap<string, number> {
  const back = edges.flatMap((edge) => {
    const way = backWay(edge, edge.target, obstacles);
    if (!way) return [];
    const [, , turn] = way;
    // The exit nearest to where a card's ways go is the innermost: then none crosses another.
    return [{ edge, way, order: turn && turn.y < edge.at.y ? edge.at.y : -edge.at.y }];
  }).toSorted((a, b) => a.order - b.order);
  const taken = new Map<string, Piece[]>();
  const given = new Map<string, number>();
  for (const { edge, way } of back) {
    const first = piecesOf(way);
    let [slot, pieces] = [0, first];
    while (slot < slots && !pieces.every((piece) => isFree(piece, taken))) {
      slot += 1;
      pieces = piecesOf(backWay(edge, edge.target, obstacles, slot) ?? way);
    }
    if (slot === slots) [slot, pieces] = [0, first];
    for (const piece of pieces) {
      const key = keyOf(piece, piece.at);
      taken.set(key, [...(taken.get(key) ?? []), piece]);
    }
    if (slot > 0) given.set(edge.id, slot);
  }
  return given;
}

/** The straight pieces of a way, without the last, which leads into the card. */
function piecesOf(way: readonly Point[]): Piece[] {
  return way.slice(1, -1).flatMap((to, index) => {
    const from = way[index];
    if (!from) return [];
    const across = from.y === to.y;
    const [a, b] = across ? [from.x, to.x] : [from.y, to.y];
    return [{ across, at: across ? to.y : to.x, from: Math.min(a, b), to: Math.max(a, b) }];
  });
}

const keyOf = ({ across }: Piece, at: number): string => `${across} ${Math.floor(at / apart)}`;

function isFree(piece: Piece, taken: ReadonlyMap<string, Piece[]>): boolean {
  return [-apart, 0, apart].every((by) => (taken.get(keyOf(piece, piece.at + by)) ?? []).every(({ at, from, to }) => Math.abs(at - piece.at) >= apart || Math.min(to, piece.to) - Math.max(from, piece.from) <= apart));
}
