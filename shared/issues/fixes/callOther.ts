import type { Fix } from '../issue.ts';
import type { SubjectNode } from '../subject.ts';
import { quoted } from '../where.ts';

/** Numbers a name that another entry beside it has, too. */
export function callOther({ id, fields }: SubjectNode, path: readonly string[], taken: readonly string[]): Fix | undefined {
  const name = fields.find((field) => field.path.join('.') === path.join('.'))?.value;
  if (typeof name !== 'string') return undefined;
  for (let number = 2; ; number += 1) {
    const other = `${name.trim()}${number}`;
    if (!taken.includes(other)) return { label: `Call it ${quoted(other)}`, set: [{ path: ['nodes', id, 'data', ...path], value: other }] };
  }
}
