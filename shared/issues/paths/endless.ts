import { errorState, silenceState } from '../../machine/machine.ts';
import type { Drawing } from './drawPlaces.ts';
import type { Place, Step } from './place.ts';

/** A place where people are asked and from which no drawn way leads to an end; `silence` = only saying nothing ends it. */
export interface Endless {
  place: Place;
  silence: boolean;
}

/** Finds the waits from which nobody can come to an end by what is drawn. */
export function endless(drawing: Drawing, reached: Pick<ReadonlyMap<Place, unknown>, 'has'>): Endless[] {
  const places = drawing.places.filter((place) => reached.has(place));
  const ends = endsOf(places);
  const good = new Set(places.filter((place) => isDrawnEnd(place)));
  const before = backwards(places);
  const leads = (step: Step): boolean => {
    // A failure is no way that people can choose.
    if (step.why === 'error') return false;
    if (step.ends) return true;
    // A way out that leads nowhere is named by its own check; it does finish the conversation.
    if (step.to) return good.has(step.to) || step.to.id === errorState;
    if (!step.call) return false;
    const callee = ends.get(step.call.flow);
    return callee !== undefined && (callee.has('session') || (callee.has('done') && good.has(step.call.returnTo)) || (callee.has('failed') && good.has(step.call.failedTo)));
  };
  const queue = [...good];
  const add = (place: Place): void => {
    if (good.has(place) || !place.steps.some(leads)) return;
    good.add(place);
    queue.push(place);
  };
  places.forEach(add);
  for (const place of queue) for (const earlier of before.get(place) ?? []) add(earlier);
  return places.filter((place) => place.waits && !good.has(place)).map((place) => ({ place, silence: place.steps.some(({ why, to }) => why === 'timeout' && to?.id === silenceState) }));
}

function isDrawnEnd({ end, id }: Place): boolean {
  return end !== undefined && id !== errorState && id !== silenceState;
}

/** How each flow can be over by what is drawn. */
function endsOf(places: readonly Place[]): Map<string, Set<string>> {
  const ends = new Map<string, Set<string>>();
  for (const place of places) {
    const found = ends.get(place.flow) ?? new Set();
    ends.set(place.flow, found);
    if (isDrawnEnd(place) && place.end) found.add(place.end);
    if (place.steps.some((step) => step.ends)) found.add('done');
    if (place.steps.some(({ why, to }) => why !== 'error' && to?.id === errorState)) found.add('failed');
  }
  return ends;
}

function backwards(places: readonly Place[]): Map<Place, Place[]> {
  const before = new Map<Place, Place[]>();
  const add = (to: Place, from: Place): void => {
    const known = before.get(to);
    if (known) known.push(from);
    else before.set(to, [from]);
  };
  for (const place of places) {
    for (const { to, call } of place.steps) {
      if (to) add(to, place);
      if (call) {
        add(call.returnTo, place);
        add(call.failedTo, place);
      }
    }
  }
  return before;
}
