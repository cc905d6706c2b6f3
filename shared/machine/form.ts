import type { ValueType } from '../expressions/types.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { FormField } from '../messages/form.ts';
import type { TextRef } from './textRef.ts';
import type { Recogniser } from './recogniser.ts';

/** A field as the machine holds it. */
export interface FieldTemplate extends FormField<TextRef> {
  /** How an answer in words is understood. */
  recogniser: Recogniser;
  /** What each option is worth: ids differ, values are what flows work with. */
  values?: Record<string, Json>;
  /** Its name among all answers, and what stands there when it was not answered. */
  name?: string;
  type: ValueType;
  /** Said when an answer does not fit; unset = the flow's own text. */
  error?: TextRef;
}

/** A form as the machine holds it; `form` names it in the frame. */
export interface FormTemplate {
  form: string;
  body: TextRef;
  submit: TextRef;
  /** Words that give the form up, also on its button. */
  cancel?: TextRef;
  /** Passes a field that need not be answered, where fields are asked one by one. */
  skip: TextRef;
  unreadable: TextRef;
  fields: FieldTemplate[];
}

/** How a message is understood as the answers to a form, or as the next of them. */
export interface FormRecogniser extends Pick<FormTemplate, 'form' | 'fields' | 'skip'> {
  kind: 'form';
}

/** Answers to a form under way: kept in the frame until it is filled in or given up. */
export interface FormDraft {
  /** Fields are asked one by one. */
  steps?: true;
  /** What was given, by field, as it was given. */
  given: JsonObject;
  /** What it was understood as. */
  values: JsonObject;
  /** Fields passed without an answer. */
  passed: string[];
  /** Fields whose answer did not fit. */
  errors: string[];
}
