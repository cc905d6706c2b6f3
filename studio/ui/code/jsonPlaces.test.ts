import { describe, expect, test } from 'vitest';
import { rangeOf, readJson } from './jsonPlaces.ts';

const text = `{
  "type": "ask",
  "data": { "question": "Who?", "options": [{ "label": "One" }, 2], "empty": {} },
  "translations": { "a/b.c": { "text": "x" }, "a/b": "y" }
}`;

const said = (path: string): string => {
  const read = readJson(text);
  if (!read.ok) return read.problem;
  const { start, end } = rangeOf(read.root, path);
  return text.slice(start, end);
};

describe('places in JSON', () => {
  test.each([
    ['type', '"ask"'],
    ['data.question', '"Who?"'],
    ['data.options.0.label', '"One"'],
    ['data.options.1', '2'],
    ['data.empty', '{}'],
    // A whole object by its name.
    ['data', '"data"'],
    ['data.options', '"options"'],
    // What is not there: the nearest around it.
    ['data.answer.kind', '"data"'],
    ['data.options.0.note', '{'],
    ['nowhere', '{'],
    ['', '{'],
    // Names with dots in them.
    ['translations.a/b.c.text', '"x"'],
    ['translations.a/b', '"y"'],
  ])('%s', (path, wanted) => expect(said(path)).toBe(wanted));

  test.each([
    ['', 0, 'empty'], ['  \n', 0, 'empty'], ['{', 1, 'name'], ['{"a": }', 6, 'value'], ['{"a" 1}', 5, 'colon'], ['{"a": 1 "b": 2}', 8, 'comma'], ['{"a": 1,}', 8, 'name'], ['[1,]', 3, 'value'],
    ['{"a": "b}', 6, 'string'], ['{"a": "\\q"}', 6, 'string'], ['{"a": 1, "a": 2}', 9, 'twice'], ['{} x', 3, 'rest'], ['{"a": tru}', 6, 'value'], ['{"a": 01}', 6, 'value'], ["{'a': 1}", 1, 'name'], ['[NaN]', 1, 'value'], ['// x', 0, 'value'],
  ] as const)('%j is told at %i: %s', (broken, at, problem) => expect(readJson(broken)).toEqual({ ok: false, at, problem }));

  test('reads what JSON.parse reads, and nothing else', () => {
    const samples = ['1', '-0.5e3', '"a\\u00e9\\n"', 'null', '[]', '{}', '[[],{"a":[1,{"b":null}]}]', ' true ', '{"a":"\\u12"}', '.5', '1.', '+1', '"\t"', '[1 2]', '{"a":1}{}', 'undefined', '{"é":"ü"}', '"\\/"', '-', '1e', '{"__proto__": 1}'];
    for (const sample of samples) {
      let parsed: unknown;
      let fine = true;
      try { parsed = JSON.parse(sample); } catch { fine = false; }
      const read = readJson(sample);
      expect([sample, read.ok, read.ok ? read.value : undefined]).toEqual([sample, fine, fine ? parsed : undefined]);
    }
  });
});
