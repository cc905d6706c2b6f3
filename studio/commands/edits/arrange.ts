import { boxAround } from '@parley/shared/layout/boxAround';
import type { Point } from '../../canvas/geometry.ts';
import type { Placed } from './things.ts';

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
/** The line things are brought onto: an edge of all of them together, or their middle across or down. */
export type Alignment = (typeof alignments)[number];

export const directions = ['across', 'down'] as const;
export type Spread = (typeof directions)[number];

/** Where things go when they are brought onto one line; two at least, else nothing moves. */
export function align(things: readonly Placed[], how: Alignment): Map<string, Point> {
  if (things.length < 2) return new Map();
  const box = boxAround(things);
  const place: Record<Alignment, (thing: Placed) => Point> = {
    left: ({ y }) => ({ x: box.x, y }),
    centre: ({ y, width }) => ({ x: box.x + (box.width - width) / 2, y }),
    right: ({ y, width }) => ({ x: box.x + box.width - width, y }),
    top: ({ x }) => ({ x, y: box.y }),
    middle: ({ x, height }) => ({ x, y: box.y + (box.height - height) / 2 }),
    bottom: ({ x, height }) => ({ x, y: box.y + box.height - height }),
  };
  return new Map(things.map((thing) => [thing.id, rounded(place[how](thing))]));
}

/** Where things go so that the gaps between them are the same; the outermost two stay. Three at least, else nothing moves. */
export function distribute(things: readonly Placed[], along: Spread): Map<string, Point> {
  if (things.length < 3) return new Map();
  const [at, size] = along === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const middle = (thing: Placed): number => thing[at] + thing[size] / 2;
  const order = things.toSorted((a, b) => middle(a) - middle(b) || a.id.localeCompare(b.id));
  const [first, last] = [order[0], order.at(-1)];
  if (!first || !last) return new Map();
  const room = last[at] + last[size] - first[at] - order.reduce((sum, thing) => sum + thing[size], 0);
  const gap = room / (order.length - 1);
  let next = first[at];
  return new Map(order.map((thing) => {
    const place = rounded({ x: thing.x, y: thing.y, [at]: next });
    next += thing[size] + gap;
    return [thing.id, place];
  }));
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
