import { expect, test } from 'vitest';
import { isolate } from './isolate.ts';

test.each([
  ['Busy Desk', 'Busy Desk'],
  ['12 · “Ngũgĩ” – हिन्दी', '12 · “Ngũgĩ” – हिन्दी'],
  ['', ''],
  ['بلدية', '\u2068بلدية\u2069'],
  ['A-77 معاملة', '\u2068A-77 معاملة\u2069'],
  ['שלום 4', '\u2068שלום 4\u2069'],
])('%s', (words, expected) => {
  expect(isolate(words)).toBe(expected);
});
