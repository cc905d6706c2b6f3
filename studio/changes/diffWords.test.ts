import { describe, expect, test } from 'vitest';
import { seededRandom } from '@parley/shared/lib/id';
import { diffWords, likeness } from './diffWords.ts';
import type { Piece } from './diffWords.ts';

const shown = (pieces: Piece[]): string => pieces.map(({ text, on }) => (on === 'both' ? text : on === 'before' ? `[-${text}-]` : `[+${text}+]`)).join('');

test.each([
  ['the same', 'the same', 'the same'],
  ['Welcome to us.', 'Welcome to you.', 'Welcome to [-us-][+you+].'],
  ['a b c', 'a x b c', 'a [+x +]b c'],
  ['a b c', 'a c', 'a [-b -]c'],
  ['open every day but Sunday now', 'open workdays only now', 'open [-every day but Sunday-][+workdays only+] now'],
  ['', 'new', '[+new+]'],
  ['old', '', '[-old-]'],
  ['Grüße, {{name}}!', 'Grüße, {{first_name}}!', 'Grüße, {{[-name-][+first_name+]}}!'],
  ['请选择洗车', '请选择快速洗车', '请选择[+快速+]洗车'],
])('%s → %s', (before, after, expected) => expect(shown(diffWords(before, after))).toBe(expected));

describe('of any two texts', () => {
  const random = seededRandom(5);
  const words = ['wash', 'shine', ' ', ', ', 'now', '\n', 'ä', '🧽', '.'];
  const text = (): string => Array.from({ length: Math.floor(random() * 30) }, () => words[Math.floor(random() * words.length)]).join('');
  test('the pieces are both of them, and nothing is on both sides that is not', () => {
    for (let round = 0; round < 300; round += 1) {
      const [before, after] = [text(), text()];
      const pieces = diffWords(before, after);
      expect(pieces.filter(({ on }) => on !== 'after').map((piece) => piece.text).join('')).toBe(before);
      expect(pieces.filter(({ on }) => on !== 'before').map((piece) => piece.text).join('')).toBe(after);
    }
  });

  test('of 64 KB are told at once, as replaced whole where nothing is the same', () => {
    const [before, after] = ['one two ', 'three four '].map((some) => some.repeat(64_000 / some.length));
    const began = performance.now();
    // And the last space, which both have.
    expect(diffWords(before ?? '', after ?? '').map(({ on }) => on)).toEqual(['before', 'after', 'both']);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

test('likeness is 1 for the same and 0 for nothing in common', () => {
  expect(likeness(diffWords('a b', 'a b'))).toBe(1);
  expect(likeness(diffWords('a', 'b'))).toBe(0);
});
