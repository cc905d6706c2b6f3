import { foldedWords } from '@parley/shared/answers/fold';
import { plainText } from '@parley/shared/expressions/encodeParts';
import type { Parts } from '@parley/shared/expressions/types';
import type { ModelOption } from '@parley/shared/machine/modelCall';

/** The option whose words a text shares most, and the share of them, 0 to 1; of two alike neither is near. */
export function nearestOption(text: string, options: readonly ModelOption<Parts>[]): { option: string | undefined; confidence: number } {
  const said = stemsOf(text);
  if (said.size === 0) return { option: undefined, confidence: 0 };
  const scored = options.map(({ id, label, description, examples }) => {
    const phrases = [plainText(label), ...(description ? [plainText(description)] : []), ...(examples ? plainText(examples).split('\n') : [])];
    return { id, score: Math.max(0, ...phrases.map((phrase) => likeness(said, stemsOf(phrase)))) };
  }).sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first || first.score === 0 || first.score === second?.score) return { option: undefined, confidence: 0 };
  return { option: first.id, confidence: Math.round(first.score * 100) / 100 };
}

/** Longer words by their beginnings, so that “pays” and “payment” are near. */
function stemsOf(text: string): Set<string> {
  return new Set(foldedWords(text).filter(({ length }) => length > 2).map((word) => word.slice(0, 4)));
}

/** How much of the shorter of two texts is in the other. */
function likeness(said: ReadonlySet<string>, meant: ReadonlySet<string>): number {
  const shared = [...meant].filter((stem) => said.has(stem)).length;
  return shared === 0 ? 0 : shared / Math.min(said.size, meant.size);
}
