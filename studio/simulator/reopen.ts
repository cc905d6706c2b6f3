import { restingAt } from '@parley/shared/engine/resting';
import type { ActionResult } from '@parley/shared/machine/action';
import { shownTalk } from './history.ts';
import type { History, Step } from './history.ts';
import type { Ground, Talk } from './host/talk.ts';
import { tell } from './host.ts';

/**
 * The conversation as it would stand at its end had opening the callback it waits for given this: what was said since is said again.
 * Undefined when it does not wait for this one, or the drawing no longer opens it there.
 */
export function reopen(history: History, ground: Ground, { wait, result }: { wait: number; result: ActionResult }): History | undefined {
  const { steps } = history;
  const last = steps.at(-1)?.talk;
  const from = steps.findIndex(({ talk }) => opens(talk, wait));
  const before = steps[from - 1];
  if (!last?.snapshot || !before || restingAt(ground.prepared, last.snapshot)?.id !== wait) return undefined;
  const again = steps.slice(from).reduce<Step[]>((made, { told }) => [...made, sayAgain(ground, made.at(-1)?.talk ?? before.talk, told, { wait, result })], []);
  const [first, ...others] = [...steps.slice(0, from), ...again];
  const next = first && { ...history, steps: [first, ...others] as const, at: steps.length - 1 };
  if (!next || !gave(shownTalk(next), result)) return undefined;
  const { done: _, ...whole } = next;
  return whole;
}

function sayAgain(ground: Ground, from: Talk, told: Step['told'], { wait, result }: { wait: number; result: ActionResult }): Step {
  return told.reduce<Step>((made, each) => {
    const opening = made.talk.awaiting?.type === 'openCallback' && made.talk.awaiting.wait + 1 === wait;
    const heard = opening && each.type === 'result' ? { ...each, result } : each;
    return { told: [...made.told, heard], talk: tell(ground, made.talk, heard) };
  }, { told: [], talk: from });
}

function opens({ log }: Talk, wait: number): boolean {
  return log.some((line) => line.from === 'host' && line.did.what === 'effect' && line.did.action.type === 'openCallback' && line.did.action.wait + 1 === wait);
}

function gave({ log }: Talk, result: ActionResult): boolean {
  return log.some((line) => line.from === 'host' && line.did.what === 'result' && line.did.result === result);
}
