import type { Flow } from '@parley/shared/flow/document';
import { makeId } from '@parley/shared/lib/id';
import type { Random } from '@parley/shared/lib/id';
import { structuredCloneJson } from './nodes.ts';
import type { Place } from './nodes.ts';

/** Copies nodes, notes and frames with the edges between them, a little aside; gives the new ids by the old. */
export function duplicate(flow: Flow, ids: readonly string[], random: Random, by: Place = { x: 40, y: 40 }): Map<string, string> {
  const copies = new Map<string, string>();
  const copied = <Thing extends Place>(map: Record<string, Thing> | undefined, id: string): void => {
    const thing = map?.[id];
    if (!map || !thing) return;
    const copy = makeId(random);
    copies.set(id, copy);
    map[copy] = { ...structuredCloneJson(thing), x: thing.x + by.x, y: thing.y + by.y };
  };
  for (const id of ids) {
    copied(flow.nodes, id);
    copied(flow.notes, id);
    copied(flow.frames, id);
  }
  for (const texts of Object.values(flow.translations)) {
    for (const [key, translation] of Object.entries(texts)) {
      const copy = copies.get(key.split('/')[0] ?? '');
      if (copy !== undefined) texts[copy + key.slice(key.indexOf('/'))] = { ...translation };
    }
  }
  for (const { from, exit, to } of Object.values(flow.edges)) {
    const [start, end] = [copies.get(from), copies.get(to)];
    if (start && end) flow.edges[makeId(random)] = { from: start, exit, to: end };
  }
  return copies;
}
