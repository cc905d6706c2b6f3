import { fold } from '../answers/fold.ts';
import { recogniseForm } from '../answers/form/recogniseForm.ts';
import type { FormHeard } from '../answers/form/recogniseForm.ts';
import { recognise } from '../answers/recognise.ts';
import type { AnswerContext, Recognised } from '../answers/recognised.ts';
import { own } from '../expressions/fits.ts';
import type { TextRef } from '../machine/action.ts';
import type { FormRecogniser } from '../machine/form.ts';
import { outlivesShortcuts } from '../machine/machine.ts';
import type { AnswerCheck, Shortcut, State, Wait } from '../machine/machine.ts';
import { limits } from '../machine/snapshot.ts';
import type { Rests, Snapshot } from '../machine/snapshot.ts';
import type { Incoming } from '../messages/incoming.ts';
import { Failure, collectAction, evaluate, textsOf } from './collect.ts';
import { fail, frameOf } from './follow.ts';
import { ignore, late, meet, restart } from './meet.ts';
import type { PreparedMachine } from './prepare.ts';
import { deadlineFrom, restingAt } from './resting.ts';
import { OverLimit, changeTop, flowOf, readVariable, top } from './run.ts';
import type { Run } from './run.ts';

/** Messages that are about something else than the question asked. */
const neverAnswers: ReadonlySet<Incoming['type']> = new Set(['reaction', 'edited', 'callback', 'dialogReply']);

/** Applies a message by precedence: dialog, shortcut, state, fallback; true when there is a state to enter. */
export function hear(run: Run, state: State, wait: Wait, message: Incoming): boolean {
  if (neverAnswers.has(message.type) || (message.type === 'start' && !atTheDoor(run))) return ignore(run, message.type);
  if ('wait' in message && message.wait !== undefined && message.wait !== run.seq) return late(run, message.wait);
  if (wait.for === 'dialog') return ignore(run, 'dialog');
  const shortcut = shortcutIn(run.prepared, wait, message);
  if (shortcut) return cutShort(run, shortcut, wait);
  if (wait.for === 'message') return wait.skip && skips(run, wait.skip, message) ? meet(run, state, 'skipped') : answer(run, state, wait, message);
  if (wait.meanwhile === 'interrupt') return meet(run, state, 'failed', 'A message interrupted it');
  if (wait.meanwhile === 'oneMoment' && wait.waitingText && !say(run, wait.waitingText)) return true;
  // What is said while another system takes its hours is answered and done with: nobody means it for the question that comes then.
  return ignore(run, wait.for === 'callback' && wait.meanwhile === 'oneMoment' ? 'told' : wait.meanwhile);
}

/** What the contact asks for, where a shortcut may come between. Coming back would perform an effect under way a second time: only starting anew is safe then. */
function shortcutIn({ machine }: PreparedMachine, wait: Wait, message: Incoming): Shortcut | undefined {
  const shortcut = machine.shortcuts.find((candidate) => asksFor(candidate, message));
  const mayCut = wait.for === 'message' || outlivesShortcuts(wait) || (wait.for === 'result' && shortcut?.does.kind === 'restart');
  return mayCut ? shortcut : undefined;
}

/** Whether a message is a shortcut that is heard now, whatever the session waits for; those are never kept. */
export function isShortcut(prepared: PreparedMachine, snapshot: Snapshot, message: Incoming): boolean {
  const resting = restingAt(prepared, snapshot);
  return resting !== undefined && shortcutIn(prepared, resting.wait, message) !== undefined;
}

/** False when the text failed, and the error route is taken. */
function say(run: Run, text: TextRef): boolean {
  try {
    run.actions.push(collectAction(run, { type: 'send', message: { type: 'text', text } }, run.seq));
    run.trace.push({ did: 'act', action: 'send' });
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    fail(run, 'action', error.message);
    return false;
  }
}

/** Whether the session rests in its very first state and that listens for the words a contact opens with. */
export function atTheDoor({ frames, prepared }: Pick<Run, 'frames' | 'prepared'>): boolean {
  const [frame] = frames;
  const { key, compiled } = prepared.main;
  if (!frame || frames.length > 1 || frame.flow !== key || frame.at !== compiled.entry) return false;
  const wait = own(compiled.states, compiled.entry)?.wait;
  return wait?.for === 'message' && wait.recogniser.kind === 'keywords';
}

function answer(run: Run, state: State, { recogniser, check }: Extract<Wait, { for: 'message' }>, message: Incoming): boolean {
  const as = recogniser.kind;
  const context: AnswerContext = { facts: run.facts, text: (ref) => textsOf(run, ref), evaluate: (expression) => evaluate(run, expression) };
  if (recogniser.kind === 'form') return fillIn(run, state, recogniser, recogniseForm(recogniser, message, context, top(run).forms?.[recogniser.form]));
  const heard = checked(run, recognise(recogniser, message, context), check);
  run.trace.push(heard.ok
    ? { did: 'recognise', as, ok: true, ...(!keepsPersonal(run, state) && { value: heard.value }) }
    : { did: 'recognise', as, ok: false, reason: heard.reason });
  return heard.ok ? meet(run, state, 'answer', heard.value) : meet(run, state, 'invalid');
}

/** An answer that the author's own condition refuses is none. */
function checked(run: Run, heard: Recognised, check: AnswerCheck | undefined): Recognised {
  if (!heard.ok || !check) return heard;
  const held = flowOf(run).check(check)((name) => (name === 'answer' ? heard.value : readVariable(run, name)), run.facts);
  if (held.ok && held.value === true) return heard;
  return { ok: false, reason: held.ok ? `It is not so that ${check.expression.cel}.` : held.error };
}

/** What was given of a form is kept in the frame; all of it is the answer. */
function fillIn(run: Run, state: State, { form }: FormRecogniser, heard: FormHeard): boolean {
  if (heard.is === 'filled') {
    run.trace.push({ did: 'recognise', as: 'form', ok: true, ...(!keepsPersonal(run, state) && { value: heard.value }) });
    return meet(run, state, 'answer', heard.value);
  }
  run.trace.push(heard.is === 'step' ? { did: 'recognise', as: 'form', ok: true } : { did: 'recognise', as: 'form', ok: false, reason: heard.reason });
  run.draft = { form, draft: heard.draft };
  return meet(run, state, heard.is === 'step' ? 'step' : 'invalid');
}

/** Whether the answer ends up in a personal variable, so that the trace must not show it either. */
function keepsPersonal(run: Run, state: State): boolean {
  const flow = flowOf(run);
  return (state.on.answer ?? []).some(({ set }) => set?.some((assignment) => flow.variable(assignment.variable)?.personal));
}

function asksFor({ id, keywords }: Shortcut, message: Incoming): boolean {
  if (message.type === 'choiceReply') return message.wait === undefined && message.option === id;
  if (message.type !== 'text') return false;
  const said = fold(message.text);
  return Object.values(keywords).some((words) => words.some((word) => fold(word) === said));
}

function skips(run: Run, ref: TextRef, message: Incoming): boolean {
  if (message.type === 'choiceReply') return message.option === 'skip';
  if (message.type !== 'text') return false;
  const said = fold(message.text);
  return said !== '' && textsOf(run, ref).some((words) => words.split(',').some((word) => fold(word) === said));
}

function cutShort(run: Run, { id, does }: Shortcut, wait: Wait): boolean {
  run.trace.push({ did: 'shortcut', id });
  switch (does.kind) {
    case 'restart': return restart(run);
    case 'dialog': {
      run.actions.push(collectAction(run, { type: 'openDialog', dialog: does.dialog }, run.seq));
      run.trace.push({ did: 'act', action: 'openDialog' });
      if (outlivesShortcuts(wait)) changeTop(run, { rests: { ...restsOf(run, wait), asks: true } });
      return false;
    }
    case 'call': {
      if (!run.prepared.flows.has(does.flow)) return ignore(run, 'shortcut');
      // A menu asked for inside a menu takes its place: nobody wants to walk back through both.
      const under = run.frames.findIndex(({ shortcut }) => shortcut);
      if (under > 0) run.frames = run.frames.slice(0, under);
      else if (outlivesShortcuts(wait)) changeTop(run, { rests: restsOf(run, wait) });
      if (run.frames.length >= limits.frames) throw new OverLimit('frames');
      run.trace.push({ did: 'call', flow: does.flow });
      run.frames.push(frameOf(run, does.flow, { shortcut: true }));
      return true;
    }
  }
}

/** The wait the running frame is in. A session from before it was kept, or begun in the middle, has its whole time again. */
function restsOf(run: Run, wait: Wait): Rests {
  const { rests } = top(run);
  if (rests) return rests;
  const dueAt = wait.timeout && deadlineFrom(run, wait.timeout);
  return { wait: run.seq, ...(dueAt !== undefined && { dueAt }) };
}
