import { errorState, outlivesShortcuts } from '../machine/machine.ts';
import type { Deadline, State, Transition } from '../machine/machine.ts';
import { limits } from '../machine/snapshot.ts';
import { Failure, collectAction, evaluate } from './collect.ts';
import { dueAt, isDue } from './dueAt.ts';
import { fail, follow, guardText, holds, leave } from './follow.ts';
import { OverLimit, changeTop, snapshotOf, stateOf, top } from './run.ts';
import type { Run } from './run.ts';
import { oversize } from './size.ts';

/** Enters states until the machine rests in a wait or the session is over. */
export function runOn(run: Run): void {
  let resting = false;
  while (!resting && run.frames.length > 0) resting = run.back ? restAgain(run) : enter(run);
  if (!run.grew) return;
  const limit = oversize(snapshotOf(run));
  if (limit) throw new OverLimit(limit);
}

/** Enters the state the running frame is at; true when the machine rests there. */
function enter(run: Run): boolean {
  const { flow, at } = top(run);
  const state = stateOf(run);
  countVisit(run, `${flow}:${at}`);
  if (!state) {
    fail(run, 'entry', `There is no state ${at}`);
    return false;
  }
  run.trace.push({ did: 'enter', flow, state: at, node: state.node });
  // The wait's id is known before its effects are collected, because they carry it.
  if (state.wait) run.seq += 1;
  if (!collect(run, state)) return false;
  const chosen = choose(run, state, state.always);
  if (chosen === 'failed') return false;
  if (chosen) {
    follow(run, chosen);
    return false;
  }
  return settle(run, state);
}

/** The first transition whose guard holds, or 'failed' when a guard failed and the state says where that goes. */
export function choose(run: Run, state: State, transitions: Transition[]): Transition | 'failed' | undefined {
  for (const transition of transitions) {
    const held = tryGuard(run, state, transition);
    if (held === 'failed') return 'failed';
    if (held) return transition;
  }
  return undefined;
}

function tryGuard(run: Run, state: State, { guard }: Transition): boolean | 'failed' {
  if (!guard) return true;
  let held = false;
  try {
    held = holds(run, guard);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (state.onError) {
      fail(run, 'guard', error.message);
      return 'failed';
    }
    run.trace.push({ did: 'fail', state: top(run).at, where: 'guard', error: error.message });
  }
  run.trace.push({ did: 'guard', text: guardText(guard), held });
  return held;
}

function collect(run: Run, state: State): boolean {
  try {
    state.entry.forEach((template) => {
      run.actions.push(collectAction(run, template, state.wait ? run.seq : run.seq + 1));
      run.trace.push({ did: 'act', action: template.type });
    });
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    fail(run, 'action', error.message);
    return false;
  }
}

function settle(run: Run, state: State): boolean {
  if (state.final) {
    leave(run, state.outcome ?? (top(run).at === errorState ? 'session' : undefined));
    return false;
  }
  if (!state.wait) {
    fail(run, 'entry', 'The state has neither a way out nor a wait');
    return false;
  }
  if (state.wait.timeout && !startTimer(run, state.wait.timeout)) return false;
  if (outlivesShortcuts(state.wait)) {
    const timer = run.actions.findLast((action) => action.type === 'startTimer');
    changeTop(run, { rests: { wait: run.seq, ...(timer?.wait === run.seq && { dueAt: timer.dueAt }) } });
    run.grew = true;
  }
  run.trace.push({ did: 'rest', wait: run.seq, for: state.wait.for });
  return true;
}

/** Back from a shortcut: the wait goes on under a new id. Nothing is entered, so that nothing is done twice. */
function restAgain(run: Run): boolean {
  run.back = false;
  const { rests } = top(run);
  const wait = stateOf(run)?.wait;
  if (!rests || !wait) {
    fail(run, 'entry', 'The session came back to where this machine has no wait');
    return false;
  }
  run.seq += 1;
  if (rests.dueAt !== undefined && !rests.came) {
    if (isDue(run.facts.now, rests.dueAt)) changeTop(run, { rests: { ...rests, came: { type: 'timer' } } });
    else run.actions.push({ type: 'startTimer', wait: run.seq, dueAt: rests.dueAt });
  }
  run.trace.push({ did: 'rest', wait: run.seq, for: wait.for, flow: top(run).flow });
  return true;
}

/** False when the moment cannot be computed, and the error route is taken. */
function startTimer(run: Run, deadline: Deadline): boolean {
  if ('until' in deadline) {
    const moment = evaluate(run, deadline.until);
    if (moment.ok && typeof moment.value === 'string') run.actions.push({ type: 'startTimer', wait: run.seq, dueAt: moment.value });
    else fail(run, 'timer', moment.ok ? `${JSON.stringify(moment.value)} is no moment` : moment.error);
    return moment.ok && typeof moment.value === 'string';
  }
  const due = dueAt(run.facts.now, deadline.after);
  if (due) run.actions.push({ type: 'startTimer', wait: run.seq, dueAt: due });
  else run.trace.push({ did: 'fail', state: top(run).at, where: 'timer', error: `${deadline.after} is no duration` });
  return true;
}

function countVisit(run: Run, place: string): void {
  run.steps += 1;
  if (run.steps > limits.steps) throw new OverLimit('steps');
  const visits = (run.visits.get(place) ?? 0) + 1;
  if (visits > limits.visitsPerState) throw new OverLimit('visitsPerState');
  run.visits.set(place, visits);
}
