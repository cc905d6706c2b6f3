import { parseSyntax } from './syntax.ts';
import { visitNames } from './walkSyntax.ts';

/** The variables an expression names, each once, in the order they appear; none when it does not parse. */
export function variablesOf(cel: string): string[] {
  return [...new Set(mentionsOf(cel))];
}

/** The variables an expression names, as often as it does; items of lists that hide one are not it. None when it does not parse. */
export function mentionsOf(cel: string): string[] {
  const parsed = parseSyntax(cel);
  if (!parsed.ok) return [];
  const names: string[] = [];
  visitNames(parsed.syntax, ({ name }) => names.push(name));
  return names;
}
