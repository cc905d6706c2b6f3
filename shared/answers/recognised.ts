import type { Evaluation, Expression, Facts } from '../expressions/types.ts';
import type { Json } from '../lib/json.ts';
import type { TextRef } from '../machine/action.ts';

/** What recognising a message gave: a value of the asked type, or why it is none (for the trace; short, plain). */
export type Recognised = { ok: true; value: Json } | { ok: false; reason: string };

/** What a recogniser may know besides the message. */
export interface AnswerContext {
  facts: Facts;
  /** A text of the machine in all its languages; the same as long as the recogniser object lives (names of options are folded once). */
  text(ref: TextRef): string[];
  evaluate(expression: Expression): Evaluation;
}

/** The words somebody said or tapped: a text, or the label of a tapped option. */
export function saidText(message: { type: string; text?: string; label?: string }): string | undefined {
  if (message.type === 'text') return message.text;
  return message.type === 'choiceReply' || message.type === 'choicesReply' ? message.label : undefined;
}

/** A refusal for a message of another kind. */
export function expected(what: string, type: string): Recognised {
  return { ok: false, reason: `Expected ${what}, got a message of type ${type}.` };
}
