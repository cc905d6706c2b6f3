import type { Issue } from '@parley/shared/issues/issue';
import type { Json } from '@parley/shared/lib/json';
import type { FormField } from '@parley/shared/nodes/formOf';
import type { Widget } from '@parley/shared/nodes/fields';
import { createContext, useContext } from 'react';
import type { ComponentType, KeyboardEvent } from 'react';
import type { Changed } from '../store/flowStore.ts';

/** What the fields of one form have in common. */
export interface FieldContextValue {
  /** Where the form's data stands in the document: `['nodes', id, 'data']` or `['settings']`. */
  base: readonly string[];
  /** Owner of the texts among the translations: the node's id or `settings`. */
  owner: string;
  issues: readonly Issue[];
  /** The language texts are typed in; undefined = the default one. */
  language: string | undefined;
  /** Sets one value of the form by its path; undefined takes it away. */
  set: (path: readonly string[], value: Json | undefined, options?: { typing?: boolean; gesture?: string }) => Changed;
  readOnly: boolean;
  /** The control of each widget: given from above, because some controls are forms of their own. */
  controls: Readonly<Record<Widget, ComponentType<FieldProps>>>;
}

export const FieldContext = createContext<FieldContextValue | undefined>(undefined);

/** The form around this field. */
export function useFieldContext(): FieldContextValue {
  const context = useContext(FieldContext);
  if (!context) throw new Error('Expected this field to stand inside a form.');
  return context;
}

/** What every control gets: its field, where it is, and what stands there. */
export interface FieldProps {
  field: FormField;
  /** Keys from the form's data, ids of entries in place of `*`. */
  path: readonly string[];
  value: Json | undefined;
  /** Shown inside a row: without label and help. */
  bare?: boolean;
  /** Keys that mean something to what the field stands in; of fields that are typed in. */
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}
