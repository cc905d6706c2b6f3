import type { ValueType } from '@parley/shared/expressions/types';
import { valueTypeSchema } from '@parley/shared/flow/document';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import { inOrder } from '@parley/shared/nodes/walkFields';

/** One input of a code node: its name in the program, and the type its expression has; unset while that cannot be told. */
export interface CodeInput {
  name: string;
  expression: string;
  type?: ValueType | undefined;
}

/** The inputs of a code node that reach its program, in their order: those with a name and a value, as the compiler takes them. */
export function codeInputs(data: JsonObject, typeOf: (expression: string) => ValueType | undefined): CodeInput[] {
  const entries = isObject(data['inputs']) ? inOrder(data['inputs']) : [];
  const inputs = entries.flatMap(([, input]): CodeInput[] => {
    if (!isObject(input)) return [];
    const { name, value } = input;
    if (typeof name !== 'string' || name === '' || typeof value !== 'string' || value.trim() === '') return [];
    return [{ name, expression: value, type: typeOf(value) }];
  });
  // Of two of one name the program gets the later.
  return [...new Map(inputs.map((input) => [input.name, input])).values()];
}

/** Declarations for the editor of a code node: what `input` has, what must come back, and the console the sandbox has. */
export function inputTypes(inputs: readonly CodeInput[], output: Json | undefined): string {
  const fields = inputs.map(({ name, type }) => `  ${name}: ${type ? typeScriptOf(type) : 'unknown'};`);
  const result = valueTypeSchema.safeParse(output);
  const write = ['log', 'info', 'warn', 'error', 'debug'].map((name) => `  ${name}(...values: unknown[]): void;`).join('\n');
  return `interface Input {\n${fields.join('\n')}\n}\ntype Result = ${result.success ? typeScriptOf(result.data) : 'unknown'};\ndeclare const console: {\n${write}\n};\n`;
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
