import type { Parts } from '../expressions/types.ts';
import type { JsonObject } from '../lib/json.ts';
import type { FormField } from './form.ts';
import type { Media } from './incoming.ts';

/** One way to answer a choice; `id` never changes with language or order. */
export interface Option<Text> {
  id: string;
  label: Text;
  note?: Text;
}

/** Who made a text that no author wrote: a language model, or the stand-in that answers where none is set up. */
export type Maker = 'model' | 'standIn';

/** What a bot can say. `Text` is `Parts` before the express stage (authored) and `string` after it (outgoing). */
export type Said<Text> =
  | { type: 'text'; text: Text; header?: Text; footer?: Text; by?: Maker }
  | { type: 'image' | 'video' | 'document'; media: Media; caption?: Text }
  | { type: 'audio'; media: Media }
  /** The look (buttons, list, pages) is decided by the channel's limits, never by the flow. */
  | { type: 'choices'; body: Text; header?: Text; footer?: Text; options: Option<Text>[]; /** How many may be chosen together; unset = one. */ several?: { least: number; most: number }; wait: number }
  /** Fields to fill in together; `given` is what stands in them, `errors` what does not fit, by field. */
  | { type: 'form'; body: Text; submit: Text; cancel?: Text; fields: FormField<Text>[]; given: JsonObject; errors: Record<string, Text>; wait: number }
  | { type: 'typing' };

/** A message before `express`: texts are parts. */
export type Authored = Said<Parts>;

/** A message after `express`: texts are strings in the contact's language. Also what is stored and shown. */
export type Outgoing = Said<string>;
