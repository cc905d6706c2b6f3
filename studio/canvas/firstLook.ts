import type { Rect } from './geometry.ts';

/** From this zoom on a card shows its text, and not its head alone. */
export const readable = 0.6;
const zoom = 0.8;
const margin = 48;

/**
 * How a drawing too large to be read as a whole is looked at first: its start at the left, and as much as there is room for of what
 * stands in the columns beside it, from the top. Undefined for one that can be shown whole.
 */
export function firstLook(start: Rect, cards: readonly Rect[], box: { width: number; height: number }): { x: number; y: number; zoom: number } | undefined {
  const [left, right, top, bottom] = edgesOf(cards);
  if (Math.min(box.width / (right - left), box.height / (bottom - top)) >= readable) return undefined;
  const seen = { width: box.width / zoom, height: box.height / zoom, margin: margin / zoom };
  const beside = cards.filter(({ x, width }) => x < start.x + seen.width - seen.margin && x + width > start.x - seen.margin);
  const [, , highest, lowest] = edgesOf(beside);
  const room = seen.height - 2 * seen.margin;
  const from = lowest - highest <= room
    ? (highest + lowest - seen.height) / 2
    // What stands above the start is seen as far as the start itself stays in the upper part.
    : Math.max(highest, start.y - room / 2) - seen.margin;
  return { x: margin - start.x * zoom, y: -from * zoom, zoom };
}

function edgesOf(rects: readonly Rect[]): [left: number, right: number, top: number, bottom: number] {
  return [Math.min(...rects.map(({ x }) => x)), Math.max(...rects.map(({ x, width }) => x + width)), Math.min(...rects.map(({ y }) => y)), Math.max(...rects.map(({ y, height }) => y + height))];
}
