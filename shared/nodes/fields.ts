import type * as z from 'zod';
import type { ValueType } from '../expressions/types.ts';

/** Where a template ends up; decides how its variables are escaped. */
export type EscapeTarget = 'chat' | 'url' | 'json' | 'prompt' | 'header';

/** The controls the inspector has. A node needing an unusual one names it here; it is one file in `studio/inspector/fields`. */
export type Widget =
  | 'text' | 'longText' | 'expression' | 'number' | 'toggle' | 'select' | 'segmented' | 'variable' | 'duration' | 'time'
  | 'list' | 'group' | 'code' | 'subflow' | 'arguments' | 'results' | 'collection' | 'keywords' | 'media' | 'valueType'
  | 'credential' | 'answerPath' | 'plugin' | 'pluginInputs' | 'pluginResults';

/** A sibling has one of these values; `and` another one as well. */
export interface ShowWhen {
  field: string;
  is: (string | boolean)[];
  and?: ShowWhen;
}

/** What a field of a node type says about itself: form, validator, docs, translatable texts and variables come from it. */
export interface FieldMeta {
  label: string;
  widget: Widget;
  help?: string;
  /** The help is of use only while this holds of its siblings. */
  helpWhen?: ShowWhen;
  /** The text may hold `{{ expressions }}`. */
  template?: boolean;
  /** The text exists once per language; its key is the field's path. */
  translatable?: boolean;
  target?: EscapeTarget;
  /** Which limit of the channels applies to this text, e.g. `choiceLabel`. */
  limit?: string;
  /** For `select` and `segmented`. */
  options?: { value: string; label: string }[];
  /** For `expression`: the type its result must have; unset = any type. */
  expects?: ValueType;
  /** For `expression`: it is evaluated for each item, called `item`, of the list that this sibling gives. */
  eachOf?: string;
  /** For `expression`: it may speak of the answer, called `answer`, whose type follows from the value of this sibling. */
  answerBy?: { field: string; types: Readonly<Record<string, ValueType>> };
  /**
   * For `variable`: what is put into it, so that one made in the field has that type. The type itself; by the value of a sibling;
   * declared in a sibling; or the result of a sibling's expression, or of each of its items. Unset = text.
   */
  holds?: { type: ValueType } | { by: string; types: Readonly<Record<string, ValueType>> } | { declaredIn: string } | { resultOf: string; item?: true }
    /** What is chosen: an item (or what is saved of it) of a sibling's list where `from` says so, a list of them where `several` does. */
    | { chosen: { list: string; value: string; from: string; several: string; otherwise: ValueType } };
  /** For a file, or where one comes from: the sibling whose value says as what kind of file it is sent. */
  sentAs?: string;
  /** For `list`: what one entry is called, and the words on the button that adds one. */
  item?: { label: string; add: string; max?: number };
  /** Shown only while this holds of its siblings. */
  showWhen?: ShowWhen;
  /** Folded under "More". */
  advanced?: boolean;
}

/** Attaches what a field says about itself to its schema. */
export function field<Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema {
  return schema.meta({ field: meta });
}

/** Reads back what `field` attached, looking through optional and default wrappers; undefined for a plain schema. */
export function metaOf(schema: z.ZodType): FieldMeta | undefined {
  const meta = schema.meta();
  // The registry is typed as unknown values; only `field` above writes this key.
  return meta?.['field'] as FieldMeta | undefined;
}
