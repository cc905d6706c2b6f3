import { parseSyntax } from './syntax.ts';
import { visitNames } from './walkSyntax.ts';

/** The variables an expression names, each once, in the order they appear; none when it does not parse. */
export function variablesOf(cel: string): string[] {
  const parsed = parseSyntax(cel);
  if (!parsed.ok) return [];
  const names = new Set<string>();
  visitNames(parsed.syntax, ({ name }) => names.add(name));
  return [...names];
}
