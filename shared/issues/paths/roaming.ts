import type { Drawing } from './drawPlaces.ts';
import type { Place, VariableId } from './place.ts';

/** Visits left for remembering guards; when they are used up, what is in doubt stays found (at worst a warning too many). */
export interface Patience {
  left: number;
}

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
