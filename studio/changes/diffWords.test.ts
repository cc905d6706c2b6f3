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

  test('of 64 KB are told as replaced whole, even where they have words in common', () => {
    const words = 'one two '.repeat(8_000);
    expect(diffWords(`a ${words}y`, `b ${words}z`).map(({ on }) => on)).toEqual(['before', 'after']);
    // What both begin with is told all the same.
    expect(diffWords(`a ${words}y`, `a b${words}z`).map(({ on }) => on)).toEqual(['both', 'before', 'after']);
  });
});

test('likeness is 1 for the same and 0 for nothing in common', () => {
  expect(likeness(diffWords('a b', 'a b'))).toBe(1);
  expect(likeness(diffWords('a', 'b'))).toBe(0);
});
