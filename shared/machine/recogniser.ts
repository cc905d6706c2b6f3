import type { FileKind } from '../messages/files.ts';
import type { ListedOptions, SeveralOptions } from './choosing.ts';
import type { TextRef } from './textRef.ts';
import type { Expression } from '../expressions/types.ts';

/** How a contact's message is understood as an answer: named by the wait, implemented once in `shared/answers`. */
export type Recogniser =
  | { kind: 'text'; minLength?: number; maxLength?: number; pattern?: string }
  | { kind: 'number'; min?: number; max?: number; whole?: boolean }
  /** `earliest`/`latest` are expressions of type date, evaluated when the answer comes. */
  | { kind: 'date'; earliest?: Expression; latest?: Expression }
  | { kind: 'time'; earliest?: string; latest?: string }
  /**
   * A day, with a time of day when one is said; the answer is `{date, time, hasTime}` (time 00:00 when none was said). The usual
   * hours decide between morning and afternoon where people leave it open; an answer outside of them stands.
   */
  | { kind: 'when'; earliest?: Expression; latest?: Expression; usualFrom?: string; usualTo?: string }
  | { kind: 'email' }
  | { kind: 'phone' }
  | ChoiceRecogniser
  | ChosenRecogniser
  /** One or more options in one message. */
  | { kind: 'several'; of: ChoiceRecogniser; min?: number; max?: number }
  /**
   * The first option one of whose words (separated by commas, any language) stands in the text or equals a start payload; else the first
   * without words, which takes everybody. One with a channel counts on that channel alone.
   */
  | { kind: 'keywords'; options: { id: string; words?: TextRef; channel?: string }[] }
  | { kind: 'location' }
  | { kind: 'media'; types: FileKind[]; mostBytes?: number }
  | { kind: 'anything' };

/**
 * Matched by tap, number, label (any language), synonym (separated by commas), near miss, or by one of its examples (whole sentences,
 * one a line). `typed: false` accepts taps only.
 */
export interface ChoiceRecogniser {
  kind: 'choice';
  options: { id: string; label: TextRef; synonyms?: TextRef; examples?: TextRef }[];
  typed: boolean;
  other: boolean;
}

/**
 * One or several options, of a list or with their values: the answer is `{outcome, value}`. `chosen` with what was chosen (an item's
 * value, or the id of an option in the data; a list of them where several may be), `other` with the words somebody said instead.
 */
export interface ChosenRecogniser {
  kind: 'chosen';
  of: ChoiceRecogniser;
  listed?: ListedOptions;
  several?: SeveralOptions;
}
