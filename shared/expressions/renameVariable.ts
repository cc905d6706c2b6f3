import { parseSyntax } from './syntax.ts';
import { visitNames } from './walkSyntax.ts';

/** The expression with a variable called otherwise; everything else stays as it was typed, also where it does not parse. */
export function renameVariable(cel: string, from: string, to: string): string {
  const parsed = parseSyntax(cel);
  if (!parsed.ok) return cel;
  const places: number[] = [];
  visitNames(parsed.syntax, (syntax) => {
    if (syntax.name === from) places.push(syntax.from);
  });
  return places.toSorted((a, b) => b - a).reduce((text, at) => text.slice(0, at) + to + text.slice(at + from.length), cel);
}
