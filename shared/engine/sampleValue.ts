import type { ValueType } from '../expressions/types.ts';
import { assertNever } from '../lib/assertNever.ts';
import type { Json } from '../lib/json.ts';

/** A value of a type that is not its zero, for trying things out. */
export function sampleValue(type: ValueType): Json {
  switch (type.kind) {
    case 'text': return 'Asha';
    case 'number': return 3;
    case 'boolean': return true;
    case 'date': return '2026-11-25';
    case 'time': return '15:30';
    case 'datetime': return '2026-11-25T10:00:00.000Z';
    case 'duration': return 'PT1H';
    case 'file': return { id: 'file', mime: 'image/png', name: 'photo.png', bytes: 1_000 };
    case 'list': return [sampleValue(type.of), sampleValue(type.of)];
    case 'object': return Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, sampleValue(field)]));
    default: return assertNever(type);
  }
}
