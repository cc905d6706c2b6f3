import { isObject, valueLimits } from '@parley/shared/expressions/fits';
import type { ValueType } from '@parley/shared/expressions/types';
import { nameShape } from '@parley/shared/flow/document';
import type { Json } from '@parley/shared/lib/json';

const plainKinds: Partial<Record<string, 'text' | 'number' | 'boolean'>> = { string: 'text', number: 'number', boolean: 'boolean' };

/** The type of a variable that holds such a value: what lies too deep, is not there, or has a name no expression can say is left out. */
export function typeHolding(value: Json, level = 0): ValueType | undefined {
  if (typeof value !== 'object' || value === null) {
    const kind = plainKinds[typeof value];
    return kind && { kind };
  }
  if (level >= valueLimits.nesting) return undefined;
  if (!isObject(value)) {
    const of = typeHolding(Array.isArray(value) ? value[0] ?? '' : '', level + 1);
    return of && { kind: 'list', of };
  }
  const fields = Object.entries(value).flatMap(([name, of]) => {
    const type = nameShape.test(name) ? typeHolding(of, level + 1) : undefined;
    return type ? [[name, type] as const] : [];
  });
  return { kind: 'object', fields: Object.fromEntries(fields) };
}
