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

/** The height a card will have before it is drawn: a line holds about 34 letters. */
export function heightOf({ letters, exits }: { letters: number; exits: number }): number {
  const lines = letters === 0 ? 0 : Math.min(2, Math.ceil(letters / 34));
  const body = lines > 0 ? lines * sizes.line + sizes.bodyPadding : 0;
  return sizes.header + body + (exits > 0 ? exits * sizes.row + sizes.exitsPadding : 0);
}
