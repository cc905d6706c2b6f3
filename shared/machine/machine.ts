import type { Json } from '../lib/json.ts';
import type { Expression, Template, ValueType } from '../expressions/types.ts';
import type { ActionTemplate, TextRef } from './action.ts';
import type { CallbackContract } from './callback.ts';
import type { FormRecogniser } from './form.ts';
import type { ChoiceRecogniser, Recogniser } from './recogniser.ts';

/** `<nodeId>` or `<nodeId>/<part>`; stable across releases as long as the node is. */
export type StateId = string;

/** The state that says the flow's error text and ends the session. Every machine has it in every flow. */
export const errorState: StateId = '$error';

/** The state that ends the session quietly after a silence that the drawing has no way out for. In every flow as well. */
export const silenceState: StateId = '$silence';

/**
 * A release's flows lowered to flat, plain data. It knows states, transitions, guards, actions, events, waits and frames,
 * and has never heard of node types, channels or screens.
 */
export interface Machine {
  v: 1;
  /** Key of the main flow in `flows`. */
  main: string;
  flows: Record<string, CompiledFlow>;
  /** Languages of the bot; the first is the author's default. */
  languages: string[];
  /** Authored texts of all languages: key (`<flow>:<node>/<field path>`) -> language -> template. */
  texts: Record<string, Record<string, Template>>;
  /** The contact's global commands, tried before the current state, off inside dialogs. */
  shortcuts: Shortcut[];
}

/** One flow: the main one or a subflow. */
export interface CompiledFlow {
  entry: StateId;
  /** Variables by name. The main flow's are the session's; a subflow's are locals of its frame. */
  variables: Record<string, Variable>;
  states: Record<StateId, State>;
}

/** A typed variable; it always holds a value of its type, `isSet` tells whether somebody set it. */
export interface Variable {
  type: ValueType;
  /** The declared default, or the type's zero. */
  initial: Json;
  /** The author declared the default: a called flow gives it back when nobody set anything else. */
  declared?: true;
  /** A personal value is redacted in logs and traces. */
  personal?: boolean;
}

/**
 * One place the machine can be. On entering, `entry` is collected in order, then `always` is tried in order (the first whose
 * guard holds is taken), and if none is taken the machine rests in `wait`, or ends in `final`.
 */
export interface State {
  /** The node this state was compiled from; '' for built-in states. */
  node: string;
  entry: ActionTemplate[];
  always: Transition[];
  wait?: Wait;
  /**
   * Transitions by what happened, tried in order; an empty list says that it is left alone on purpose. When none is taken, a message or a silence is ignored and the wait stays, an
   * `unknown` is tried as `failed`, and a result, a failure, a callback or the end of a dialog goes where errors go (it comes only once).
   */
  on: Partial<Record<Happening, Transition[]>>;
  /** The session (in the main flow) or the call (in a subflow) is over. */
  final?: true;
  /** With `final`: `failed` sends the caller of a subflow to the call's `failedTo`, `session` ends the session from any depth. */
  outcome?: 'failed' | 'session';
  /** Where a failed action, guard, text or assignment of this state goes; unset = `$error` for actions and assignments,
   * "false" for a guard and "empty" for a text. */
  onError?: Transition;
}

/**
 * What can happen to a wait: a recognised answer, one of a form's, a wish to skip the question, a message that is neither, silence, a result, a
 * failure, an outcome nobody knows, a callback, the end of a dialog.
 */
export type Happening = 'answer' | 'step' | 'skipped' | 'invalid' | 'timeout' | 'done' | 'failed' | 'unknown' | 'calledBack' | 'dialogDone';

/** A way from one state to the next. Exactly one of `to`, `call`, `return` is set. */
export interface Transition {
  guard?: Guard;
  /** Assignments made in order when taken; each sees the ones before. Names resolve to locals of the frame, then the session. */
  set?: Assignment[];
  /** Changes to the frame's cursors and counters when taken, after `set`. */
  cursor?: CursorStep;
  count?: { counter: string; to: 'increment' | 'reset' };
  /** The answers to this form under way, or the calls of this exchange with a model, are not needed any more. */
  forget?: string;
  to?: StateId;
  call?: Call;
  return?: true;
  /** The drawn edge this came from, for the trace and the lit path. */
  edge?: string;
}

/** A condition: an expression, the option a contact chose, a counter below a number, a cursor with items left, or a share of all contacts. */
export type Guard =
  /** `label` is what the author calls the condition: for the trace and the emitted code. */
  | { is: 'true'; expression: Expression; label?: string }
  | { is: 'option'; option: string }
  /** How an effect, a callback or a dialog ended: the `outcome` of a result object (see `RecordResult`, `CalledBack`), the value of a dialog. */
  | { is: 'outcome'; outcome: string }
  | { is: 'below'; counter: string; limit: number }
  | { is: 'more'; loop: string }
  /** The contact is in this option's share of everybody; see `shareOf`. `key` names the choice, `label` what the author calls the share. */
  | { is: 'share'; key: string; option: string; weights: Record<string, number>; label?: string }
  /** A text, understood as an answer to a choice is, means this option. */
  | { is: 'means'; option: string; said: Expression; choice: ChoiceRecogniser };

/** Sets one variable. `answer` and `result` are the value of the happening; `item`/`index` come from a loop's cursor. */
export interface Assignment {
  variable: string;
  value:
    | { from: 'expression'; expression: Expression }
    | { from: 'answer' }
    /** A text of the machine as the contact reads it, e.g. the label of the chosen option. */
    | { from: 'text'; text: TextRef }
    /** `path` picks inside a result object, e.g. ['slot']. Empty = whole. A value not of the variable's type is an error. */
    | { from: 'result'; path: string[]; /** Unset when there is none. */ optional?: true }
    /** What the chosen options at this place of the answer are worth, as a list: their text as the contact reads it, or a code. */
    | { from: 'chosen'; path: string[]; worth: Record<string, TextRef | { code: string }> }
    | { from: 'item'; loop: string }
    | { from: 'index'; loop: string }
    | { from: 'unset' };
}

/** A loop's cursor: `start` copies the list (at most 1,000 items) and stands before the first item; `next` moves on. */
export type CursorStep =
  | { loop: string; step: 'start'; list: Expression }
  | { loop: string; step: 'next' }
  | { loop: string; step: 'end' };

/** Calls a subflow: a frame is pushed with `args` as its locals; at its end `results` are copied back and `returnTo` entered. */
export interface Call {
  flow: string;
  args: { local: string; expression: Expression }[];
  results: { variable: string; local: string }[];
  returnTo: StateId;
  /** Entered instead when the subflow ended as `failed`; unset = the caller's `$error`. */
  failedTo?: StateId;
  /** A model asked for it: what it takes comes with the result that led here, and what it gives is kept for the model. */
  tool?: ToolCall;
}

/** How a flow is called for a model. */
export interface ToolCall {
  /** Where the steps are kept in the caller's frame. */
  exchange: string;
  id: string;
  /** Locals that are taken from the result's `arguments`, as far as they are there. */
  takes: string[];
  /** Locals whose values the model is told. */
  gives: string[];
}

/** What a resting state waits for. Its id is the snapshot's `seq`, bumped on entering. */
export type Wait =
  | {
      for: 'message';
      recogniser: Recogniser | FormRecogniser;
      /** What an answer must be besides: an expression that may speak of it as `answer`. One that fails says no. */
      check?: AnswerCheck;
      /** Words separated by commas (any language, compared folded) that, like a tap on the option `skip`, are `skipped`. */
      skip?: TextRef;
      timeout?: Deadline;
    }
  /** The result of the effect collected last in `entry`. `meanwhile` says what a message does until then. */
  | { for: 'result'; timeout?: Deadline; meanwhile: Meanwhile; /** What `oneMoment` says. */ waitingText?: TextRef }
  /** What another system says about something it was asked for. With `interrupt` a message is the happening `failed`. */
  | { for: 'callback'; contract: CallbackContract; timeout?: Timeout; meanwhile: Meanwhile; waitingText?: TextRef }
  | { for: 'dialog'; timeout?: Deadline }
  /** A moment, at which `timeout` happens; `meanwhile` is never `interrupt`: that is a wait for any message. */
  | { for: 'time'; timeout: Deadline; meanwhile: 'hold' | 'oneMoment'; waitingText?: TextRef };

/** An author's own condition on an answer of this type. */
export interface AnswerCheck {
  expression: Expression;
  answer: ValueType;
}

/**
 * hold = kept until the wait is over; oneMoment = answered with the flow's waiting text and kept (done with while a callback is awaited, for
 * that may take days); interrupt = the wait fails.
 */
export type Meanwhile = 'hold' | 'oneMoment' | 'interrupt';

/** Whether a wait goes on while a shortcut comes between: nothing of it is done a second time. */
export function outlivesShortcuts(wait: Wait | undefined): wait is Extract<Wait, { for: 'callback' | 'time' }> {
  return wait?.for === 'callback' || wait?.for === 'time';
}

/** Silence for this long (ISO 8601 duration) is the happening `timeout`. */
export interface Timeout {
  after: string;
}

/** When a wait is over by itself: a silence, or a moment (an expression of type datetime, evaluated on entering). */
export type Deadline = Timeout | { until: Expression };

/** A global command: tapped or typed keywords by language (compared folded), and what it does. */
export interface Shortcut {
  id: string;
  keywords: Record<string, string[]>;
  does: { kind: 'restart' } | { kind: 'dialog'; dialog: 'language' | 'reset' } | { kind: 'call'; flow: string };
}
