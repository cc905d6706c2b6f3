import type { ValueType } from '@parley/shared/expressions/types';
import { valueTypeSchema } from '@parley/shared/flow/document';
import type { Flow } from '@parley/shared/flow/document';
import type { Json, JsonObject } from '@parley/shared/lib/json';

/** Declarations for the editor of a code node: what `input` has, by the variables its inputs name, and what must come back. */
export function inputTypes(data: JsonObject, variables: Flow['variables']): string {
  const byName = new Map(Object.values(variables).map(({ name, type }) => [name, type]));
  const inputs = isObject(data['inputs']) ? Object.values(data['inputs']) : [];
  const fields = inputs.flatMap((input) => {
    if (!isObject(input) || typeof input['name'] !== 'string' || input['name'] === '') return [];
    const known = typeof input['value'] === 'string' ? byName.get(input['value'].trim()) : undefined;
    return [`  ${input['name']}: ${known ? typeScriptOf(known) : 'unknown'};`];
  });
  const output = valueTypeSchema.safeParse(data['output']);
  return `interface Input {\n${fields.join('\n')}\n}\ntype Result = ${output.success ? typeScriptOf(output.data) : 'unknown'};\n`;
}

/** A value's type as TypeScript; values are JSON, so a date is a text. */
export function typeScriptOf(type: ValueType): string {
  switch (type.kind) {
    case 'number': return 'number';
    case 'boolean': return 'boolean';
    case 'list': return `${typeScriptOf(type.of)}[]`;
    case 'object': return `{ ${Object.entries(type.fields).map(([name, of]) => `${name}: ${typeScriptOf(of)}`).join('; ')} }`;
    case 'file': return '{ id: string; mime: string; name: string; bytes: number }';
    default: return 'string';
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
