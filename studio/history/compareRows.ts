import type { Change } from '@parley/shared/api/releases';
import { readChange } from '../changes/readChange.ts';
import type { Sides } from '../changes/readFields.ts';
import type { Reading } from '../changes/readChange.ts';

/** One line of a comparison. */
export interface CompareRow {
  change: Change;
  reading: Reading;
  /** The heading it stands under. */
  sort: Change['what'] | 'moved';
}

const sorts: readonly CompareRow['sort'][] = ['flow', 'node', 'edge', 'variable', 'setting', 'translation', 'note', 'frame', 'moved'];

/** What names a change among others. */
export function keyOf({ flow, what, id }: Pick<Change, 'flow' | 'what' | 'id'>): string {
  return `${flow} ${what} ${id}`;
}

/** What is different as lines: nodes in the order they stand on the canvas, then what joins them, then the rest; what was only moved comes last. */
export function rowsOf(changes: readonly Change[], sides: Sides): CompareRow[] {
  const rows = changes.map((change): CompareRow => {
    const reading = readChange(change, sides);
    const nothing = change.kind === 'changed' && reading.fields.length === 0;
    return { change, reading, sort: change.moved || (nothing && ['node', 'note', 'frame'].includes(change.what)) ? 'moved' : change.what };
  });
  const readable = rows.filter(({ change, reading, sort }) => sort === 'moved' || change.kind !== 'changed' || reading.fields.length > 0);
  const place = ({ change }: CompareRow): number => {
    const node = sides.after?.nodes[change.id] ?? sides.before?.nodes[change.id] ?? sides.after?.nodes[change.id.split('/')[1] ?? ''];
    return node ? node.x + node.y / 10_000 : 0;
  };
  return readable.toSorted((a, b) => sorts.indexOf(a.sort) - sorts.indexOf(b.sort) || place(a) - place(b) || a.reading.name.localeCompare(b.reading.name));
}
