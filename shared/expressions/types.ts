import type { Json } from '../lib/json.ts';

/**
 * The type of a variable or an expression. In the snapshot every value is JSON: date `YYYY-MM-DD`, time `HH:MM`,
 * datetime ISO 8601 in UTC, duration ISO 8601 (`PT1H30M`), file `{id, mime, name, bytes}`.
 */
export type ValueType =
  | { kind: 'text' }
  | { kind: 'number' }
  | { kind: 'boolean' }
  | { kind: 'date' }
  | { kind: 'time' }
  | { kind: 'datetime' }
  | { kind: 'duration' }
  | { kind: 'file' }
  | { kind: 'list'; of: ValueType }
  | { kind: 'object'; fields: Record<string, ValueType> };

/** An expression of the CEL profile with the type its result must have. */
export interface Expression {
  cel: string;
  type: ValueType;
}

/** One piece of a parsed template: literal text, or an expression whose value is shown. */
export type TemplatePiece = string | { cel: string; name: string };

/** A text with its `{{ expressions }}` cut out, in one language. */
export type Template = TemplatePiece[];

/**
 * An evaluated template before it is encoded. What came from a variable stays apart from what the author wrote, because
 * escaping, translation, redaction of personal values and highlighting need to know.
 */
export type Part = string | { value: string; name: string; personal?: boolean };
export type Parts = Part[];

/** What an expression may know besides variables; the same facts replay the same turn. No clock and no Intl in the core. */
export interface Facts {
  /** ISO datetime in UTC of the event, not of its processing. */
  now: string;
  /** IANA name of the contact's (or bot's) time zone. */
  zone: string;
  /** Offsets of that zone around `now`, oldest first: from `from` on, local time = UTC + `minutes`. At least one. */
  offsets: { from: string; minutes: number }[];
  /** BCP 47 tag of the language the contact reads. */
  language: string;
  /** Seed of the turn's random numbers. */
  seed: number;
  channel: string;
  contact: { id: string; name: string };
}

/** Names and types an expression may use. */
export interface Scope {
  variables: Record<string, ValueType>;
  /** What a variable that nobody set evaluates as; a name missing here evaluates as its type's zero. */
  initial?: Record<string, Json>;
  /** Names whose values are redacted in logs and traces. */
  personal?: Record<string, true>;
}

/** The result of evaluating: an evaluation error is data, never an exception. */
export type Evaluation = { ok: true; value: Json } | { ok: false; error: string };

/** A mistake in an expression, with its place in the text. */
export interface ExpressionProblem {
  message: string;
  from: number;
  to: number;
}
