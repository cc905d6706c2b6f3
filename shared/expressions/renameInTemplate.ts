import { holesOf } from './parseTemplate.ts';
import { renameVariable } from './renameVariable.ts';

/** The text with a variable called otherwise in its `{{ expressions }}`; everything else stays as it was typed. */
export function renameInTemplate(text: string, from: string, to: string): string {
  return holesOf(text).toReversed().reduce((whole, hole) => {
    const renamed = renameVariable(hole.cel, from, to);
    return renamed === hole.cel ? whole : whole.slice(0, hole.at) + renamed + whole.slice(hole.at + hole.cel.length);
  }, text);
}
