import { fontOf } from '../canvas/linesOf.ts';
import { textWidth } from '../canvas/textWidth.ts';
import type { cardFonts } from '../canvas/textWidth.ts';
import type { BodyPiece } from '../store/cardOf.ts';

/** A piece of a line, and how far from its beginning it stands. */
export interface Run {
  text: string;
  is: BodyPiece['is'];
  at: number;
  width: number;
}

/** Room on both sides of the text of a variable. */
export const chipPadding = 3;

/** As much of a text as fits a width; what does not is told by an ellipsis. */
export function cutTo(text: string, width: number, font: keyof typeof cardFonts): string {
  if (textWidth(text, font) <= width) return text;
  return `${fitting(text, width - textWidth('…', font), font).trimEnd()}…`;
}

/** The beginning of a text that fits a width, in whole characters as people see them. */
function fitting(text: string, width: number, font: keyof typeof cardFonts): string {
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(letters.slice(0, middle).join(''), font) <= width) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join('');
}

/** A body broken into at most as many lines as it has on its card; the last one says by an ellipsis that there is more. */
export function lineUp(body: readonly BodyPiece[], width: number, lines: number): Run[][] {
  const words = body.flatMap(({ text, is }): { text: string; is: BodyPiece['is'] }[] => (is === 'variable' ? [{ text, is }] : text.split(/(?<=\s)/).filter(Boolean).map((word) => ({ text: word, is }))));
  const made: Run[][] = [[]];
  for (const { text, is } of words) {
    if (!place(made, { text, is }, { width, lines })) break;
  }
  return made.map((line) => joined(line)).filter((line) => line.length > 0);
}

/** Puts a word on the last line, or goes on below; false when there is no more room. A word longer than a line is broken, as on the canvas. */
function place(made: Run[][], word: { text: string; is: BodyPiece['is'] }, { width, lines }: { width: number; lines: number }): boolean {
  const { is } = word;
  const padding = is === 'variable' ? 2 * chipPadding : 0;
  let { text } = word;
  for (;;) {
    const line = made.at(-1) ?? [];
    const at = endOf(line);
    if (at + textWidth(text.trimEnd(), fontOf[is]) + padding <= width) {
      line.push(run(text, is, at));
      return true;
    }
    if (made.length >= lines) {
      line.push(run(cutTo(text, width - at - padding, fontOf[is]), is, at));
      return false;
    }
    if (line.length === 0) {
      const head = fitting(text, width - padding, fontOf[is]) || text.slice(0, 1);
      line.push(run(head, is, 0));
      text = text.slice(head.length);
    }
    made.push([]);
  }
}

function run(text: string, is: BodyPiece['is'], at: number): Run {
  return { text, is, at, width: textWidth(text, fontOf[is]) + (is === 'variable' ? 2 * chipPadding : 0) };
}

function endOf(line: readonly Run[]): number {
  const last = line.at(-1);
  return last ? last.at + last.width : 0;
}

/** Words of one kind beside one another are one run. */
function joined(line: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const each of line) {
    const before = runs.at(-1);
    if (before && before.is === each.is && each.is !== 'variable') runs[runs.length - 1] = { ...before, text: before.text + each.text, width: before.width + each.width };
    else runs.push(each);
  }
  return runs;
}
