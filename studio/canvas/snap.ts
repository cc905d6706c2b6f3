import type { Point, Rect } from './geometry.ts';

/** A line that shows what a dragged card stands in line with. */
export interface Guide {
  /** x = a line from top to bottom at this x; y = one across. */
  axis: 'x' | 'y';
  at: number;
  from: number;
  to: number;
}

/** How far a drag is pulled, and the lines that say why. */
export interface Snapped {
  by: Point;
  guides: Guide[];
}

const sides = { x: { size: 'width', other: 'y', length: 'height' }, y: { size: 'height', other: 'x', length: 'width' } } as const;
type Axis = keyof typeof sides;

/** Both edges and the middle along an axis. */
function linesOf(rect: Rect, axis: Axis): number[] {
  const size = rect[sides[axis].size];
  return [rect[axis], rect[axis] + size / 2, rect[axis] + size];
}

/** Pulls a dragged rectangle onto the edges and middles of others that are within reach, the nearest of each axis. */
export function snap(moving: Rect, others: readonly Rect[], reach: number): Snapped {
  const by: Point = { x: nearest(moving, others, { axis: 'x', reach }), y: nearest(moving, others, { axis: 'y', reach }) };
  const there = { ...moving, x: moving.x + by.x, y: moving.y + by.y };
  return { by, guides: [...guidesOf(there, others, 'x'), ...guidesOf(there, others, 'y')] };
}

function nearest(moving: Rect, others: readonly Rect[], { axis, reach }: { axis: Axis; reach: number }): number {
  const own = linesOf(moving, axis);
  let best: number | undefined;
  for (const other of others) {
    for (const line of linesOf(other, axis)) {
      for (const mine of own) {
        const far = line - mine;
        if (Math.abs(far) <= reach && (best === undefined || Math.abs(far) < Math.abs(best))) best = far;
      }
    }
  }
  return best ?? 0;
}

/** One guide for each line that others share with the rectangle, as long as all of them together. */
function guidesOf(there: Rect, others: readonly Rect[], axis: Axis): Guide[] {
  const { other: across, length } = sides[axis];
  const own = linesOf(there, axis);
  const guides = new Map<number, Guide>();
  for (const rect of others) {
    for (const line of linesOf(rect, axis)) {
      const at = own.find((mine) => Math.abs(mine - line) < 0.5);
      if (at === undefined) continue;
      const guide = guides.get(at) ?? { axis, at, from: there[across], to: there[across] + there[length] };
      guides.set(at, { ...guide, from: Math.min(guide.from, rect[across]), to: Math.max(guide.to, rect[across] + rect[length]) });
    }
  }
  return [...guides.values()];
}
