import type { Drawing } from './drawPlaces.ts';
import { explore } from './explore.ts';
import type { Visit } from './explore.ts';
import type { Place } from './place.ts';
import { refine } from './refine.ts';
import type { Candidate } from './refine.ts';
import type { Roaming } from './roaming.ts';

/** The first visit of every place that people can come to. A flow that nobody calls is looked at as if somebody did. */
export function reach(drawing: Drawing, roaming: Roaming): ReadonlyMap<Place, Visit> {
  const { shortcuts } = roaming;
  const main = drawing.entries.get(drawing.machine.main);
  const from = main ? [{ place: main }] : [];
  for (;;) {
    const reached = refine({ drawing, roaming }, (manner) => explore({ drawing, from, shortcuts, ...manner }), everyPlace);
    const uncalled = [...drawing.entries.values()].find((entry) => !reached.has(entry) && !from.some(({ place }) => place === entry));
    if (!uncalled) return reached;
    from.push({ place: uncalled });
  }
}

function everyPlace(visits: readonly Visit[]): Candidate<Place>[] {
  return visits.map((visit) => ({ key: visit.place, visit, assumes: [] }));
}
