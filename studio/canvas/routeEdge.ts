import { cardSizes } from '@parley/shared/layout/cardSizes';
import { backWay } from './backWay.ts';
import { arrow, beside, freeLanes, isClear, out } from './gutters.ts';
import type { Leaving } from './gutters.ts';
import type { Point, Rect } from './geometry.ts';

/** An edge as SVG, and the middle where its buttons stand. */
export interface Route {
  path: string;
  middle: Point;
}

const radius = 10;

/**
 * The way of an edge from a handle to a card. It ends at the card's left at the height of its header when the card is to the
 * right, at its top when it is below, and goes back through the nearest gutter that no card stands in. What would pass behind
 * another card turns corners around it instead, where there is room. `slot` keeps ways back apart: see `slotsOf`.
 */
export function routeEdge(source: Leaving, target: Rect, obstacles: readonly Rect[], slot = 0): Route {
  const { at } = source;
  const back = backWay(source, target, obstacles, slot);
  if (back) return corners(back);
  const left: Point = { x: target.x - arrow, y: target.y + cardSizes.header / 2 };
  const swing = bend(at, left);
  if (isClear(along(at, swing, left), obstacles)) return curve(at, swing, left);
  const way = onward(source, target, obstacles).find((points) => isClear(points, obstacles));
  return way ? corners(way) : curve(at, swing, left);
}

/** Ways to a card at the right that turn corners: down beside the card they come from or the one they lead to, or along a free gutter in between. */
function onward({ at, card }: Leaving, target: Rect, obstacles: readonly Rect[]): Point[][] {
  const left: Point = { x: target.x - arrow, y: target.y + cardSizes.header / 2 };
  const [first, last] = [Math.max(at.x, card.x + card.width) + beside, target.x - beside];
  const turn = (x: number): Point[] => [at, { x, y: at.y }, { x, y: left.y }, left];
  const lane = freeLanes({ from: first, to: last, near: [at.y, left.y] }, obstacles)[0]?.y ?? left.y;
  return [turn(last), turn(first), turn(target.x - out), turn(Math.max(at.x, card.x + card.width) + out), [at, { x: first, y: at.y }, { x: first, y: lane }, { x: last, y: lane }, { x: last, y: left.y }, left]];
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
