/** A place on the canvas and its size. */
interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The smallest rectangle around all of these. */
export function boxAround(rects: readonly Area[]): Area {
  const [x, y] = [Math.min(...rects.map((rect) => rect.x)), Math.min(...rects.map((rect) => rect.y))];
  return { x, y, width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x, height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y };
}
