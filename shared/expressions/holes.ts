import { holesOf } from './parseTemplate.ts';
import { remember } from './remember.ts';
import { variablesOf } from './variablesOf.ts';

/** A piece of a text: words, or a `{{ hole }}` with its braces. */
export interface Piece {
  text: string;
  hole: boolean;
}

/** A text cut into words and holes; joined again they are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const hole of holesOf(text)) {
    if (hole.from > from) pieces.push({ text: text.slice(from, hole.from), hole: false });
    pieces.push({ text: text.slice(hole.from, hole.to), hole: true });
    from = hole.to;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hole: false });
  return pieces;
}

/** What a translation makes of the holes of its original. Words inside an expression may be translated; what it names may not change. */
export interface HoleDifference {
  lost: string[];
  invented: string[];
  /** A hole that does not end, or has nothing in it. */
  broken: boolean;
}

/** Compares the variables in the holes of a translation with those of its original; undefined when all is well. */
export function compareHoles(original: string, translation: string): HoleDifference | undefined {
  const [wanted, found] = [namesIn(original), namesIn(translation)];
  const lost = [...wanted].filter((name) => !found.has(name));
  const invented = [...found].filter((name) => !wanted.has(name));
  const broken = holesOf(translation).some(({ closed, cel }) => !closed || cel === '');
  return lost.length + invented.length > 0 || broken ? { lost, invented, broken } : undefined;
}

/** What is wrong with the holes of a translation, in one sentence. */
export function sayHoles({ lost, invented, broken }: HoleDifference): string {
  const named = (names: readonly string[]): string => names.map((name) => `{{${name}}}`).join(', ');
  return [
    lost.length > 0 && `It leaves out ${named(lost)}.`,
    invented.length > 0 && `The original has no ${named(invented)}.`,
    broken && 'A {{ has no }} that closes it, or nothing is in it.',
  ].filter(Boolean).join(' ');
}

/** What a hole names; one that names nothing counts as what it says. A bot names few things, and those again and again. */
const namesOf = remember({ most: 5_000, longest: 1_000 }, (cel): readonly string[] => {
  const names = variablesOf(cel);
  return names.length > 0 ? names : [cel];
});

function namesIn(text: string): Set<string> {
  return new Set(holesOf(text).filter(({ closed, cel }) => closed && cel !== '').flatMap(({ cel }) => namesOf(cel)));
}
