import { describe, expect, test } from 'vitest';
import type { Json } from '../lib/json.ts';
import { check } from './check.ts';
import { caseFacts } from './expressions.cases.data.ts';
import { prepareExpression } from './prepareExpression.ts';
import { prepareTemplate } from './prepareTemplate.ts';
import { parseTemplate } from './parseTemplate.ts';
import { workLimit } from './run.ts';
import type { Scope, ValueType } from './types.ts';

const text: ValueType = { kind: 'text' };
const scope: Scope = { variables: { long: text, list: { kind: 'list', of: { kind: 'number' } }, texts: { kind: 'list', of: text }, object: { kind: 'object', fields: { a: text } } } };
const evil: Json = JSON.parse('{"a": "x", "__proto__": {"polluted": true}, "constructor": 1}');
const values: Record<string, Json> = {
  long: 'a'.repeat(4_096), list: Array.from({ length: 1_000 }, (_, at) => at), texts: Array.from({ length: 1_000 }, () => 'a'.repeat(4_000)), object: evil,
};

/** What somebody may write to freeze, crash or escape; each must end as data after a bounded amount of counted work. */
const attacks: { name: string; cel: string; type?: ValueType; refused?: true; error?: string; value?: Json }[] = [
  { name: 'nested brackets', cel: `${'('.repeat(2_000)}1${')'.repeat(2_000)}`, refused: true },
  { name: 'nested lists', cel: `${'['.repeat(1_000)}${']'.repeat(1_000)}`, refused: true },
  { name: 'nested maps', cel: `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`, refused: true },
  { name: 'a tower of nots', cel: `${'!'.repeat(4_000)}true`, refused: true },
  { name: 'a tower of minuses', cel: `${'-'.repeat(4_000)}1`, refused: true },
  { name: 'a long chain of fields', cel: `object${'.a'.repeat(1_500)}`, refused: true },
  { name: 'a long chain of plus', cel: Array.from({ length: 1_500 }, () => '1').join('+'), refused: true },
  { name: 'ternaries inside one another', cel: `${'true ? '.repeat(500)}1${' : 2'.repeat(500)}`, refused: true },
  { name: 'an expression of 1 MB', cel: '1'.repeat(1_000_000), refused: true },
  { name: 'lists three deep', cel: 'list.map(a, list.map(b, list.map(c, 1)))', refused: true },
  { name: 'a million rounds', cel: 'list.map(a, list.map(b, a * b))', error: 'too much work', type: { kind: 'list', of: { kind: 'list', of: { kind: 'number' } } } },
  { name: 'a million rounds with text', cel: 'list.all(a, texts.all(b, upper(b) != long))', error: 'too much work', type: { kind: 'boolean' } },
  { name: 'rounds within contains', cel: 'list.all(a, list.all(b, contains(list, -1) == false))', error: 'too much work', type: { kind: 'boolean' } },
  { name: 'sorting in rounds', cel: 'list.all(a, size(sort(texts)) > 0)', error: 'too much work', type: { kind: 'boolean' } },
  { name: 'text that doubles', cel: 'long + long', error: 'at most 4096' },
  { name: 'text that grows by replacing', cel: 'replace(long, "a", long)', error: 'at most 4096' },
  { name: 'text that grows by joining', cel: 'join(texts, long)', error: 'at most 4096' },
  { name: 'a list that grows', cel: 'list + list', error: 'at most 1000', type: { kind: 'list', of: { kind: 'number' } } },
  { name: 'a range without end', cel: 'range(0, 9007199254740991)', error: 'at most 1000', type: { kind: 'list', of: { kind: 'number' } } },
  { name: 'a split into too many', cel: 'split(long, "a")', error: 'at most 1000', type: { kind: 'list', of: text } },
  { name: 'a catastrophic pattern', cel: 'isMatch(long + "", "^(a+)+$b")', value: false, type: { kind: 'boolean' } },
  { name: 'a catastrophic alternation', cel: 'isMatch(long, "(a|aa)+b")', value: false, type: { kind: 'boolean' } },
  { name: 'a pattern that explodes', cel: 'isMatch(long, "((a{100}){100}){100}")', refused: true },
  { name: 'a pattern without end', cel: `isMatch(long, "${'a?'.repeat(200)}")`, refused: true },
  { name: 'patterns in rounds', cel: 'list.all(a, !isMatch(long, "(a|aa)+b" + string(a)))', error: 'too much work', type: { kind: 'boolean' } },
  { name: 'the prototype by name', cel: '__proto__', refused: true },
  { name: 'the prototype by field', cel: 'object.__proto__', refused: true },
  { name: 'the constructor by field', cel: 'object.constructor', refused: true },
  { name: 'the prototype by index', cel: 'object["__proto__"]', refused: true },
  { name: 'the prototype through get', cel: 'get(object, "__proto__.polluted", false)', type: { kind: 'boolean' }, value: true },
  { name: 'a prototype’s method through get', cel: 'get(object, "hasOwnProperty", "none")', value: 'none' },
  { name: 'the constructor of a text', cel: 'long.constructor', refused: true },
  { name: 'the length of a list', cel: 'list.length', refused: true },
  { name: 'an object with a prototype', cel: '{"__proto__": {"a": "x"}}', refused: true },
  { name: 'the library’s own names', cel: 'google.protobuf.Duration', refused: true },
  { name: 'cel.bind', cel: 'cel.bind(x, 1, x)', refused: true },
  { name: 'bytes', cel: 'b"abc"', refused: true },
  { name: 'unsigned', cel: '1u', refused: true },
  { name: 'type()', cel: 'type(1)', refused: true },
  { name: 'optional access', cel: 'object.?a', refused: true },
  { name: 'a year out of range', cel: 'string(addDays(today(), 9000000000))', error: 'years 1 to 9999' },
  { name: 'a huge duration', cel: 'string(hours(1e300))' },
];

describe('attacks end as data', () => {
  test.each(attacks)('$name', ({ cel, type = text, refused, error, value }) => {
    const checked = check(cel, scope);
    expect(checked.ok).toBe(!refused);
    const got = prepareExpression({ cel, type }, scope)((name) => values[name], caseFacts);
    if (refused) expect(got.ok).toBe(false);
    if (error !== undefined) expect(got).toMatchObject({ ok: false, error: expect.stringContaining(error) });
    if (value !== undefined) expect(got).toEqual({ ok: true, value });
  });

  test('the same without a scope never throws', () => {
    for (const { cel, type = text } of attacks) {
      const got = prepareExpression({ cel, type })((name) => values[name], caseFacts);
      expect(typeof got.ok).toBe('boolean');
    }
  });

  test('nothing was added to every object', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  test('a values function that lies is an error, not a crash', () => {
    expect(prepareExpression({ cel: 'list', type: { kind: 'list', of: text } }, scope)(() => 'x', caseFacts)).toEqual({ ok: false, error: 'Expected a list of texts, got "x".' });
    expect(prepareExpression({ cel: 'size(list)', type: { kind: 'number' } }, scope)(() => 5, caseFacts).ok).toBe(false);
  });

  test('a template of ten thousand braces', () => {
    expect(parseTemplate('{{'.repeat(5_000)).ok).toBe(false);
    expect(parseTemplate(`${'{{a}}'.repeat(1_000)}`).ok).toBe(true);
    expect(prepareTemplate([{ cel: 'long + long', name: 'long' }], scope)(() => values['long'], caseFacts)).toMatchObject({ parts: [{ value: '', name: 'long' }], errors: [{ name: 'long' }] });
  });

  test('work is counted, not timed', () => expect(workLimit).toBe(1_000_000));
});
