import type { ValueType } from '@parley/shared/expressions/types';
import { heldBy } from '@parley/shared/flow/heldBy';
import type { JsonObject } from '@parley/shared/lib/json';
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
  const held = heldBy(holds, siblings);
  if (!held || 'type' in held) return held?.type;
  const found = await infer(held.cel);
  return found && held.of(found);
}
