import { contactFunctions } from './contact.ts';
import { dateFunctions } from './date.ts';
import type { FunctionDefinition } from './defineFunction.ts';
import { listFunctions } from './list.ts';
import { numberFunctions } from './number.ts';
import { textFunctions } from './text.ts';

/** The functions of the profile, by name: the one list, for checking, evaluating, completions and docs. */
export const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
  [...textFunctions, ...numberFunctions, ...listFunctions, ...dateFunctions, ...contactFunctions].map((definition) => [nameOf(definition), definition]),
);

/** The name of a function, read from its first signature. */
export function nameOf(definition: FunctionDefinition): string {
  return (definition.signatures[0] ?? '').split('(', 1)[0] ?? '';
}
