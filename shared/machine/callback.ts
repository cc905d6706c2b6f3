import { own } from '../expressions/fits.ts';
import type { Expression, Parts, ValueType } from '../expressions/types.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { HttpRequest, JsonField } from './httpRequest.ts';
import type { TextRef } from './textRef.ts';

/** A value that comes with a callback. `required` = the first code is refused without it; otherwise one left out counts as the type's zero. */
export interface CallbackOutput {
  name: string;
  type: ValueType;
  required?: true;
}

/** One way it can end: a word between programs, and what people read for it. */
export interface CallbackCode {
  code: string;
  label: string;
  /** The label in the bot's other languages, as far as it reads another way there. */
  labels?: Record<string, string>;
}

/** What may be called back: how it ended, and the values that come with that. */
export interface CallbackContract {
  /** Every return code, the wished-for one first. */
  codes: CallbackCode[];
  outputs: CallbackOutput[];
}

/**
 * Opens a callback: an address at which another system, or a person, says once how something ended. The wait for it is the one
 * that follows this effect's own.
 */
export interface OpenCallbackTemplate {
  contract: CallbackContract;
  /** The labels that somebody wrote, by code. */
  labels?: Record<string, TextRef>;
  /** What the other side needs to know. */
  inputs: { name: string; expression: Expression }[];
  /** ISO 8601 duration after which the address is of no use. */
  expires: { after: string };
  /** Tells the other side the address before anybody waits. */
  announce?: Announcement<HttpRequest<TextRef, JsonField[]>>;
}

/** A request that carries the address in its JSON body, each key a step inside; without a good answer nothing is waited for. */
export interface Announcement<Request> {
  request: Request;
  addressIn: string[][];
}

/** The contract as people read it at the address, whichever of these languages that is in; `texts` gives a text in each of them, the author's first. */
export function inWords({ codes, outputs }: CallbackContract, labels: OpenCallbackTemplate['labels'], languages: readonly string[], texts: (ref: TextRef) => readonly string[]): CallbackContract {
  const translated = (ref: TextRef, label: string): [string, string][] => texts(ref).flatMap((text, at) => (at > 0 && text && text !== label ? [[languages[at] ?? '', text]] : []));
  return {
    codes: codes.map((each) => {
      const ref = own(labels ?? {}, each.code);
      const others = ref ? translated(ref, each.label) : [];
      return others.length > 0 ? { ...each, labels: Object.fromEntries(others) } : each;
    }),
    outputs,
  };
}

/** The same evaluated. */
export interface EvaluatedOpenCallback {
  contract: CallbackContract;
  inputs: JsonObject;
  /** ISO datetime in UTC; null = `expires` was no duration. */
  expiresAt: string | null;
  announce?: Announcement<HttpRequest<Parts, JsonObject>>;
}

/** What opening a callback gives: its address, and what was taken from the answer to the announcement. */
export interface OpenedCallback {
  url: string;
  values: Record<string, Json>;
}

/** What was called back. `outcome` is the return code. */
export interface CalledBack {
  outcome: string;
  values: Record<string, Json>;
}
