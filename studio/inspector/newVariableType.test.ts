import type { ValueType } from '@parley/shared/expressions/types';
import { formOf } from '@parley/shared/nodes/formOf';
import type { FormField } from '@parley/shared/nodes/formOf';
import { nodeTypes } from '@parley/shared/nodes/index';
import { describe, expect, test } from 'vitest';
import { heldType, newVariableType } from './newVariableType.ts';

const inferred: Record<string, ValueType> = { '2 + 3': { kind: 'number' }, '[today()]': { kind: 'list', of: { kind: 'date' } } };
const infer = (cel: string): Promise<ValueType | undefined> => Promise.resolve(inferred[cel]);

/** What the field of a node type says it holds. */
function holdsOf(type: string, ...path: string[]): FormField['meta']['holds'] {
  const find = (fields: readonly FormField[], [name, ...rest]: string[]): FormField | undefined => {
    const found = fields.find((field) => field.name === name);
    return rest.length === 0 || !found ? found : find(found.fields, rest);
  };
  const definition = nodeTypes[type];
  const field = definition && find(formOf(definition), path);
  if (!field) throw new Error(`No field ${path.join('.')} in ${type}.`);
  return field.meta.holds;
}

describe('a variable made in a field has the type that is put into it', () => {
  test.each<[type: string, path: string[], siblings: Record<string, string | ValueType>, kind: ValueType]>([
    ['ask', ['save'], { expects: 'text' }, { kind: 'text' }],
    ['ask', ['save'], { expects: 'date' }, { kind: 'date' }],
    ['ask', ['save'], { expects: 'number' }, { kind: 'number' }],
    ['ask', ['save'], { expects: 'media' }, { kind: 'file' }],
    ['choice', ['save'], {}, { kind: 'text' }],
    ['code', ['save'], { output: { kind: 'number' } }, { kind: 'number' }],
    ['loop', ['item'], { list: '[today()]' }, { kind: 'date' }],
    ['loop', ['item'], { list: 'nonsense(' }, { kind: 'text' }],
    ['loop', ['index'], {}, { kind: 'number' }],
    ['assign', ['assignments', 'variable'], { value: '2 + 3' }, { kind: 'number' }],
    ['assign', ['assignments', 'variable'], { value: '' }, { kind: 'text' }],
    ['choice', ['save'], { from: 'fixed' }, { kind: 'text' }],
    ['record', ['save'], { does: 'find' }, { kind: 'list', of: { kind: 'object', fields: { key: { kind: 'text' } } } }],
    ['record', ['save'], { does: 'add' }, { kind: 'object', fields: { key: { kind: 'text' } } }],
  ])('%s %s %j', async (type, path, siblings, wanted) => {
    expect(await newVariableType(holdsOf(type, ...path), { siblings: JSON.parse(JSON.stringify(siblings)), infer })).toEqual(wanted);
  });
  test.each<[type: string, path: string[], siblings: Record<string, string>, kind: ValueType | undefined]>([
    ['assign', ['assignments', 'variable'], { value: '[today()]' }, { kind: 'list', of: { kind: 'date' } }],
    ['assign', ['assignments', 'variable'], { value: '' }, undefined],
    ['assign', ['assignments', 'variable'], { value: '[today(' }, undefined],
    ['loop', ['item'], { list: '2 + 3' }, undefined],
    ['choice', ['save'], { from: 'list', list: '[today(' }, undefined],
  ])('nothing is said while it cannot be known: %s %s %j', async (type, path, siblings, wanted) => {
    expect(await heldType(holdsOf(type, ...path), { siblings, infer })).toEqual(wanted);
  });
});
