import { checkTemplate } from '../../expressions/checkTemplate.ts';
import { compareHoles } from '../../expressions/holes.ts';
import { holesOf } from '../../expressions/parseTemplate.ts';
import { renameInTemplate } from '../../expressions/renameInTemplate.ts';
import type { Scope } from '../../expressions/types.ts';

/**
 * A translation with the holes of its original, where there is one way to have them: one that does not end gets its end, and one
 * that names something else in the place of the only one that is left out names that. Undefined where words would have to be found.
 */
export function mendHoles(original: string, translation: string, scope: Scope): string | undefined {
  const difference = compareHoles(original, translation);
  if (!difference) return translation;
  const mended = difference.broken ? closed(original, translation) : renamed(translation, difference);
  return mended !== undefined && !compareHoles(original, mended) && checkTemplate(mended, scope).length === 0 ? mended : undefined;
}

/** Only a last hole can lack its end: what comes after it is in it. */
function closed(original: string, translation: string): string | undefined {
  const open = holesOf(translation).find((hole) => !hole.closed);
  const meant = open && holesOf(original).filter(({ cel }) => open.cel.startsWith(cel)).toSorted((a, b) => b.cel.length - a.cel.length)[0];
  if (!open || !meant) return undefined;
  const end = open.at + meant.cel.length;
  const rest = translation.slice(end);
  return /^[\p{L}\p{N}_]/u.test(rest) ? undefined : `${translation.slice(0, end)}}}${rest.replace(/^\s*\}/, '')}`;
}

function renamed(translation: string, { lost, invented }: { lost: string[]; invented: string[] }): string | undefined {
  const [from, to] = [invented[0], lost[0]];
  if (from === undefined || to === undefined || lost.length > 1 || invented.length > 1) return undefined;
  return renameInTemplate(translation, from, to);
}
