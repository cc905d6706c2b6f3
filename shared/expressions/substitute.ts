import { holesOf } from './parseTemplate.ts';
import { parseSyntax } from './syntax.ts';
import { visitNames } from './walkSyntax.ts';

/** The expression with names replaced by expressions; everything else stays as it was typed, also where it does not parse. */
export function substitute(cel: string, put: (name: string) => string | undefined): string {
  const parsed = parseSyntax(cel);
  if (!parsed.ok) return cel;
  if (parsed.syntax.is === 'name') return put(parsed.syntax.name) ?? cel;
  const places: { at: number; name: string; by: string }[] = [];
  visitNames(parsed.syntax, ({ name, from }) => {
    const by = put(name);
    if (by !== undefined) places.push({ at: from, name, by });
  });
  return places.toSorted((a, b) => b.at - a.at).reduce((text, { at, name, by }) => `${text.slice(0, at)}(${by})${text.slice(at + name.length)}`, cel);
}

/** The text with names in its `{{ expressions }}` replaced by expressions. */
export function substituteInTemplate(text: string, put: (name: string) => string | undefined): string {
  return holesOf(text).toReversed().reduce((whole, { cel, at }) => whole.slice(0, at) + substitute(cel, put) + whole.slice(at + cel.length), text);
}
