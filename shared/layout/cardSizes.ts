/** Sizes of cards, in canvas pixels. */
export const cardSizes = { width: 216, header: 36, row: 22, line: 16, exitsPadding: 9, bodyPadding: 8, mostExits: 7, shownExits: 6 } as const;

/** Room between a frame and what it is put around, and above it for its title. */
export const frameRoom = { around: 28, title: 30 } as const;

/** About how tall a card is that was not drawn yet: its header, up to two lines of what it says, a row for each way out while it is folded. */
export function heightBefore({ says, exits }: { says: string; exits: number }): number {
  // A letter is about six wide, and the body has ten on either side.
  const lines = says === '' ? 0 : says.length * 6 > cardSizes.width - 20 ? 2 : 1;
  const rows = exits > cardSizes.mostExits ? cardSizes.shownExits + 1 : exits > 1 ? exits : 0;
  return cardSizes.header + (lines > 0 ? lines * cardSizes.line + cardSizes.bodyPadding : 0) + (rows > 0 ? rows * cardSizes.row + cardSizes.exitsPadding : 0);
}
