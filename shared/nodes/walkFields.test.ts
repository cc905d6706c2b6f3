import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Json } from '../lib/json.ts';
import { field } from './fields.ts';
import type { FieldMeta } from './fields.ts';
import { describeFields, inOrder, walkFields } from './walkFields.ts';

const meta = (label: string, more: Partial<FieldMeta> = {}): FieldMeta => ({ label, widget: 'text', ...more });

const schema = z.object({
  body: field(z.string(), meta('Body', { translatable: true })),
  hidden: z.number(),
  header: field(z.string().optional(), meta('Header')),
  outer: z.optional(field(z.string(), meta('Outer'))),
  mode: field(z.enum(['plain', 'choice']).default('plain'), meta('Mode')),
  options: field(
    z.record(z.string(), z.object({ label: field(z.string(), meta('Label')), order: z.number() })),
    meta('Options', { widget: 'list', showWhen: { field: 'mode', is: ['choice'] } }),
  ),
  rules: z.array(z.discriminatedUnion('is', [
    z.object({ is: z.literal('expression'), cel: field(z.string(), meta('Expression')) }),
    z.object({ is: z.literal('text'), text: field(z.string(), meta('Text')) }),
  ])),
});

const data: { [key: string]: Json } = {
  body: 'Hi',
  hidden: 3,
  mode: 'choice',
  options: { b: { label: 'Second', order: 2 }, a: { label: 'First', order: 1.5 } },
  rules: [{ is: 'text', text: 'T' }, { is: 'expression', cel: 'x > 1' }],
};

describe('walkFields', () => {
  test('finds fields through maps, arrays, unions and optional wrappers, in order', () => {
    expect(walkFields(schema, data).map(({ path, meta: { label }, value }) => [path.join('.'), label, value])).toEqual([
      ['body', 'Body', 'Hi'],
      ['header', 'Header', undefined],
      ['outer', 'Outer', undefined],
      ['mode', 'Mode', 'choice'],
      ['options', 'Options', data.options],
      ['options.a.label', 'Label', 'First'],
      ['options.b.label', 'Label', 'Second'],
      ['rules.0.text', 'Text', 'T'],
      ['rules.1.cel', 'Expression', 'x > 1'],
    ]);
  });

  test('what showWhen hides is hidden with all that is in it', () => {
    const shown = (mode: string) => walkFields(schema, { ...data, mode }).filter((found) => found.path[0] === 'options').map((found) => found.shown);
    expect(shown('choice')).toEqual([true, true, true]);
    expect(shown('plain')).toEqual([false, false, false]);
  });

  test.each([undefined, null, 3, 'text', [], [[]], { options: 3, rules: { a: null } }, { body: { deep: [] } }] as (Json | undefined)[])('garbage %j gives fewer fields, not an exception', (garbage) => {
    expect(() => walkFields(schema, garbage)).not.toThrow();
  });

  test('a field does not answer to a name that objects inherit', () => {
    const odd = z.object({ constructor: field(z.string().optional(), meta('Odd')) });
    expect(walkFields(odd, {})[0]?.value).toBeUndefined();
  });

  test('a schema that contains itself is walked as deep as its data', () => {
    interface Tree { name: string; kids: Record<string, Tree> }
    const tree: z.ZodType<Tree> = z.lazy(() => z.object({ name: field(z.string(), meta('Name')), kids: z.record(z.string(), tree) }));
    expect(walkFields(tree, { name: 'a', kids: { x: { name: 'b', kids: {} } } }).map((found) => found.path.join('.'))).toEqual(['name', 'kids.x.name']);
    expect(describeFields(tree).length).toBeGreaterThan(0);
  });
});

test('describeFields lists what a schema declares, without data', () => {
  expect(describeFields(schema).map(({ path, meta: { label } }) => `${path.join('.')}: ${label}`)).toEqual([
    'body: Body', 'header: Header', 'outer: Outer', 'mode: Mode', 'options: Options', 'options.*.label: Label', 'rules.*.cel: Expression', 'rules.*.text: Text',
  ]);
});

test('inOrder sorts by order, then id, and leaves unordered maps alone', () => {
  expect(inOrder({ b: { order: 1 }, a: { order: 1 }, c: { order: 0.5 } }).map(([id]) => id)).toEqual(['c', 'a', 'b']);
  expect(inOrder({ z: 1, a: 2 }).map(([id]) => id)).toEqual(['z', 'a']);
});
