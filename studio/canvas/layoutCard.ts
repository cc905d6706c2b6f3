import { cardSizes } from '@parley/shared/layout/cardSizes';
import type { Card } from '../store/cardOf.ts';
import { linesOf } from './linesOf.ts';

/** Where everything of a card is. Known before it is drawn, so that a large drawing opens without measuring anything. */
export interface CardLayout {
  height: number;
  /** Lines of the body: 0, 1 or 2. */
  lines: number;
  /** Exits that have a row; fewer than all while the card is folded. */
  shown: Card['exits'];
  /** The heights at which handles stand, by exit: the middle of each. */
  handles: { id: string; y: number }[];
  /** One way out: its handle stands at the height of the header and there is no row. */
  single: boolean;
}

/** Lays a card out; an opened one shows all its ways out. */
export function layoutCard(card: Pick<Card, 'body' | 'exits'>, opened: boolean): CardLayout {
  const single = card.exits.length === 1;
  const folded = !opened && card.exits.length > cardSizes.mostExits;
  const shown = folded ? card.exits.slice(0, cardSizes.shownExits) : card.exits;
  const lines = linesOf(card.body);
  const body = lines > 0 ? lines * cardSizes.line + cardSizes.bodyPadding : 0;
  const rows = single ? 0 : shown.length + (folded ? 1 : 0);
  const top = cardSizes.header + body + 1 + 4;
  const rowOf = (index: number): number => top + Math.min(index, shown.length) * cardSizes.row + cardSizes.row / 2;
  return {
    height: cardSizes.header + body + (rows > 0 ? rows * cardSizes.row + cardSizes.exitsPadding : 0),
    lines,
    shown,
    single,
    // The ways out behind "more" leave from its row.
    handles: card.exits.map(({ id }, index) => ({ id, y: single ? cardSizes.header / 2 : rowOf(index) })),
  };
}
