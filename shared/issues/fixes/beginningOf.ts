import type { ValueType } from '../../expressions/types.ts';
import { zeroOf } from '../../expressions/zeroOf.ts';
import type { Json } from '../../lib/json.ts';

/** The value a variable of a type may begin with where its author says none, and how it is said; undefined where no value stands for nothing: a day, a file. */
export function beginningOf(type: ValueType): { value: Json; says: string } | undefined {
  const says = inWords(type);
  return says === undefined ? undefined : { value: zeroOf(type), says };
}

function inWords(type: ValueType): string | undefined {
  switch (type.kind) {
    case 'text':
    case 'list': return 'empty';
    case 'number': return 'at 0';
    case 'boolean': return 'as no';
    case 'object': return Object.values(type.fields).every((field) => inWords(field) !== undefined) ? 'empty' : undefined;
    default: return undefined;
  }
}
