import type { Point, Rect } from './geometry.ts';

/** Where an edge leaves: its handle, and the card that has it. */
export interface Leaving {
  at: Point;
  card: Rect;
}

/** A height at which an edge can run across without passing behind a card, and how far up and down that is so. */
export interface Lane {
  y: number;
  top: number;
  bottom: number;
}

/** How far out of a handle an edge turns. */
export const out = 12;
/** The room an arrow head takes before a card. */
export const arrow = 6;
/** How far beside a card an edge that turns corners goes up and down. */
export const beside = 20;

const room = 8;

/** The heights between two x where no card stands, the one with the shortest way to both ends first. */
export function freeLanes({ from, to, near }: { from: number; to: number; near: readonly [number, number] }, obstacles: readonly Rect[]): Lane[] {
  const crossed = obstacles
    .filter(({ x, width }) => x < to && x + width > from)
    .map(({ y, height }): [number, number] => [y - room, y + height + room])
    .sort((a, b) => a[0] - b[0]);
  const lanes: Lane[] = [];
  let end = -Infinity;
  for (const [top, bottom] of crossed) {
    if (end === -Infinity) lanes.push({ y: top - room, top: -Infinity, bottom: top });
    else if (top - end >= room) lanes.push({ y: (end + top) / 2, top: end, bottom: top });
    end = Math.max(end, bottom);
  }
  lanes.push(end === -Infinity ? { y: (near[0] + near[1]) / 2, top: -Infinity, bottom: Infinity } : { y: end + room, top: end, bottom: Infinity });
  const length = ({ y }: Lane): number => Math.abs(y - near[0]) + Math.abs(y - near[1]);
  return lanes.toSorted((a, b) => length(a) - length(b));
}

/** Whether straight pieces pass behind no card. */
export function isClear(points: readonly Point[], obstacles: readonly Rect[]): boolean {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const near = obstacles.filter(({ x, y, width, height }) => x < right && x + width > left && y < bottom + 1 && y + height > top - 1);
  return near.every((rect) => points.every((to, index) => { const from = points[index - 1]; return !from || !meets(from, to, rect); }));
}

/** Whether a piece has a part inside a card; one along its border has none. Slanted pieces are short, their box stands for them. */
function meets(a: Point, b: Point, { x, y, width, height }: Rect): boolean {
  return Math.min(a.x, b.x) < x + width - 1 && Math.max(a.x, b.x) > x + 1 && Math.min(a.y, b.y) < y + height - 1 && Math.max(a.y, b.y) > y + 1;
}
