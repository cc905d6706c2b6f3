import type { ValueType } from '../expressions/types.ts';
import type { JsonObject } from '../lib/json.ts';
import { eachItem } from '../nodes/eachItem.ts';
import type { FieldMeta } from '../nodes/fields.ts';
import { valueTypeSchema } from './document.ts';

/** What tells the type of what a field puts into its variable: the type itself, or an expression and what follows from its type. */
export type Held = { type: ValueType } | { cel: string; of: (type: ValueType) => ValueType | undefined };

type Chosen = Extract<NonNullable<FieldMeta['holds']>, { chosen: object }>['chosen'];

/** Finds what tells the type of what a field puts into its variable; undefined while what is beside the field does not tell. */
export function heldBy(holds: FieldMeta['holds'], siblings: JsonObject): Held | undefined {
  if (!holds) return undefined;
  if ('type' in holds) return holds;
  if ('declaredIn' in holds) return known(valueTypeSchema.safeParse(siblings[holds.declaredIn]).data);
  if ('by' in holds) return known(holds.types[String(siblings[holds.by])]);
  if ('chosen' in holds) return ofChosen(holds.chosen, siblings);
  const cel = siblings[holds.resultOf];
  if (typeof cel !== 'string' || cel.trim() === '') return undefined;
  return { cel, of: (type) => (holds.item ? itemOf(type) : type) };
}

/** What a choice gives: an item of its list or a text, or a list of those where several may be chosen. */
function ofChosen({ list, value, from, several, otherwise }: Chosen, siblings: JsonObject): Held {
  const whole = (one: ValueType): ValueType => (siblings[several] === true ? { kind: 'list', of: one } : one);
  if (siblings[from] !== 'list') return { type: whole(otherwise) };
  return { cel: eachItem(String(siblings[list] ?? ''), String(siblings[value] || 'item')), of: (type) => { const item = itemOf(type); return item && whole(item); } };
}

function itemOf(type: ValueType): ValueType | undefined {
  return type.kind === 'list' ? type.of : undefined;
}

function known(type: ValueType | undefined): Held | undefined {
  return type && { type };
}
