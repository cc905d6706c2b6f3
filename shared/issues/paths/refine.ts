import type { Drawing } from './drawPlaces.ts';
import type { Question, Visit } from './explore.ts';
import { forget, keep, learn, nothingKnown } from './known.ts';
import type { Known } from './known.ts';
import type { Assumption, VariableId } from './place.ts';
import type { Roaming } from './roaming.ts';

/** Something a question looks for along paths, found at a visit if the guards before turned out so. */
export interface Candidate<Key> {
  key: Key;
  visit: Visit;
  assumes: readonly Assumption[];
}

/** How a question is asked: which guards are remembered, and whether one possible path to each place is enough. */
export type Manner = Pick<Question, 'tracked' | 'once' | 'most'>;

/** How often more guards are remembered before a doubtful finding is kept. */
const rounds = 4;

/**
 * Asks a question with free guards, then looks for a path to each finding on which no guard contradicts itself: first by one
 * walk that never contradicts itself, then, for what is left in doubt, remembering only the guards that got in the way.
 * Remembering all of them for all places takes time exponential in their number; hardly ever are two needed.
 */
export function refine<Key>(
  { drawing, roaming }: { drawing: Drawing; roaming: Roaming },
  ask: (manner: Manner) => Visit[] | undefined,
  candidatesIn: (visits: readonly Visit[]) => Candidate<Key>[],
): Map<Key, Visit> {
  const free = candidatesIn(ask({ tracked: new Set(), most: Number.POSITIVE_INFINITY }) ?? []);
  if (roaming.tracked.size === 0) return firstOf(free);
  const search = new Search<Key>(new Paths(drawing, roaming), free);
  if (search.look(free)) return search.found;
  search.look(candidatesIn(ask({ tracked: roaming.tracked, once: true, most: Number.POSITIVE_INFINITY }) ?? []));
  const tracked = new Set<string>();
  for (let round = 0; round < rounds && search.doubtful.size > 0 && roaming.patience.left > 0; round += 1) {
    const before = tracked.size;
    for (const guard of search.conflicts) tracked.add(guard);
    if (tracked.size === before) break;
    const visits = ask({ tracked, most: Math.min(roaming.most, roaming.patience.left) });
    roaming.patience.left -= visits?.length ?? roaming.most;
    if (!visits) break;
    const candidates = candidatesIn(visits);
    search.keepOnly(new Set(candidates.map(({ key }) => key)));
    search.look(candidates);
  }
  for (const [key, visit] of search.doubtful) search.found.set(key, visit);
  return search.found;
}

function firstOf<Key>(candidates: readonly Candidate<Key>[]): Map<Key, Visit> {
  const found = new Map<Key, Visit>();
  for (const { key, visit } of candidates) if (!found.has(key)) found.set(key, visit);
  return found;
}

class Search<Key> {
  readonly found = new Map<Key, Visit>();
  /** Findings to which no path without a contradiction is known yet. */
  readonly doubtful: Map<Key, Visit>;
  /** Guards that contradicted themselves on the last paths looked at. */
  conflicts = new Set<string>();
  private readonly paths: Paths;

  constructor(paths: Paths, candidates: readonly Candidate<Key>[]) {
    this.paths = paths;
    this.doubtful = firstOf(candidates);
  }

  /** Settles every doubtful finding to which one of the paths can be gone; true when none is left. */
  look(candidates: readonly Candidate<Key>[]): boolean {
    if (this.doubtful.size === 0) return true;
    const conflicts = new Set<string>();
    for (const { key, visit, assumes } of candidates) {
      if (!this.doubtful.has(key)) continue;
      const conflict = this.paths.conflictAt(visit, assumes);
      if (conflict === undefined) {
        this.found.set(key, visit);
        this.doubtful.delete(key);
      } else conflicts.add(conflict);
    }
    if (conflicts.size > 0) this.conflicts = conflicts;
    return this.doubtful.size === 0;
  }

  /** What is not found any more once guards are remembered was never there. */
  keepOnly(keys: ReadonlySet<Key>): void {
    for (const key of this.doubtful.keys()) if (!keys.has(key)) this.doubtful.delete(key);
  }
}

/** What is known along paths, remembered visit by visit; a text is the guard that contradicts itself. */
class Paths {
  private readonly drawing: Drawing;
  private readonly roaming: Roaming;
  private readonly along = new Map<Visit, Known | string>();

  constructor(drawing: Drawing, roaming: Roaming) {
    this.drawing = drawing;
    this.roaming = roaming;
  }

  /** The guard that would have to hold and not to hold on this path; undefined when the path can be gone. */
  conflictAt(visit: Visit, assumes: readonly Assumption[]): string | undefined {
    if (this.roaming.tracked.size === 0) return undefined;
    const known = this.knownAt(visit);
    return typeof known === 'string' ? known : conflictOf(known, assumes);
  }

  private knownAt(visit: Visit): Known | string {
    const chain: Visit[] = [];
    let at: Visit | undefined = visit;
    while (at && !this.along.has(at)) {
      chain.push(at);
      at = at.before;
    }
    let known: Known | string = (at && this.along.get(at)) ?? nothingKnown;
    for (const next of chain.reverse()) {
      if (typeof known !== 'string') known = this.after(known, next);
      this.along.set(next, known);
    }
    return known;
  }

  private after(known: Known, { before, step, place }: Visit): Known | string {
    // A path begins here, or people called a shortcut.
    if (!before || !step) return nothingKnown;
    const { shortcuts, tracked } = this.roaming;
    const rested = before.place.waits && shortcuts.change.size > 0 ? forget(known, (variable) => shortcuts.change.has(variable)) : known;
    const conflict = conflictOf(rested, step.assumes);
    if (conflict !== undefined) return conflict;
    const learned = learn(rested, step.assumes, tracked) ?? rested;
    const changed = new Set(step.writes);
    const { call } = step;
    if (call && place !== call.returnTo && place !== call.failedTo) return keep(learned, ({ variables }) => variables.every((variable) => this.isSession(variable)));
    if (call) {
      for (const { variable } of call.results) changed.add(this.drawing.reader.resolve(before.place.flow, variable) ?? '');
      return forget(learned, (variable) => changed.has(variable) || this.isSession(variable));
    }
    return changed.size === 0 ? learned : forget(learned, (variable) => changed.has(variable));
  }

  private isSession(variable: VariableId): boolean {
    return variable.startsWith(`${this.drawing.machine.main}:`);
  }
}

function conflictOf(known: Known, assumes: readonly Assumption[]): string | undefined {
  return assumes.find(({ fact, holds }) => {
    const before = known.facts.get(fact.key);
    return before !== undefined && before.holds !== holds;
  })?.fact.key;
}
