import type { ValueType } from '@parley/shared/expressions/types';
import type { JsonObject } from '@parley/shared/lib/json';
import { nodeTypes } from '@parley/shared/nodes/index';
import { expect, test } from 'vitest';
import { answerJob } from '../store/proof/answerJob.ts';
import { drawings } from '../store/proof/drawings.ts';
import { codeInputs, inputTypes, typeScriptOf } from './inputTypes.ts';

const data = (inputs: JsonObject): JsonObject => ({ inputs, output: { kind: 'number' } });
const nothing = (): undefined => undefined;

test('a program gets the inputs that have a name and a value, in their order', () => {
  const inputs = codeInputs(data({ b: { name: 'second', value: 'b', order: 2 }, a: { name: 'first', value: 'a', order: 1 }, c: { name: '', value: 'c', order: 3 }, d: { name: 'empty', value: ' ', order: 4 } }), nothing);
  expect(inputs.map(({ name, expression }) => [name, expression])).toEqual([['first', 'a'], ['second', 'b']]);
});

test('of two inputs of one name the later is declared', () => {
  const inputs = codeInputs(data({ a: { name: 'same', value: '1', order: 1 }, b: { name: 'same', value: '"x"', order: 2 } }), nothing);
  expect(inputs.map(({ expression }) => expression)).toEqual(['"x"']);
});

test('what goes in and what must come out is declared, and an input that cannot be read is unknown', () => {
  const types: Record<string, ValueType> = { cars: { kind: 'number' } };
  const declared = inputTypes(codeInputs(data({ a: { name: 'n', value: 'cars', order: 1 }, b: { name: 'broken', value: 'cars +', order: 2 } }), (cel) => types[cel]), { kind: 'number' });
  expect(declared).toContain('interface Input {\n  n: number;\n  broken: unknown;\n}');
  expect(declared).toContain('type Result = number;');
  expect(declared).toContain('declare const console');
});

test.each<[ValueType, string]>([
  [{ kind: 'text' }, 'string'], [{ kind: 'date' }, 'string'], [{ kind: 'duration' }, 'string'], [{ kind: 'boolean' }, 'boolean'],
  [{ kind: 'list', of: { kind: 'number' } }, 'number[]'], [{ kind: 'list', of: { kind: 'object', fields: { a: { kind: 'text' } } } }, '{ a: string }[]'], [{ kind: 'file' }, '{ id: string; mime: string; name: string; bytes: number }'],
])('a value of %j is a %s in the program', (type, written) => expect(typeScriptOf(type)).toBe(written));

test('a fresh program names the types that are declared for it', () => {
  const code = nodeTypes['code']?.defaults(() => 0.5)['code'];
  expect(code).toContain('(input: Input): Result');
});

test('an expression has the type the proof finds for it: of the main flow’s variables and, in a subflow, of its own too', () => {
  const kept = drawings();
  const flow = (kind: 'bot' | 'subflow', variables: Record<string, ValueType>) => ({
    schema: 1 as const, kind, languages: ['en'], nodes: {}, edges: {}, notes: {}, translations: {},
    variables: Object.fromEntries(Object.entries(variables).map(([name, type], order) => [name, { name, type, order }])),
    settings: { channels: [], zone: 'UTC', sessionHours: 24, errorText: '', unreadableText: '', waitingText: '', missingTranslationsAccepted: false, consentText: '', shortcuts: {} },
  });
  kept.feed({ fed: 'main', main: 'm' });
  kept.feed({ fed: 'flow', flow: 'm', document: flow('bot', { cars: { kind: 'number' } }) });
  kept.feed({ fed: 'flow', flow: 's', document: flow('subflow', { days: { kind: 'list', of: { kind: 'date' } } }) });
  const typeOf = (id: string, cel: string) => answerJob(kept, { job: 'check', ask: { flow: id, cel, expects: undefined } });
  expect(typeOf('s', 'cars * 2')).toEqual({ ok: true, type: { kind: 'number' } });
  expect(typeOf('s', 'days')).toEqual({ ok: true, type: { kind: 'list', of: { kind: 'date' } } });
  expect(typeOf('m', 'days')).toMatchObject({ ok: false });
});
