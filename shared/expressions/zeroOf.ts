import type { Json } from '../lib/json.ts';
import type { ValueType } from './types.ts';
import { assertNever } from '../lib/assertNever.ts';

/** The value a variable of this type holds before anybody sets it: '', 0, false, 1970-01-01, 00:00, no duration, an empty list. */
export function zeroOf(type: ValueType): Json {
  switch (type.kind) {
    case 'text': return '';
    case 'number': return 0;
    case 'boolean': return false;
    case 'date': return '1970-01-01';
    case 'time': return '00:00';
    case 'datetime': return '1970-01-01T00:00:00.000Z';
    case 'duration': return 'PT0S';
    case 'file': return { id: '', mime: '', name: '', bytes: 0 };
    case 'list': return [];
    case 'object': return Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, zeroOf(field)]));
    default: return assertNever(type);
  }
}
