import type { BodyPiece } from '../store/cardOf.ts';
import { sizes } from './geometry.ts';

const width = sizes.width - 20;
const fonts: Record<BodyPiece['is'], string> = {
  text: '11.5px "Inter Variable", system-ui, sans-serif', flow: '11.5px "Inter Variable", system-ui, sans-serif',
  variable: '10.35px "Geist Mono Variable", ui-monospace, monospace', code: '10.5px "Geist Mono Variable", ui-monospace, monospace',
};

let pen: CanvasRenderingContext2D | null | undefined;

/** How many lines a card's body takes, at most 2, found by measuring its words as the browser will. */
export function linesOf(body: readonly BodyPiece[]): 0 | 1 | 2 {
  if (body.length === 0) return 0;
  let line = 0;
  for (const { text, is } of body) {
    const padding = is === 'variable' ? 6 : 0;
    for (const word of text.split(/(?<=\s)/)) {
      const long = widthOf(word, is);
      if (line > 0 && line + widthOf(word.trimEnd(), is) + padding > width) return 2;
      if (long + padding > width) return 2;
      line += long;
    }
    line += padding;
  }
  return 1;
}

function widthOf(text: string, is: BodyPiece['is']): number {
  pen ??= typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * 6;
  pen.font = fonts[is];
  return pen.measureText(text).width;
}
