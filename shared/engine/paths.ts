import type { Facts } from '../expressions/types.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import type { TraceStep } from '../machine/trace.ts';
import { candidatesFor } from './candidates.ts';
import type { BareEvent } from './candidates.ts';
import type { PreparedMachine } from './prepare.ts';
import { restingAt } from './resting.ts';
import { take } from './take.ts';
import type { Taken } from './take.ts';

/** One event of a tree of paths, with what the engine did; `after` is the step before it, -1 = a session that has not begun. */
export interface PathStep {
  after: number;
  event: BareEvent;
  taken: Taken;
}

/** A tree of paths; every event comes with the same facts. */
export interface Paths {
  facts: Facts;
  steps: PathStep[];
  /** Events that were tried and left out: past the limit of steps, or because they enter too many states. 0 = nothing was left out. */
  left: number;
}

/** How far to look. */
export interface PathLimits {
  steps: number;
  /** An event that enters more states than this is left to the tests: it takes too long to run twice. */
  entered: number;
}

/**
 * Short sequences of events, as a tree, that together take what the engine can be brought to take: every step does something
 * that none before it did (a transition, a failure, an effect of a state). Breadth first, so that paths are short; the same
 * machine gives the same paths.
 */
export function pathsOf(prepared: PreparedMachine, limits: PathLimits = { steps: 1_000, entered: 200 }): Paths {
  const facts = factsFor(prepared);
  const covered = new Set<string>();
  const steps: PathStep[] = [];
  const rests: { at: number; snapshot: Snapshot | null }[] = [{ at: -1, snapshot: null }];
  let left = 0;
  for (const [no, { at, snapshot }] of rests.entries()) {
    const events = eventsAt(prepared, snapshot);
    for (const [tried, event] of events.entries()) {
      // What would come of the rest nobody knows: the places not gone on from are counted as they are.
      if (steps.length >= limits.steps) return { facts, steps, left: left + events.length - tried + rests.length - no - 1 };
      const taken = take(prepared, snapshot, { ...event, facts });
      const news = newsIn(taken.trace, placeOf(snapshot)).filter((fact) => !covered.has(fact));
      if (news.length === 0) continue;
      if (taken.trace.filter(({ did }) => did === 'enter').length > limits.entered) {
        left += 1;
        continue;
      }
      news.forEach((fact) => covered.add(fact));
      steps.push({ after: at, event, taken });
      if (taken.snapshot.frames.length > 0) rests.push({ at: steps.length - 1, snapshot: taken.snapshot });
    }
  }
  return { facts, steps, left };
}

function eventsAt(prepared: PreparedMachine, snapshot: Snapshot | null): BareEvent[] {
  if (!snapshot) return [{ type: 'start' }, ...openings(prepared)];
  const resting = restingAt(prepared, snapshot);
  return resting ? candidatesFor(prepared, resting) : [];
}

/** A flow may begin by listening for the words a contact opens with. */
function openings(prepared: PreparedMachine): BareEvent[] {
  const { compiled, key } = prepared.main;
  const state = Object.hasOwn(compiled.states, compiled.entry) ? compiled.states[compiled.entry] : undefined;
  if (!state?.wait) return [];
  const candidates = candidatesFor(prepared, { flow: key, state, at: compiled.entry, wait: state.wait, id: 0 });
  return candidates.flatMap((event) => (event.type === 'message' ? [{ type: 'start' as const, message: event.message }] : []));
}

function placeOf(snapshot: Snapshot | null): string {
  const frame = snapshot?.frames.at(-1);
  return frame ? `${frame.flow}:${frame.at}` : '';
}

/** What a turn did, each with where it did it. */
function newsIn(trace: TraceStep[], from: string): string[] {
  const news: string[] = [];
  let place = from;
  for (const step of trace) {
    if (step.did === 'enter') place = `${step.flow}:${step.state}`;
    if (step.did === 'enter' || step.did === 'take') news.push(JSON.stringify(step.did === 'take' ? [place, step] : step));
    else if (step.did === 'fail') news.push(`${place} fails ${step.where}`);
    else if (step.did === 'guard') news.push(`${place} asks ${step.text} ${step.held}`);
    else if (step.did === 'recognise') news.push(`${place} hears ${step.ok}`);
    else if (step.did === 'shortcut' || step.did === 'call' || step.did === 'return' || step.did === 'ignore') news.push(`${step.did} ${place}`);
  }
  return news;
}

function factsFor({ machine }: PreparedMachine): Facts {
  return {
    now: '2026-11-20T10:00:00.000Z', zone: 'UTC', offsets: [{ from: '1970-01-01T00:00:00.000Z', minutes: 0 }],
    language: machine.languages[0] ?? 'en', seed: 1, channel: 'web', contact: { id: 'contact', name: 'Asha' },
  };
}
