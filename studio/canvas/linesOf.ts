import { cardSizes } from '@parley/shared/layout/cardSizes';
import type { BodyPiece } from '../store/cardOf.ts';
import { textWidth } from './textWidth.ts';
import type { cardFonts } from './textWidth.ts';

const width = cardSizes.width - 20;

/** The font of each piece of a body. */
export const fontOf: Record<BodyPiece['is'], keyof typeof cardFonts> = { text: 'text', flow: 'text', variable: 'variable', code: 'code' };

/** How many lines a card's body takes, at most 2, found by measuring its words as the browser will. */
export function linesOf(body: readonly BodyPiece[]): 0 | 1 | 2 {
  if (body.length === 0) return 0;
  let line = 0;
  for (const { text, is } of body) {
    const padding = is === 'variable' ? 6 : 0;
    for (const word of text.split(/(?<=\s)/)) {
      const long = textWidth(word, fontOf[is]);
      if (line > 0 && line + textWidth(word.trimEnd(), fontOf[is]) + padding > width) return 2;
      if (long + padding > width) return 2;
      line += long;
    }
    line += padding;
  }
  return 1;
}
