import { noPath } from './host/litPath.ts';
import { stopsIn } from './host/moments.ts';
import type { Talk, Told } from './host/talk.ts';

/** What somebody did, with the conversation as it stood afterwards: the thing told, then the results of effects. */
export interface Step {
  told: readonly Told[];
  talk: Talk;
}

type Steps = readonly [Step, ...Step[]];

/** A conversation with all its steps; the first is the one before anything was said. `at` is the step that is looked at. */
export interface History {
  steps: Steps;
  at: number;
  /** How much of the step's trace is done where it is looked at; unset = all of it. */
  done?: number;
  /** Ways the conversation went before somebody went back and on from there, the newest first. `from` = the step they part at. */
  branches?: readonly Branch[];
}

/** A way a conversation went before. */
export interface Branch {
  steps: Steps;
  from: number;
}

/** So many other ways are kept. */
const mostBranches = 8;

/** A history in which nothing has happened. */
export function beginHistory(talk: Talk): History {
  return { steps: [{ told: [], talk: { ...talk, path: noPath } }], at: 0 };
}

/** The conversation as it is looked at. */
export function shownTalk(history: History): Talk {
  return (history.steps[history.at] ?? history.steps[0]).talk;
}

/** The conversation one step before the one that is looked at. */
export function talkBefore(history: History): Talk {
  return (history.steps[Math.max(0, history.at - 1)] ?? history.steps[0]).talk;
}

/** Adds a step after the one that is looked at; what came after that one is kept as another way it went. */
export function addStep({ steps, at, branches = [] }: History, told: Told, talk: Talk): History {
  const [first, ...others] = steps;
  const parts = at < steps.length - 1;
  const next: Steps = [first, ...others.slice(0, at), { told: [told], talk }];
  return { steps: next, at: next.length - 1, branches: parts ? [{ steps, from: at }, ...branches].slice(0, mostBranches) : branches };
}

/** Takes up another way the conversation went, at its end; the one left is kept in its place. */
export function takeBranch({ steps, branches = [] }: History, place: number): History {
  const taken = branches[place];
  if (!taken) return { steps, at: steps.length - 1, branches };
  return { steps: taken.steps, at: taken.steps.length - 1, branches: branches.map((branch, index) => (index === place ? { steps, from: taken.from } : branch)) };
}

/** Puts the result of an effect into the last step. */
export function extendStep({ steps, at, branches = [] }: History, told: Told, talk: Talk): History {
  const last = steps.length - 1;
  const extended = steps.map((step, place) => (place === last ? { told: [...step.told, told], talk } : step));
  const [first = steps[0], ...others] = extended;
  return { steps: [first, ...others], at, branches };
}

/** Looks at a step; beyond the ends at the first or last. */
export function goTo({ steps, branches = [] }: History, at: number): History {
  return { steps, at: Math.max(0, Math.min(steps.length - 1, at)), branches };
}

/** Looks into the step that is looked at: `by` stops on (1) or back (-1); past its end or beginning the neighbouring step. */
export function goInside(history: History, by: 1 | -1): History {
  const { steps, at, done, branches = [] } = history;
  const stops = stopsIn(shownTalk(history));
  const ends = stops.length - 1;
  const here = done === undefined ? ends : stops.findLastIndex((stop) => stop <= done);
  const next = here + by;
  if (next >= ends && by === 1 && done !== undefined) return { steps, at, branches };
  if (next > ends || (by === 1 && done === undefined)) {
    const on = goTo(history, at + 1);
    const [first] = stopsIn(shownTalk(on));
    return on.at === at || first === undefined ? on : { ...on, done: first };
  }
  if (next < 0) return goTo(history, at - 1);
  return { steps, at, branches, done: stops[next] ?? 0 };
}

/** What was told up to the step that is looked at, without the results of effects: to be played again on another drawing. */
export function toldSoFar({ steps, at }: History): Told[] {
  return steps.slice(1, at + 1).flatMap(({ told: [first] }) => (first ? [withoutWait(first)] : []));
}

/** On a changed drawing waits are counted otherwise: a tap then means the question it stands under. */
function withoutWait(told: Told): Told {
  if (told.type !== 'message' || (told.message.type !== 'choiceReply' && told.message.type !== 'choicesReply')) return told;
  const { wait: _, ...message } = told.message;
  return { type: 'message', message };
}
