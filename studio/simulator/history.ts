import { noPath } from './host/litPath.ts';
import type { Talk, Told } from './host/talk.ts';

/** What somebody did, with the conversation as it stood afterwards: the thing told, then the results of effects. */
export interface Step {
  told: readonly Told[];
  talk: Talk;
}

/** A conversation with all its steps; the first is the one before anything was said. `at` is the step that is looked at. */
export interface History {
  steps: readonly [Step, ...Step[]];
  at: number;
}

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

/** Adds a step after the one that is looked at; what came after that one is given up. */
export function addStep({ steps: [first, ...others], at }: History, told: Told, talk: Talk): History {
  const steps: History['steps'] = [first, ...others.slice(0, at), { told: [told], talk }];
  return { steps, at: steps.length - 1 };
}

/** Puts the result of an effect into the last step. */
export function extendStep({ steps, at }: History, told: Told, talk: Talk): History {
  const last = steps.length - 1;
  const extended = steps.map((step, place) => (place === last ? { told: [...step.told, told], talk } : step));
  const [first = steps[0], ...others] = extended;
  return { steps: [first, ...others], at };
}

/** Looks at a step; beyond the ends at the first or last. */
export function goTo(history: History, at: number): History {
  return { ...history, at: Math.max(0, Math.min(history.steps.length - 1, at)) };
}

/** What was told up to the step that is looked at, without the results of effects: to be played again on another drawing. */
export function toldSoFar({ steps, at }: History): Told[] {
  return steps.slice(1, at + 1).flatMap(({ told: [first] }) => (first ? [withoutWait(first)] : []));
}

/** On a changed drawing waits are counted otherwise: a tap then means the question it stands under. */
function withoutWait(told: Told): Told {
  if (told.type !== 'message' || told.message.type !== 'choiceReply') return told;
  const { wait: _, ...message } = told.message;
  return { type: 'message', message };
}
