import type { ActionTemplate, TextRef } from '../machine/action.ts';
import type { Recogniser } from '../machine/recogniser.ts';
import type { AnswerCheck, State, Transition } from '../machine/machine.ts';
import type { CompileContext, Exit, StateDraft } from './defineNode.ts';
import { duration, oneOf, spoken, whole } from './fieldKinds.ts';

const otherwise = ['try', 'again', 'alone'] as const;
const meanwhile = (...kinds: (typeof otherwise)[number][]) => ({ field: 'meanwhile', is: kinds });

/** What every node that asks and waits for an answer lets its author decide. */
export const questionFields = {
  meanwhile: oneOf('When people write something else', { try: 'It counts as a try', again: 'Ask again, without counting', alone: 'Leave it alone' }, otherwise, {
    advanced: true, help: 'A message that is no answer, such as a word where a photo is asked for. Left alone, nothing is said and the question goes on waiting, no longer than before.',
  }),
  tries: whole('Tries', { least: 0, most: 10, otherwise: 0 }, { advanced: true, showWhen: meanwhile('try'), help: 'After this many messages that are no answer, goes on at “Not understood”. 0 asks again as long as it takes.' }),
  retryText: spoken('When it does not fit', { advanced: true, showWhen: meanwhile('try', 'again'), help: 'Said after a message that is no answer. Empty: the flow’s own text, then the question again.' }),
  timeout: duration('No answer after', { help: 'Empty: the flow’s setting for silence.' }),
  reminders: whole('Remind', { least: 0, most: 3, otherwise: 0 }, { advanced: true, help: 'How often to ask again after each silence before going on at “No answer”.' }),
  reminderText: spoken('Reminder', { advanced: true, help: 'Empty: the question again.' }),
};

/** The values of `questionFields`. */
export interface QuestionData {
  meanwhile: (typeof otherwise)[number];
  tries: number;
  retryText: string;
  timeout: string;
  reminders: number;
  reminderText: string;
}

function allowsTries({ meanwhile: kind, tries }: QuestionData): boolean {
  return kind === 'try' && tries > 0;
}

/** The ways out that questions share: not understood (only when tries are counted) and silence. */
export function questionExits(data: QuestionData): Exit[] {
  return [
    ...(allowsTries(data) ? [{ id: 'invalid', label: 'Not understood', handledBySettings: 'unreadable' as const }] : []),
    { id: 'noAnswer', label: 'No answer', handledBySettings: 'silence' },
  ];
}

/** A question to lower: what it says with which words, and where an answer leads. */
export interface Question {
  data: QuestionData;
  context: CompileContext;
  /** The question as a message with this text in place of its own. */
  say(body: TextRef): ActionTemplate;
  /** The key of the question's own text. */
  body: TextRef;
  recogniser: Recogniser;
  /** What an answer must be besides. */
  check?: AnswerCheck;
  skip?: TextRef;
  answer: Transition[];
  skipped?: Transition;
  /** Whether the question must be shown again with a text of its own, because it carries the buttons. */
  tappable: boolean;
}

/**
 * Lowers a question: '' asks and waits, `again` says that the answer did not fit and waits, `remind/1`... ask again after a
 * silence. Where what is no answer is left alone, nothing asks again. Tries are counted in the frame and start anew when the question is left.
 */
export function lowerQuestion(question: Question): Record<string, StateDraft> {
  const { data, context } = question;
  const again = (): ActionTemplate[] => (data.retryText
    ? [sayText(question, context.text('retryText'))]
    : [{ type: 'send', message: { type: 'text', text: context.setting('unreadableText') } }, question.say(question.body)]);
  const states: Record<string, StateDraft> = {
    '': { entry: [question.say(question.body)], ...waiting(question, 0) },
    ...(data.meanwhile !== 'alone' && { again: { entry: again(), ...waiting(question, 0) } }),
  };
  const reminder = data.reminderText ? sayText(question, context.text('reminderText')) : question.say(question.body);
  const silence = data.timeout || context.silence;
  for (let round = 1; silence && round <= data.reminders; round += 1) states[`remind/${round}`] = { entry: [reminder], ...waiting(question, round) };
  return states;
}

function sayText(question: Question, text: TextRef): ActionTemplate {
  return question.tappable ? question.say(text) : { type: 'send', message: { type: 'text', text } };
}

function waiting(question: Question, reminded: number): Pick<State, 'wait' | 'on'> {
  const { data, context } = question;
  const timeout = data.timeout ? { after: data.timeout } : context.silence;
  const leave = (transition: Transition): Transition => (
    countsTries(question) ? { ...transition, count: { counter: context.state(), to: 'reset' } } : transition);
  return {
    wait: { for: 'message', recogniser: question.recogniser, ...(question.check && { check: question.check }), ...(question.skip && { skip: question.skip }), ...(timeout && { timeout }) },
    on: {
      answer: question.answer.map(leave),
      ...(question.skipped && { skipped: [leave(question.skipped)] }),
      invalid: unfit(question, leave),
      ...(timeout && { timeout: [reminded < data.reminders ? { to: context.state(`remind/${reminded + 1}`) } : leave(context.exit('noAnswer'))] }),
    },
  };
}

/** With the exit free the flow's settings handle it: it asks again as long as it takes, so nothing is counted. */
function countsTries({ data, context }: Question): boolean {
  return allowsTries(data) && context.connected('invalid');
}

function unfit(question: Question, leave: (transition: Transition) => Transition): Transition[] {
  const { data, context } = question;
  if (data.meanwhile === 'alone') return [];
  const again: Transition = { to: context.state('again') };
  if (!countsTries(question)) return [again];
  const counter = context.state();
  return [
    { ...again, guard: { is: 'below', counter, limit: data.tries - 1 }, count: { counter, to: 'increment' } },
    leave(context.exit('invalid')),
  ];
}
