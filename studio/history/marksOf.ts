import type { Change } from '@parley/shared/api/releases';
import type { VersionMark } from '../canvas/VersionMarks.ts';

/** What the cards, notes and ways of each side wear: new ones only in the new, removed ones only in the old, changed ones in both. */
export function marksOf(changes: readonly Change[]): { before: ReadonlyMap<string, VersionMark>; after: ReadonlyMap<string, VersionMark> } {
  const before = new Map<string, VersionMark>();
  const after = new Map<string, VersionMark>();
  for (const { what, kind, id, moved } of changes) {
    if (what === 'translation') {
      // A node whose translation is another one says something else to somebody.
      const node = id.split('/')[1] ?? '';
      for (const side of [before, after]) if (node && !side.has(node)) side.set(node, 'changed');
    }
    if (moved || !['node', 'edge', 'note', 'frame'].includes(what)) continue;
    if (kind === 'added') after.set(id, 'new');
    else if (kind === 'removed') before.set(id, 'removed');
    else for (const side of [before, after]) side.set(id, 'changed');
  }
  return { before, after };
}
