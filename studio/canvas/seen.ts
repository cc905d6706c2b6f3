import type { Flow } from '@parley/shared/flow/document';
import type { Rect } from './geometry.ts';

type Transform = readonly [x: number, y: number, zoom: number];

/** The part of the canvas that is on the screen, in canvas pixels. */
export function seenRect({ transform: [x, y, zoom], width, height }: { transform: Transform; width: number; height: number }): Rect {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

/** The frames of a drawing, and whether each is whole inside a box drawn on the screen. */
export function framesWithin(flow: Flow, box: Rect, [x, y, zoom]: Transform): [id: string, within: boolean][] {
  const [left, top, right, bottom] = [(box.x - x) / zoom, (box.y - y) / zoom, (box.x + box.width - x) / zoom, (box.y + box.height - y) / zoom];
  return Object.entries(flow.frames ?? {}).map(([id, frame]) => [id, frame.x >= left && frame.y >= top && frame.x + frame.width <= right && frame.y + frame.height <= bottom]);
}
