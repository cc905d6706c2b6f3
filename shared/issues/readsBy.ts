import type { VariableId } from './paths/place.ts';
import type { UnsetRead } from './paths/unsetReads.ts';
import type { Subject } from './subject.ts';
import { ofSpot, pathTo } from './where.ts';
import type { Where } from './where.ts';

/** One variable read unset in one place of the drawing, ready to be said. */
export interface ReadUnset {
  variable: string;
  id: VariableId;
  /** The place in words. */
  name: string;
  where: Where;
  /** The shortest path on which nobody sets it, in words. */
  path: string;
}

/** The reads of unset variables, each variable once per field; `never` picks those that no path sets before. */
export function readsBy(subject: Subject, never: boolean): ReadUnset[] {
  const byField = new Map<string, { where: ReturnType<typeof ofSpot>; reads: UnsetRead[] }>();
  for (const read of subject.unset) {
    const where = ofSpot(subject, read.place, read.spot);
    const key = `${read.variable} ${where.flow} ${where.nodeId ?? ''} ${where.field ?? ''}`;
    const known = byField.get(key);
    if (known) known.reads.push(read);
    else byField.set(key, { where, reads: [read] });
  }
  return [...byField.values()].flatMap(({ where: { name, ...where }, reads }) => {
    // A text stands in several states of a node; set before one of them, it is not "never set".
    const shown = reads.find((read) => !read.never);
    const [read] = shown ? [shown] : reads;
    if (!read || (shown === undefined) !== never) return [];
    return [{ id: read.variable, variable: read.variable.slice(read.variable.lastIndexOf(':') + 1), name, where, path: pathTo(subject, read.visit) }];
  });
}
