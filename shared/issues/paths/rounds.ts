import type { Drawing } from './drawPlaces.ts';
import type { Place, Step, VariableId } from './place.ts';

/** Places that go round without anybody being asked; `how` says whether, and by what, the round can be left. */
export interface Round {
  places: Place[];
  /** never = whatever happens; result = only when an effect turns out otherwise. */
  left: 'never' | 'byResult';
}

/** Finds the rounds of a drawing that people cannot be sure to get out of. Lists gone through and counted rounds end by themselves. */
export function rounds(drawing: Drawing, reached: Pick<ReadonlyMap<Place, unknown>, 'has'>): Round[] {
  const quiet = new QuietWays(drawing, reached);
  // A larger round with an effect in it can be left; one inside of it that comes to no effect is gone round for ever all the same.
  const atOnce = quiet.components((step) => step.why === 'always').filter((places) => quiet.leaving(places, true) === 'never');
  const inside = new Set(atOnce.flat());
  const larger = quiet.components(() => true).flatMap((places): Round[] => {
    const left = quiet.leaving(places, false);
    return left === 'freely' || places.some((place) => inside.has(place)) ? [] : [{ places, left }];
  });
  return [...atOnce.map((places): Round => ({ places, left: 'never' })), ...larger].toSorted((a, b) => (a.places[0]?.index ?? 0) - (b.places[0]?.index ?? 0));
}

class QuietWays {
  private readonly drawing: Drawing;
  private readonly places: Place[];
  private readonly passed = new Set<string>();

  constructor(drawing: Drawing, reached: Pick<ReadonlyMap<Place, unknown>, 'has'>) {
    this.drawing = drawing;
    this.places = drawing.places.filter((place) => reached.has(place));
    // A flow that calls others may come to be passed only once they are known to be.
    for (let before = -1; before < this.passed.size;) {
      before = this.passed.size;
      for (const [flow, entry] of drawing.entries) if (!this.passed.has(flow) && this.closure([entry]).some(({ end, waits }) => end === 'done' && !waits)) this.passed.add(flow);
    }
  }

  /** Where a step leads without anybody being asked in between. */
  private next(place: Place, step: Step): Place | undefined {
    if (place.waits && step.why !== 'always') return undefined;
    if (step.why === 'error') return undefined;
    return step.to ?? (step.call && this.passed.has(step.call.flow) ? step.call.returnTo : undefined);
  }

  private closure(from: readonly Place[]): Place[] {
    const found = new Set(from);
    for (const place of found) {
      for (const step of place.steps) {
        const next = this.next(place, step);
        if (next) found.add(next);
      }
    }
    return [...found];
  }

  /** Groups of places each of which leads to every other by quiet ways of this kind that do not count or use up a list (Tarjan). */
  components(isOfKind: (step: Step) => boolean): Place[][] {
    const found: Place[][] = [];
    const index = new Map<Place, number>();
    const low = new Map<Place, number>();
    const stack: Place[] = [];
    const open = new Set<Place>();
    const waysOf = (place: Place): Place[] => place.steps.flatMap((step) => (step.advances || step.counts || !isOfKind(step) ? [] : this.next(place, step) ?? []));
    const begin = (place: Place): void => {
      index.set(place, index.size);
      low.set(place, index.get(place) ?? 0);
      stack.push(place);
      open.add(place);
    };
    for (const root of this.places) {
      if (index.has(root)) continue;
      begin(root);
      const work: { place: Place; ways: Place[]; at: number }[] = [{ place: root, ways: waysOf(root), at: 0 }];
      for (let top = work.at(-1); top; top = work.at(-1)) {
        const { place, ways } = top;
        const next = ways[top.at];
        top.at += 1;
        if (next) {
          if (!index.has(next)) {
            begin(next);
            work.push({ place: next, ways: waysOf(next), at: 0 });
          } else if (open.has(next)) low.set(place, Math.min(low.get(place) ?? 0, index.get(next) ?? 0));
          continue;
        }
        work.pop();
        const around = work.at(-1);
        if (around) low.set(around.place, Math.min(low.get(around.place) ?? 0, low.get(place) ?? 0));
        if (low.get(place) !== index.get(place)) continue;
        const group = stack.splice(stack.indexOf(place));
        for (const member of group) open.delete(member);
        if (group.length > 1 || waysOf(place).includes(place)) found.push(group.toSorted((a, b) => a.index - b.index));
      }
    }
    return found;
  }

  /** How a round can be left for a place where people are asked or the flow is over; `quickly` = it comes to no effect. */
  leaving(places: readonly Place[], quickly: boolean): 'freely' | Round['left'] {
    const inside = new Set(places);
    const changed = this.changedIn(places, inside, quickly);
    // Without an effect in between it all happens in one turn, in which neither the clock nor chance moves on.
    const atOnce = quickly || !places.some(({ steps }) => steps.some(({ why, to }) => why !== 'always' && why !== 'error' && to && inside.has(to)));
    let left: Round['left'] = 'never';
    for (const place of places) {
      if (place.waits || place.end || (quickly && place.state.wait)) {
        if (this.isFree(place, changed, atOnce)) return 'freely';
        continue;
      }
      for (const step of place.steps) {
        const to = step.to ?? step.call?.returnTo;
        if (step.why === 'error' || step.ends || !to || (step.to && inside.has(to)) || !this.comesToRest(step)) continue;
        if (step.why !== 'always') left = 'byResult';
        else if (step.advances || this.isFree(place, changed, atOnce)) return 'freely';
      }
    }
    return left;
  }

  /** A list may have items; a condition may come out otherwise next time because something in the round changes what it reads. */
  private isFree(place: Place, changed: ReadonlySet<VariableId>, atOnce: boolean): boolean {
    const { reader } = this.drawing;
    return place.steps.some(({ why, guard, assumes, advances, counts }) => {
      if (why !== 'always') return false;
      if (advances || counts) return true;
      const asks = guard?.is === 'true' ? guard.expression : guard?.is === 'means' ? guard.said : undefined;
      // What is understood of a text stays so while the text does.
      const lasts = guard?.is === 'means' ? reader.assumption(place.flow, guard.said) !== undefined : assumes.length > 0;
      const foreseen = guard === undefined || (asks !== undefined && (atOnce || lasts));
      const read = asks ? reader.expression(place.flow, asks).map(({ variable }) => variable) : [];
      return !foreseen || [...read, ...assumes.flatMap(({ fact }) => fact.variables)].some((variable) => changed.has(variable));
    });
  }

  private comesToRest(step: Step): boolean {
    if (step.call && !this.passed.has(step.call.flow)) return true;
    const from = step.to ?? step.call?.returnTo;
    return from !== undefined && this.closure([from]).some((place) => place.waits || place.end !== undefined || place.steps.some(({ call }) => call && !this.passed.has(call.flow)));
  }

  /** The variables that going round changes; what a way out of the round changes comes too late for it. */
  private changedIn(places: readonly Place[], inside: ReadonlySet<Place>, quickly: boolean): Set<VariableId> {
    const changed = new Set<VariableId>();
    const flows = new Set<string>();
    const note = (flow: string, { effects, call }: Step): void => {
      for (const effect of effects) if ('writes' in effect) changed.add(effect.writes);
      for (const { variable } of call?.results ?? []) changed.add(this.drawing.reader.resolve(flow, variable) ?? '');
      if (call) flows.add(call.flow);
    };
    for (const { flow, steps } of places) {
      for (const step of steps) {
        const next = step.to ?? step.call?.returnTo;
        if (next && inside.has(next) && !(quickly && step.why !== 'always')) note(flow, step);
      }
    }
    for (const flow of flows) for (const place of this.drawing.places) if (place.flow === flow) place.steps.forEach((step) => note(flow, step));
    return changed;
  }
}
