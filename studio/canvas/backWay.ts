import { cardSizes } from '@parley/shared/layout/cardSizes';
import type { Point, Rect } from './geometry.ts';
import { arrow, beside, freeLanes, isClear, out } from './gutters.ts';
import type { Lane, Leaving } from './gutters.ts';

/** How far from one another ways run that would else lie upon one another. */
const step = 6;
/** So far below the card it leaves a way runs back: nearer, the ring of a chosen card lies on it. */
const clear = 16;
/** So many gutters are tried, the nearest first. */
const tried = 4;

/**
 * The corners of a way to a card below or back, to the card itself, too: it passes behind no card where there is room around them.
 * Undefined for a card to the right. Ways of other slots run beside it.
 */
export function backWay(source: Leaving, target: Rect, obstacles: readonly Rect[], slot = 0): Point[] | undefined {
  const { at, card } = source;
  if (target.x - arrow - at.x >= 2 * out) return undefined;
  const [right, bottom, entry] = [card.x + card.width, card.y + card.height, target.x + 24];
  const under = target.x < right && target.x + target.width > card.x;
  const around = (): Point[][] => arounds(source, target, obstacles, slot);
  if (target.y - bottom < (under || entry > right ? out : 2 * clear)) {
    const ways = around();
    return ways.find((points) => isClear(points, obstacles)) ?? ways[0];
  }
  const down = below(source, target, slot);
  // The search for a gutter costs most: only where nothing shorter is free.
  return [down, low(down, target)].find((points) => isClear(points, obstacles)) ?? around().find((points) => isClear(points, obstacles)) ?? down;
}

/** Out of the handle, down beside the card, back in the gap between the two, and into the target from above. */
function below({ at, card }: Leaving, target: Rect, slot: number): Point[] {
  const bottom = card.y + card.height;
  const first = bottom + Math.min((target.y - bottom) / 2, 24);
  const gap = Math.max(first, Math.min(first + step * slot, target.y - clear));
  const entry = target.x + 24 + step * slot;
  const side = Math.max(at.x, card.x + card.width) + out + step * slot;
  return [at, { x: side, y: at.y }, { x: side, y: gap }, { x: entry, y: gap }, { x: entry, y: target.y - arrow }];
}

/** The way down, crossing over just above the card it leads to instead of just below the one it comes from. */
function low(down: readonly Point[], target: Rect): Point[] {
  return down.map((point, index) => (index === 2 || index === 3 ? { ...point, y: target.y - 24 } : point));
}

/** Ways out to the right, along a gutter, and into the target from its left; the shortest first. */
function arounds({ at, card }: Leaving, target: Rect, obstacles: readonly Rect[], slot: number): Point[][] {
  const entry = target.y + cardSizes.header / 2;
  const away = beside + step * slot;
  const right = Math.max(at.x, card.x + card.width) + away;
  const [first, beyond] = [target.x - away, Math.min(target.x, card.x) - away];
  // Where the way up or down would pass behind the card it leaves, it goes around that one, too.
  const ways = [...new Set([first, beyond])].flatMap((left) => (
    freeLanes({ from: Math.min(left, right), to: Math.max(left, right), near: [at.y, entry] }, obstacles).slice(0, tried).map((lane): Point[] => {
      const y = heightIn(lane, at.y, slot);
      return [at, { x: right, y: at.y }, { x: right, y }, { x: left, y }, { x: left, y: entry }, { x: target.x - arrow, y: entry }];
    })));
  return ways.map((points) => ({ points, length: lengthOf(points) })).toSorted((a, b) => a.length - b.length).map(({ points }) => points);
}

/** The height in a gutter that belongs to a slot: the farther from where it comes the higher its number, and when that side is full on the other one. */
function heightIn({ y, top, bottom }: Lane, from: number, slot: number): number {
  const away = y > from ? 1 : -1;
  const fit = Math.floor((away > 0 ? bottom - y : y - top) / step);
  const moved = y + away * step * (slot > fit ? fit - slot : slot);
  return Math.min(Math.max(moved, top), bottom);
}

function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, { x, y }, index) => { const before = points[index - 1] ?? { x, y }; return sum + Math.abs(x - before.x) + Math.abs(y - before.y); }, 0);
}
