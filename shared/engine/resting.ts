import type { Facts } from '../expressions/types.ts';
import type { Action, ActionTemplate, ResultAction } from '../machine/action.ts';
import type { CallbackContract } from '../machine/callback.ts';
import type { Deadline, State, Wait } from '../machine/machine.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import { Failure, collectAction, evaluate } from './collect.ts';
import { dueAt } from './dueAt.ts';
import type { PreparedMachine } from './prepare.ts';
import { begin, stateOf } from './run.ts';
import type { Run } from './run.ts';

/** Where a session rests: the flow and state on top of its frames, and what it waits for. */
export interface Resting {
  flow: string;
  state: State;
  at: string;
  wait: Wait;
  /** Id of the wait; timers, results and buttons with another one are late. */
  id: number;
}

/** Where a session rests, or undefined when it is over or stands where this machine has no wait. */
export function restingAt(prepared: PreparedMachine, snapshot: Snapshot): Resting | undefined {
  const frame = snapshot.frames.at(-1);
  const states = frame && prepared.flows.get(frame.flow)?.compiled.states;
  const state = states && Object.hasOwn(states, frame.at) ? states[frame.at] : undefined;
  return frame && state?.wait && { flow: frame.flow, state, at: frame.at, wait: state.wait, id: snapshot.seq };
}

/**
 * Whether what people write during a wait is kept for what comes after it: while an effect is under way, time has to pass, or messages
 * are held until another system answers.
 */
export function keepsMessages(wait: Wait | undefined): wait is Extract<Wait, { for: 'result' | 'callback' | 'time' }> {
  if (wait?.for === 'result') return wait.meanwhile !== 'interrupt';
  return wait?.for === 'time' || (wait?.for === 'callback' && wait.meanwhile === 'hold');
}

/** Whether a voice message is for the flow: the question takes one as an answer, or leaves alone what is none. What is no such thing is said to be unheard. */
export function takesVoice(resting: Resting | undefined): boolean {
  if (resting?.wait.for !== 'message') return false;
  const { wait: { recogniser }, state } = resting;
  return recogniser.kind === 'anything' || (recogniser.kind === 'media' && recogniser.types.includes('audio')) || state.on.invalid?.length === 0;
}

/**
 * What the resting state said on entering, to say it again after a late answer: its messages only, with the current wait's id.
 * Effects are not repeated, and a text that fails is left out.
 */
export function askAgain(prepared: PreparedMachine, snapshot: Snapshot, facts: Facts): Action[] {
  return entryOf(prepared, snapshot, facts, ({ type }) => type === 'send');
}

/** When the wait of a resting session is over, counted from now; undefined when it has no end. */
export function deadlineAt(prepared: PreparedMachine, snapshot: Snapshot, facts: Facts): string | undefined {
  const timeout = restingAt(prepared, snapshot)?.wait.timeout;
  return timeout && deadlineFrom(begin(prepared, snapshot, facts), timeout);
}

/** When a deadline is, counted from now; undefined when it cannot be computed. */
export function deadlineFrom(run: Run, deadline: Deadline): string | undefined {
  if ('after' in deadline) return dueAt(run.facts.now, deadline.after);
  const moment = evaluate(run, deadline.until);
  return moment.ok && typeof moment.value === 'string' ? moment.value : undefined;
}

/** Whether messages that were kept stay so: the wait they came in goes on, here or under a shortcut. */
export function keepsOn(prepared: PreparedMachine, snapshot: Snapshot): boolean {
  return keepsMessages(restingAt(prepared, snapshot)?.wait) || isInterrupted(snapshot);
}

/** Whether a wait goes on under a shortcut. */
export function isInterrupted({ frames }: Snapshot): boolean {
  return frames.slice(0, -1).some(({ rests }) => rests !== undefined);
}

/** The callback a session waits for, also under a shortcut. */
export function awaitedCallback(prepared: PreparedMachine, snapshot: Snapshot): { wait: number; contract: CallbackContract } | undefined {
  const found = snapshot.frames.map((_, at) => restingAt(prepared, { ...snapshot, frames: snapshot.frames.slice(0, at + 1) }));
  const at = found.findLastIndex((resting, place) => resting?.wait.for === 'callback' && (place === found.length - 1 || snapshot.frames[place]?.rests));
  const wait = found[at]?.wait;
  return wait?.for === 'callback' ? { wait: snapshot.frames[at]?.rests?.wait ?? snapshot.seq, contract: wait.contract } : undefined;
}

/** The effect whose result a session rests for; undefined when it waits for none. It is the one that was asked for, as long as nothing was changed since. */
export function effectAt(prepared: PreparedMachine, snapshot: Snapshot, facts: Facts): ResultAction | undefined {
  if (restingAt(prepared, snapshot)?.wait.for !== 'result') return undefined;
  const isEffect = (action: Action): action is ResultAction => action.type !== 'send' && action.type !== 'openDialog' && action.type !== 'startTimer';
  return entryOf(prepared, snapshot, facts, ({ type }) => type !== 'send').find(isEffect);
}

function entryOf(prepared: PreparedMachine, snapshot: Snapshot, facts: Facts, wanted: (template: ActionTemplate) => boolean): Action[] {
  const run = begin(prepared, snapshot, facts);
  if (!restingAt(prepared, snapshot)) return [];
  return (stateOf(run)?.entry ?? []).flatMap((template) => {
    if (!wanted(template)) return [];
    try {
      return [collectAction(run, template, run.seq)];
    } catch (error) {
      if (error instanceof Failure) return [];
      throw error;
    }
  });
}
