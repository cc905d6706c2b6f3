import type { ActionResult } from '@parley/shared/machine/action';
import { LostLane, mustHold } from './hold.ts';
import type { Attention, Hold } from './hold.ts';

/** What may cut an effect short. */
export interface Within {
  hold: Hold;
  /** What a message does to the wait this effect belongs to. */
  meanwhile: 'hold' | 'oneMoment' | 'interrupt';
  /** Of the whole turn. */
  turnMs: number;
  /** How old an effect is before it is handed over; unset = it cannot be. */
  patienceMs: number | undefined;
  /** Cut short, an unsafe effect may have happened. */
  unsafe: boolean;
}

/** An effect that goes on although its turn does not wait for it any more. */
export interface Later {
  later: Promise<ActionResult>;
}

/**
 * Calls an effect until it is done, the turn's time is up, or somebody stops it; its signal then tells it to give up. When somebody writes
 * whom its wait answers meanwhile, it is given back as one to be handed over.
 */
export async function callWithin({ hold, meanwhile, turnMs, patienceMs, unsafe }: Within, call: (signal: AbortSignal) => Promise<ActionResult>): Promise<ActionResult | Later> {
  if (hold.attention === 'stop') return { ok: false, outcome: 'failed', error: 'The conversation was stopped.' };
  const controller = new AbortController();
  const outcome = unsafe ? 'unknown' : 'failed';
  let cut: (result: ActionResult) => void = () => undefined;
  const cutShort = new Promise<ActionResult>((resolve) => {
    cut = (result) => {
      controller.abort(new Error(result.ok ? '' : result.error));
      resolve(result);
    };
  });
  let leave: () => void = () => undefined;
  const gone = new Promise<'left'>((resolve) => {
    leave = () => resolve('left');
  });
  let patience: NodeJS.Timeout | undefined;
  const begun = performance.now();
  const left = Math.max(0, turnMs - (performance.now() - hold.startedAt));
  const timer = setTimeout(() => cut({ ok: false, outcome, error: `It took longer than the ${turnMs / 1000} s a turn has.` }), left);
  const attend = (wanted: Attention): void => {
    if (wanted === 'stop') cut({ ok: false, outcome, error: 'The conversation was stopped.' });
    else if (wanted === 'cut') cut({ ok: false, outcome, error: 'The contact stopped it.' });
    else if (wanted === 'message' && meanwhile === 'interrupt') cut({ ok: false, outcome, error: 'A message interrupted it.' });
    // One that is quick is over before anybody could be told to wait.
    else if (wanted === 'message' && meanwhile === 'oneMoment' && patienceMs !== undefined) patience ??= setTimeout(leave, Math.max(0, patienceMs - (performance.now() - begun)));
  };
  hold.onAttention = attend;
  if (hold.attention) attend(hold.attention);
  try {
    const under = call(controller.signal);
    const result = await Promise.race([under, cutShort, gone]);
    mustHold(hold);
    if (result !== 'left') return result;
    // Whoever takes it over hears of its failure; until then nobody does.
    under.catch(() => undefined);
    return { later: under };
  } catch (error) {
    if (!(error instanceof LostLane)) controller.abort(error);
    throw error;
  } finally {
    clearTimeout(timer);
    clearTimeout(patience);
    hold.onAttention = undefined;
    hold.streams = false;
  }
}
