import type { ValueType } from '@parley/shared/expressions/types';
import { eachItem } from '@parley/shared/nodes/eachItem';
import type { JsonObject } from '@parley/shared/lib/json';
import { valueTypeSchema } from '@parley/shared/flow/document';
import type { FieldMeta } from '@parley/shared/nodes/fields';

const text: ValueType = { kind: 'text' };

/** What is beside a field in its form, and what an expression gives (undefined = it cannot be read). */
export interface Beside {
  siblings: JsonObject;
  infer: (cel: string) => Promise<ValueType | undefined>;
}

/** The type of a variable that is made in a field: that of what the field will put into it, text where nothing says better. */
export async function newVariableType(holds: FieldMeta['holds'], beside: Beside): Promise<ValueType> {
  return await heldType(holds, beside) ?? text;
}

/** The type of what a field puts into its variable; undefined while what is beside it does not tell. */
export async function heldType(holds: FieldMeta['holds'], { siblings, infer }: Beside): Promise<ValueType | undefined> {
  if (!holds) return undefined;
  if ('type' in holds) return holds.type;
  if ('declaredIn' in holds) return valueTypeSchema.safeParse(siblings[holds.declaredIn]).data;
  if ('by' in holds) return holds.types[String(siblings[holds.by])];
  if ('chosen' in holds) return chosenType(holds.chosen, siblings, infer);
  const cel = siblings[holds.resultOf];
  const found = typeof cel === 'string' && cel.trim() !== '' ? await infer(cel) : undefined;
  if (!found || !holds.item) return found;
  return found.kind === 'list' ? found.of : undefined;
}

/** What a choice gives: an item of its list or a text, or a list of those where several may be chosen. */
async function chosenType({ list, value, from, several, otherwise }: Extract<NonNullable<FieldMeta['holds']>, { chosen: object }>['chosen'], siblings: JsonObject, infer: Beside['infer']): Promise<ValueType | undefined> {
  const made = siblings[from] === 'list' ? await infer(eachItem(String(siblings[list] ?? ''), String(siblings[value] || 'item'))) : undefined;
  const one = siblings[from] === 'list' ? made?.kind === 'list' ? made.of : undefined : otherwise;
  return one && siblings[several] === true ? { kind: 'list', of: one } : one;
}
