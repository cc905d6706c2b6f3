import { cardSizes } from '@parley/shared/layout/cardSizes';
import type { Point, Rect } from './geometry.ts';

/** An edge as SVG, and the middle where its buttons stand. */
export interface Route {
  path: string;
  middle: Point;
}

const out = 12;
const arrow = 6;
const radius = 10;
const beside = 20;

/**
 * The way of an edge from a handle to a card. It ends at the card's left at the height of its header when the card is to the
 * right, at its top when it is below, and goes back through the nearest gutter that no card stands in. What would pass behind
 * another card turns corners around it instead, where there is room.
 */
export function routeEdge(source: { at: Point; card: Rect }, target: Rect, obstacles: readonly Rect[]): Route {
  const { at } = source;
  const left: Point = { x: target.x - arrow, y: target.y + cardSizes.header / 2 };
  if (left.x - at.x >= 2 * out) {
    const swing = bend(at, left);
    if (isClear(along(at, swing, left), obstacles)) return curve(at, swing, left);
    const way = onward(source, target, obstacles).find((points) => isClear(points, obstacles));
    return way ? corners(way) : curve(at, swing, left);
  }
  const clear = (points: Point[]): boolean => isClear(points, obstacles);
  if (target.y - (source.card.y + source.card.height) < out) return corners(around(source, target, obstacles));
  const down = below(source, target);
  // The search for a gutter costs most: only where nothing shorter is free.
  return corners([down, low(down, target)].find(clear) ?? [around(source, target, obstacles)].find(clear) ?? down);
}

/** Whether straight pieces pass behind no card. */
function isClear(points: readonly Point[], obstacles: readonly Rect[]): boolean {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const near = obstacles.filter(({ x, y, width, height }) => x < right && x + width > left && y < bottom + 1 && y + height > top - 1);
  return near.every((rect) => points.every((to, index) => { const from = points[index - 1]; return !from || !meets(from, to, rect); }));
}

/** Whether a piece has a part inside a card; one along its border has none. Slanted pieces are short, their box stands for them. */
function meets(a: Point, b: Point, { x, y, width, height }: Rect): boolean {
  return Math.min(a.x, b.x) < x + width - 1 && Math.max(a.x, b.x) > x + 1 && Math.min(a.y, b.y) < y + height - 1 && Math.max(a.y, b.y) > y + 1;
}

/** Ways to a card at the right that turn corners: down beside the card they come from or the one they lead to, or along a free gutter in between. */
function onward({ at, card }: { at: Point; card: Rect }, target: Rect, obstacles: readonly Rect[]): Point[][] {
  const left: Point = { x: target.x - arrow, y: target.y + cardSizes.header / 2 };
  const [first, last] = [Math.max(at.x, card.x + card.width) + beside, target.x - beside];
  const turn = (x: number): Point[] => [at, { x, y: at.y }, { x, y: left.y }, left];
  const lane = freeLane({ from: first, to: last, near: [at.y, left.y] }, obstacles);
  return [turn(last), turn(first), turn(target.x - out), turn(Math.max(at.x, card.x + card.width) + out), [at, { x: first, y: at.y }, { x: first, y: lane }, { x: last, y: lane }, { x: last, y: left.y }, left]];
}

/** The way down, crossing over just above the card it leads to instead of just below the one it comes from. */
function low(down: readonly Point[], target: Rect): Point[] {
  return down.map((point, index) => (index === 2 || index === 3 ? { ...point, y: target.y - 24 } : point));
}

/** How far a curve swings out. */
function bend(from: Point, to: Point): number {
  return Math.min(Math.max(24, (to.x - from.x) * 0.66), to.x - from.x);
}

function curve(from: Point, swing: number, to: Point): Route {
  return {
    path: `M${from.x} ${from.y} C${from.x + swing} ${from.y},${to.x - swing} ${to.y},${to.x} ${to.y}`,
    middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
  };
}

/** Points along a curve, close enough to one another to tell what it passes behind. */
function along(from: Point, swing: number, to: Point): Point[] {
  const pieces = 24;
  return Array.from({ length: pieces + 1 }, (_, index) => {
    const t = index / pieces;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
    return { x: a * from.x + b * (from.x + swing) + c * (to.x - swing) + d * to.x, y: (a + b) * from.y + (c + d) * to.y };
  });
}

/** Out of the handle, down beside the card, back in the gap between the two, and into the target from above. */
function below({ at, card }: { at: Point; card: Rect }, target: Rect): Point[] {
  const bottom = card.y + card.height;
  const gap = bottom + Math.min((target.y - bottom) / 2, 24);
  const entry = target.x + 24;
  const side = Math.max(at.x + out, card.x + card.width + out);
  return [at, { x: side, y: at.y }, { x: side, y: gap }, { x: entry, y: gap }, { x: entry, y: target.y - arrow }];
}

/** Out to the right, along a free gutter, and into the target from its left. */
function around({ at, card }: { at: Point; card: Rect }, target: Rect, obstacles: readonly Rect[]): Point[] {
  const right = Math.max(at.x, card.x + card.width) + beside;
  const entry = target.y + cardSizes.header / 2;
  // Where the way down would pass behind the card it comes from, it goes around that one, too.
  const behind = target.x - beside > card.x - beside && target.x - beside < card.x + card.width;
  const left = behind && target.y !== card.y ? card.x - beside : target.x - beside;
  const lane = freeLane({ from: Math.min(left, right), to: Math.max(left, right), near: [at.y, entry] }, obstacles);
  return [at, { x: right, y: at.y }, { x: right, y: lane }, { x: left, y: lane }, { x: left, y: entry }, { x: target.x - arrow, y: entry }];
}

/** The height of the horizontal gutter between two x where no card stands, with the shortest way to both ends. */
function freeLane({ from, to, near }: { from: number; to: number; near: [number, number] }, obstacles: readonly Rect[]): number {
  const room = 8;
  const crossed = obstacles
    .filter(({ x, width }) => x < to && x + width > from)
    .map(({ y, height }): [number, number] => [y - room, y + height + room])
    .sort((a, b) => a[0] - b[0]);
  const candidates: number[] = [];
  let end = -Infinity;
  for (const [top, bottom] of crossed) {
    if (end === -Infinity) candidates.push(top - room);
    else if (top - end >= room) candidates.push((end + top) / 2);
    end = Math.max(end, bottom);
  }
  candidates.push(end === -Infinity ? (near[0] + near[1]) / 2 : end + room);
  const length = (y: number): number => Math.abs(y - near[0]) + Math.abs(y - near[1]);
  return candidates.reduce((best, y) => (length(y) < length(best) ? y : best));
}

/** Straight pieces with rounded corners. */
function corners(points: Point[]): Route {
  let path = `M${points[0]?.x ?? 0} ${points[0]?.y ?? 0}`;
  let longest = { length: -1, middle: points[0] ?? { x: 0, y: 0 } };
  for (let i = 1; i < points.length; i += 1) {
    const [before, here, next] = [points[i - 1], points[i], points[i + 1]];
    if (!before || !here) continue;
    const length = distance(before, here);
    if (length > longest.length) longest = { length, middle: { x: (before.x + here.x) / 2, y: (before.y + here.y) / 2 } };
    if (!next) {
      path += ` L${here.x} ${here.y}`;
      continue;
    }
    const r = Math.min(radius, length / 2, distance(here, next) / 2);
    const enter = towards(here, before, r);
    const leave = towards(here, next, r);
    path += ` L${enter.x} ${enter.y} Q${here.x} ${here.y} ${leave.x} ${leave.y}`;
  }
  return { path, middle: longest.middle };
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}
