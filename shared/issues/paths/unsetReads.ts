import type { Drawing } from './drawPlaces.ts';
import { explore } from './explore.ts';
import type { Question, Visit } from './explore.ts';
import type { Assumption, Place, Spot, Step, VariableId } from './place.ts';
import { refine } from './refine.ts';
import type { Candidate, Manner } from './refine.ts';
import type { Roaming } from './roaming.ts';

/** A variable read on a path on which nobody set it. */
export interface UnsetRead {
  variable: VariableId;
  place: Place;
  spot: Spot;
  /** Leads back over the path. */
  visit: Visit;
  /** No path at all sets it before. */
  never: boolean;
}

/** What is asked: the paths, and whether a variable has a value of its own from the beginning (a default, an argument). */
export interface Asked {
  drawing: Drawing;
  roaming: Roaming;
  reached: ReadonlyMap<Place, Visit>;
  hasValue(variable: VariableId): boolean;
}

/**
 * Every place that reads a variable although some path comes there on which nobody set it, with that path. Along a path an unset
 * variable is known to be unset: `isSet(x)` is false, and a condition on it alone is evaluated. Subflows by summaries.
 */
export function unsetReads(asked: Asked): UnsetRead[] {
  const paths = new UnsetPaths(asked);
  return [...readVariables(asked)].filter((variable) => !asked.hasValue(variable)).flatMap((variable) => paths.readsOf(variable));
}

/** The places that some path reaches after this variable was set. */
export function afterSetting(asked: Asked, variable: VariableId): ReadonlySet<Place> {
  return new UnsetPaths(asked).afterSetting(variable);
}

function readVariables({ reached }: Asked): Set<VariableId> {
  const found = new Set<VariableId>();
  for (const place of reached.keys()) {
    for (const { variable } of place.reads) found.add(variable);
    for (const { effects } of place.steps) for (const effect of effects) if ('reads' in effect) found.add(effect.reads);
  }
  return found;
}

/** A way of leaving a variable unset or set in the middle of the drawing. */
interface Writing {
  place: Place;
  step: Step;
  sets: boolean;
}

class UnsetPaths {
  private readonly asked: Asked;
  private readonly writings = new Map<VariableId, Writing[]>();
  private readonly endings = new Map<VariableId, boolean>();

  constructor(asked: Asked) {
    this.asked = asked;
    for (const place of asked.reached.keys()) for (const step of place.steps) this.note(place, step);
  }

  private note(place: Place, step: Step): void {
    const last = new Map<VariableId, boolean>();
    for (const effect of step.effects) if ('writes' in effect) last.set(effect.writes, !effect.unsets);
    for (const [variable, sets] of last) this.writings.set(variable, [...(this.writings.get(variable) ?? []), { place, step, sets }]);
    for (const { variable } of step.call?.results ?? []) {
      const id = this.asked.drawing.reader.resolve(place.flow, variable);
      if (id !== undefined) this.writings.set(id, [...(this.writings.get(id) ?? []), { place, step, sets: true }]);
    }
  }

  readsOf(variable: VariableId): UnsetRead[] {
    const spots = new Map<string, Spot>();
    const found = refine(this.asked, (manner) => this.unset(variable, manner), (visits) => this.candidatesIn(variable, visits, spots));
    const after = found.size === 0 ? new Set<Place>() : this.afterSetting(variable);
    return [...found].flatMap(([key, visit]) => {
      const spot = spots.get(key);
      return spot ? [{ variable, place: visit.place, spot, visit, never: !after.has(visit.place) }] : [];
    });
  }

  /** Every visit of a place on a path on which the variable is not set; undefined when there are too many. */
  private unset(variable: VariableId, manner: Manner): Visit[] | undefined {
    return this.ask({
      ...manner,
      from: this.beginnings(variable),
      allows: (step, { place }) => this.leavesUnset(step, variable) && this.fits(step.assumes, variable, place),
      comesBack: (step) => !this.givesBack(step, variable),
    });
  }

  /** Where a variable may begin to be unset: with its flow, where it is taken away, and where a call gives back nothing. */
  private beginnings(variable: VariableId): Question['from'] {
    const { drawing, roaming } = this.asked;
    const entry = drawing.entries.get(flowOf(variable));
    const from: Question['from'] = entry ? [{ place: entry }] : [];
    for (const { place, step, sets } of this.writings.get(variable) ?? []) {
      if (!sets && step.to) from.push({ place: step.to, inside: true });
      if (!sets && roaming.shortcuts.change.has(variable)) from.push(...this.rests());
      const given = step.call?.results.filter((result) => drawing.reader.resolve(place.flow, result.variable) === variable) ?? [];
      if (step.call && given.some(({ local }) => this.mayEndUnset(`${step.call?.flow}:${local}`))) from.push({ place: step.call.returnTo, inside: true });
    }
    return from;
  }

  /** A shortcut comes back to the beginning of the node that was interrupted. */
  private rests(): Question['from'] {
    const { drawing, reached } = this.asked;
    return [...reached.keys()].filter(({ waits }) => waits).flatMap(({ flow, node }) => {
      const place = drawing.at(flow, node);
      return place ? [{ place, inside: true }] : [];
    });
  }

  private mayEndUnset(local: VariableId): boolean {
    const known = this.endings.get(local);
    if (known !== undefined) return known;
    // Assumed while it is found out: a flow that calls itself is an error of its own.
    this.endings.set(local, true);
    const ends = this.asked.hasValue(local) ? false : (this.unset(local, freely) ?? []).some(({ place }) => place.flow === flowOf(local) && (place.end === 'done' || place.steps.some((step) => step.ends === 'done')));
    this.endings.set(local, ends);
    return ends;
  }

  private candidatesIn(variable: VariableId, visits: readonly Visit[], spots: Map<string, Spot>): Candidate<string>[] {
    const found: Candidate<string>[] = [];
    for (const visit of visits) {
      const { place } = visit;
      const hit = (spot: Spot, assumes: readonly Assumption[]): void => {
        const key = `${place.index} ${spot.cel} ${spot.text ?? ''}`;
        spots.set(key, spot);
        found.push({ key, visit, assumes });
      };
      for (const read of place.reads) if (read.variable === variable && this.fits(read.assumes, variable, place)) hit(read.spot, read.assumes);
      for (const step of place.steps) {
        if (step.effects.length === 0 || !this.fits(step.assumes, variable, place)) continue;
        for (const spot of readsBeforeWriting(step, variable)) hit(spot, step.assumes);
      }
    }
    return found;
  }

  /** Whether guards may turn out so while the variable is unset. */
  private fits(assumes: readonly Assumption[], variable: VariableId, { flow }: Place): boolean {
    return assumes.every(({ fact, holds }) => {
      if (!fact.variables.includes(variable)) return true;
      const verdict = this.asked.drawing.reader.judge(flow, fact.cel, variable);
      return verdict === undefined || verdict === holds;
    });
  }

  private leavesUnset(step: Step, variable: VariableId): boolean {
    if (!step.writes.includes(variable)) return true;
    let unset = true;
    for (const effect of step.effects) if ('writes' in effect && effect.writes === variable) unset = effect.unsets;
    return unset;
  }

  private givesBack(step: Step, variable: VariableId): boolean {
    return (this.writings.get(variable) ?? []).some((writing) => writing.step === step && step.call !== undefined);
  }

  /** Places that some path reaches after the variable was set. */
  afterSetting(variable: VariableId): Set<Place> {
    const from = (this.writings.get(variable) ?? []).filter(({ sets }) => sets).flatMap(({ step }): Question['from'] => {
      const place = step.to ?? step.call?.returnTo;
      return place ? [{ place, inside: true }] : [];
    });
    return new Set((this.ask({ ...freely, from }) ?? []).map(({ place }) => place));
  }

  private ask(question: Omit<Question, 'drawing' | 'shortcuts'>): Visit[] | undefined {
    const { drawing, roaming } = this.asked;
    return explore({ drawing, shortcuts: roaming.shortcuts, ...question });
  }
}

const freely: Manner = { tracked: new Set(), most: Number.POSITIVE_INFINITY };

function readsBeforeWriting({ effects }: Step, variable: VariableId): Spot[] {
  const spots: Spot[] = [];
  for (const effect of effects) {
    if ('reads' in effect && effect.reads === variable) spots.push(effect.spot);
    if ('writes' in effect && effect.writes === variable && !effect.unsets) break;
  }
  return spots;
}

function flowOf(variable: VariableId): string {
  return variable.slice(0, variable.lastIndexOf(':'));
}
