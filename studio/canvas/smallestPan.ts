import type { Point, Rect } from './geometry.ts';

/** What is seen of the canvas: where its origin is on the screen, and how large it is drawn. */
export interface View extends Point {
  zoom: number;
}

/** Room kept around what is brought into view, in screen pixels; the bar and the map stand at the bottom. */
const room = { left: 32, right: 48, top: 32, bottom: 76 };

/** The shortest way to move the view so that all cards are seen; where they do not fit the first one's upper left corner is. */
export function smallestPan({ x, y, zoom }: View, cards: readonly Rect[], seen: { width: number; height: number }): Point {
  const edges = (one: Rect): { left: number; right: number; top: number; bottom: number } => ({ left: one.x * zoom + x, right: (one.x + one.width) * zoom + x, top: one.y * zoom + y, bottom: (one.y + one.height) * zoom + y });
  const all = cards.map(edges);
  const [first] = all;
  if (!first) return { x: 0, y: 0 };
  const along = (low: 'left' | 'top', high: 'right' | 'bottom', size: number): number => {
    let [from, to] = [Math.min(...all.map((one) => one[low])), Math.max(...all.map((one) => one[high]))];
    if (to - from > size - room[low] - room[high]) [from, to] = [first[low], Math.min(first[high], first[low] + size - room[low] - room[high])];
    if (from < room[low]) return room[low] - from;
    return to > size - room[high] ? size - room[high] - to : 0;
  };
  return { x: along('left', 'right', seen.width), y: along('top', 'bottom', seen.height) };
}

/** Whether all cards are seen whole. */
export function within(view: View, cards: readonly Rect[], seen: { width: number; height: number }): boolean {
  const { x, y } = smallestPan(view, cards, seen);
  return x === 0 && y === 0;
}
