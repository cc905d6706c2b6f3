/** A card's place on the canvas. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Sizes of cards, in canvas pixels. */
export const sizes = { width: 216, header: 36, row: 22, line: 16, exitsPadding: 9, bodyPadding: 8, mostExits: 7, shownExits: 6 } as const;
