import type { ValueType } from '@parley/shared/expressions/types';
import { assertNever } from '@parley/shared/lib/assertNever';
import type { JsonObject } from '@parley/shared/lib/json';

/** A type as a JSON schema of the subset that endpoints take in strict mode: no formats or patterns, every field required. */
export function jsonSchemaOf(type: ValueType): JsonObject {
  switch (type.kind) {
    case 'text': return { type: 'string' };
    case 'number': return { type: 'number' };
    case 'boolean': return { type: 'boolean' };
    case 'date': return { type: 'string', description: 'A date such as 2026-11-25.' };
    case 'time': return { type: 'string', description: 'A time of day such as 15:30.' };
    case 'datetime': return { type: 'string', description: 'A moment in UTC such as 2026-11-25T10:00:00Z.' };
    case 'duration': return { type: 'string', description: 'A duration such as PT1H30M or P2D.' };
    // The proof refuses to ask for one; nothing a model writes is a file.
    case 'file': return { type: 'null' };
    case 'list': return { type: 'array', items: jsonSchemaOf(type.of) };
    case 'object': return { type: 'object', additionalProperties: false, required: Object.keys(type.fields), properties: Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, jsonSchemaOf(field)])) };
    default: return assertNever(type);
  }
}
