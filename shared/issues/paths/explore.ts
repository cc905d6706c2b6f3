import type { Drawing } from './drawPlaces.ts';
import { forget, keep, learn, nothingKnown, together } from './known.ts';
import type { Known } from './known.ts';
import type { End, Place, Step, VariableId } from './place.ts';

/**
 * Having come to a place, knowing something. `before` leads back to where the path began, by `step`; behind a call it is the
 * caller, so that a path reads as it does in the drawing of its flow.
 */
export interface Visit {
  place: Place;
  known: Known;
  context: Context;
  before: Visit | undefined;
  step: Step | undefined;
}

/** One entering of a flow: how it was entered decides where it goes back to, so no path leaves a flow another way than it came. */
interface Context {
  flow: string;
  /** Begun in the middle: it goes back to every caller. */
  open: boolean;
  returns: { step: Step; caller: Visit }[];
  ends: { end: End; visit: Visit }[];
  /** Places visited knowing nothing, and others with what was known: most explorations know nothing, and there are many. */
  seen: Uint8Array;
  seenKnowing: Set<string>;
}

/** A question about paths. */
export interface Question {
  drawing: Drawing;
  /** Where paths begin. `inside` = in the middle of a flow, whoever called it. */
  from: { place: Place; inside?: boolean }[];
  /** Guards whose answers are kept along a path; none = every guard is a free choice. */
  tracked: ReadonlySet<string>;
  /** Visits a place only once, whatever is known: finds one possible path to most places in little time, not every place. */
  once?: boolean;
  /** Flows that people may call at any wait, and the variables those may change. */
  shortcuts: { flows: readonly string[]; change: ReadonlySet<VariableId> };
  /** Whether a path may take this step; unset = any. */
  allows?(step: Step, visit: Visit): boolean;
  /** Whether a path goes on behind a call with these results; unset = it does. */
  comesBack?(step: Step): boolean;
  /** Gives up (undefined) after so many visits. */
  most: number;
}

/** Every place that some path reaches, once for each thing known there, in the order of their distance; undefined when there are too many. */
export function explore(question: Question): Visit[] | undefined {
  return new Exploration(question).run();
}

class Exploration {
  private readonly question: Question;
  private readonly queue: Visit[] = [];
  private readonly contexts = new Map<string, Context>();
  private shortcutsTaken = false;

  constructor(question: Question) {
    this.question = question;
    for (const { place, inside = false } of question.from) this.enter({ place, known: nothingKnown, context: this.contextOf(place.flow, nothingKnown, inside), before: undefined, step: undefined });
  }

  run(): Visit[] | undefined {
    const { most } = this.question;
    for (let next = 0; next < this.queue.length; next += 1) {
      if (next > most) return undefined;
      const visit = this.queue[next];
      if (visit) this.go(visit);
    }
    return this.queue;
  }

  private contextOf(flow: string, known: Known, open: boolean): Context {
    const key = `${open ? 'o' : 'c'}${flow}\n${this.question.once ? '' : known.key}`;
    const found = this.contexts.get(key);
    if (found) return found;
    const context: Context = { flow, open, returns: [], ends: [], seen: new Uint8Array(this.question.drawing.places.length), seenKnowing: new Set() };
    this.contexts.set(key, context);
    return context;
  }

  private enter(visit: Visit): void {
    const { place, known, context } = visit;
    if (known.facts.size === 0 || this.question.once) {
      if (context.seen[place.index]) return;
      context.seen[place.index] = 1;
    } else {
      const key = `${place.index} ${known.key}`;
      if (context.seenKnowing.has(key)) return;
      context.seenKnowing.add(key);
    }
    this.queue.push(visit);
  }

  private go(visit: Visit): void {
    const { place, context } = visit;
    const { allows } = this.question;
    if (place.end) this.over(place.end, visit);
    if (place.waits) this.callShortcuts(visit);
    for (const step of place.steps) {
      if (allows && !allows(step, visit)) continue;
      const known = this.after(step, visit);
      if (!known) continue;
      if (step.to) this.enter({ place: step.to, known, context, before: visit, step });
      else if (step.call) this.call(step, { ...visit, known });
      else if (step.ends) this.over(step.ends, { ...visit, known });
    }
  }

  private after(step: Step, { place, known }: Visit): Known | undefined {
    const { tracked, shortcuts } = this.question;
    if (tracked.size === 0) return known;
    const before = place.waits && shortcuts.change.size > 0 ? forget(known, (variable) => shortcuts.change.has(variable)) : known;
    const learned = step.assumes.length === 0 ? before : learn(before, step.assumes, tracked);
    return learned && step.writes.length > 0 ? forget(learned, (variable) => step.writes.includes(variable)) : learned;
  }

  private call(step: Step, caller: Visit): void {
    const entry = step.call && this.question.drawing.entries.get(step.call.flow);
    if (!entry) return;
    const known = keep(caller.known, ({ variables }) => this.isSession(variables));
    const context = this.contextOf(entry.flow, known, false);
    context.returns.push({ step, caller });
    this.enter({ place: entry, known, context, before: caller, step });
    for (const { end, visit } of context.ends) this.comeBack(end, visit, { step, caller });
  }

  private isSession(variables: readonly VariableId[]): boolean {
    return variables.every((variable) => variable.startsWith(`${this.question.drawing.machine.main}:`));
  }

  private over(end: End, visit: Visit): void {
    const { context } = visit;
    if (end === 'session') return;
    context.ends.push({ end, visit });
    for (const back of context.returns) this.comeBack(end, visit, back);
    if (!context.open) return;
    for (const caller of this.question.drawing.callers.get(context.flow) ?? []) {
      for (const step of caller.steps) {
        if (step.call?.flow !== context.flow) continue;
        this.comeBack(end, visit, { step, caller: { place: caller, known: nothingKnown, context: this.contextOf(caller.flow, nothingKnown, true), before: undefined, step: undefined } });
      }
    }
  }

  private comeBack(end: End, visit: Visit, { step, caller }: { step: Step; caller: Visit }): void {
    const { call } = step;
    if (!call) return;
    if (end === 'failed') return this.enter({ place: call.failedTo, known: this.merged(caller, visit, []), context: caller.context, before: caller, step });
    if (this.question.comesBack && !this.question.comesBack(step)) return;
    const { reader } = this.question.drawing;
    const results = call.results.flatMap(({ variable }) => reader.resolve(caller.place.flow, variable) ?? []);
    this.enter({ place: call.returnTo, known: this.merged(caller, visit, results), context: caller.context, before: caller, step });
  }

  /** The caller's own variables are as they were, the session's as the called flow left them. */
  private merged(caller: Visit, visit: Visit, results: readonly VariableId[]): Known {
    if (caller.known.facts.size === 0 && visit.known.facts.size === 0) return nothingKnown;
    const own = keep(caller.known, ({ variables }) => !this.isSession(variables) && !variables.some((variable) => variable.startsWith(`${this.question.drawing.machine.main}:`)));
    if (this.question.once) return forget(own, (variable) => results.includes(variable));
    const session = keep(visit.known, ({ variables }) => this.isSession(variables));
    return forget(together(own, session), (variable) => results.includes(variable));
  }

  private callShortcuts(visit: Visit): void {
    if (this.shortcutsTaken) return;
    this.shortcutsTaken = true;
    for (const flow of this.question.shortcuts.flows) {
      const entry = this.question.drawing.entries.get(flow);
      if (entry) this.enter({ place: entry, known: nothingKnown, context: this.contextOf(flow, nothingKnown, false), before: visit, step: undefined });
    }
  }
}
