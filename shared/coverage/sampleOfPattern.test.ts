import { expect, test } from 'vitest';
import { sampleOfPattern } from './sampleOfPattern.ts';

test.each([
  ['[A-Za-z]{2}-?[0-9]{6}', 'AA000000'],
  ['[A-Z]{2}[0-9]{4}', 'AA0000'],
  ['\\d{3}-\\d{2,4}', '777-77'],
  ['(?:red|green) (car|bike)', 'red car'],
  ['^yes$', 'yes'],
  ['a+b*c?', 'a'],
  ['[^0-9]x', 'ax'],
  ['\\w+@\\w+\\.org', 'a@a.org'],
  ['[\\d]{2}\\.', '77.'],
  ['x{2,}?y', 'xxy'],
])('%s is matched by %s', (pattern, sample) => {
  expect(sampleOfPattern(pattern)).toBe(sample);
});

test.each([['[unclosed'], ['(a'], ['a{2}b)'], ['(?=look)ahead']])('%s is not understood', (pattern) => {
  expect(sampleOfPattern(pattern)).toBeUndefined();
});
