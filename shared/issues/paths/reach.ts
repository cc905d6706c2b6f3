import type { Drawing } from './drawPlaces.ts';
import { explore } from './explore.ts';
import type { Visit } from './explore.ts';
import type { Place, VariableId } from './place.ts';
import { refine } from './refine.ts';
import type { Candidate, Patience } from './refine.ts';

/** What people may do apart from the drawing, and which guards are worth remembering. */
export interface Roaming {
  shortcuts: { flows: string[]; change: ReadonlySet<VariableId> };
  /** Guards that stand in more than one place: only those can say the same thing twice. */
  tracked: ReadonlySet<string>;
  /** Visits after which a question that remembers guards is asked again without. */
  most: number;
  patience: Patience;
}

/** Looks a drawing through once for what every question about its paths needs. */
export function roamingOf(drawing: Drawing): Roaming {
  const flows = [...new Set(drawing.machine.shortcuts.flatMap(({ does }) => (does.kind === 'call' ? [does.flow] : [])))];
  const called = new Set(flows);
  for (const flow of called) for (const place of drawing.places) if (place.flow === flow) for (const { call } of place.steps) if (call) called.add(call.flow);
  const change = new Set<VariableId>();
  const places = new Map<string, Set<Place>>();
  for (const place of drawing.places) {
    for (const { assumes, effects } of place.steps) {
      for (const { fact } of assumes) places.set(fact.key, (places.get(fact.key) ?? new Set()).add(place));
      if (called.has(place.flow)) for (const effect of effects) if ('writes' in effect) change.add(effect.writes);
    }
  }
  const tracked = new Set([...places].filter(([, where]) => where.size > 1).map(([key]) => key));
  return { shortcuts: { flows, change }, tracked, most: 2_000 + 2 * drawing.places.length, patience: { left: 15_000 } };
}

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
