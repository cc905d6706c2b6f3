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
  /** Cut short, an unsafe effect may have happened. */
  unsafe: boolean;
}

/** Calls an effect until it is done, the turn's time is up, or somebody stops it; its signal then tells it to give up. */
export async function callWithin({ hold, meanwhile, turnMs, unsafe }: Within, call: (signal: AbortSignal) => Promise<ActionResult>): Promise<ActionResult> {
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
  const left = Math.max(0, turnMs - (performance.now() - hold.startedAt));
  const timer = setTimeout(() => cut({ ok: false, outcome, error: `It took longer than the ${turnMs / 1000} s a turn has.` }), left);
  const attend = (wanted: Attention): void => {
    if (wanted === 'stop') cut({ ok: false, outcome, error: 'The conversation was stopped.' });
    else if (wanted === 'cut') cut({ ok: false, outcome, error: 'The contact stopped it.' });
    else if (wanted === 'message' && meanwhile === 'interrupt') cut({ ok: false, outcome, error: 'A message interrupted it.' });
  };
  hold.onAttention = attend;
  if (hold.attention) attend(hold.attention);
  try {
    const result = await Promise.race([call(controller.signal), cutShort]);
    mustHold(hold);
    return result;
  } catch (error) {
    if (!(error instanceof LostLane)) controller.abort(error);
    throw error;
  } finally {
    clearTimeout(timer);
    hold.onAttention = undefined;
    hold.streams = false;
  }
}
