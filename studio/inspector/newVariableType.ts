import type { ValueType } from '@parley/shared/expressions/types';
import type { JsonObject } from '@parley/shared/lib/json';
import { valueTypeSchema } from '@parley/shared/flow/document';
import type { FieldMeta } from '@parley/shared/nodes/fields';

const text: ValueType = { kind: 'text' };

/**
 * The type of a variable that is made in a field, by what the field will put into it: `siblings` are the values beside it, and
 * `infer` says what an expression gives (undefined = it cannot be read). Text where nothing says better.
 */
export async function newVariableType(holds: FieldMeta['holds'], siblings: JsonObject, infer: (cel: string) => Promise<ValueType | undefined>): Promise<ValueType> {
  if (!holds) return text;
  if ('type' in holds) return holds.type;
  if ('declaredIn' in holds) return valueTypeSchema.safeParse(siblings[holds.declaredIn]).data ?? text;
  if ('by' in holds) return holds.types[String(siblings[holds.by])] ?? text;
  const cel = siblings[holds.resultOf];
  const found = typeof cel === 'string' && cel.trim() !== '' ? await infer(cel) : undefined;
  if (!found) return text;
  if (!holds.item) return found;
  return found.kind === 'list' ? found.of : text;
}
