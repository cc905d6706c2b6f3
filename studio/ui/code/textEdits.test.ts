import { describe, expect, test } from 'vitest';
import { textEdits } from './textEdits.ts';

/** The text after the edits, made from the last to the first. */
function edited(before: string, after: string): string {
  return textEdits(before, after).reduceRight((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), before);
}

/** A few lines out of few words, so that many are the same. */
function randomText(seed: number): string {
  let state = seed;
  const next = (most: number): number => { state = (state * 1_103_515_245 + 12_345) % 2_147_483_648; return state % most; };
  return Array.from({ length: next(12) }, () => `${'abcdefgh'[next(8)]}${'xy'[next(2)]}`).join('\n') + (next(2) ? '\n' : '');
}

describe('the edits between two texts', () => {
  test.each([
    ['nothing', 'a\nb\n', 'a\nb\n', []],
    ['one line', 'a\nb\nc\n', 'a\nB\nc\n', ['b\n>B\n']],
    ['a line more', 'a\nc\n', 'a\nb\nc\n', ['>b\n']],
    ['a line less', 'a\nb\nc', 'a\nc', ['b\n>']],
    ['two places, and what is between stays', 'text one\nkept\nalso kept\nstate one\nend', 'text two\nkept\nalso kept\nstate two\nend', ['text one\n>text two\n', 'state one\n>state two\n']],
    ['a line that moved', 'a\nb\nc\nd\n', 'b\nc\nd\na\n', ['a\n>', '>a\n']],
    ['from nothing', '', 'a\nb', ['>a\nb']],
    ['to nothing', 'a\nb', '', ['a\nb>']],
  ])('%s', (_, before, after, wanted) => {
    expect(textEdits(before, after).map(({ start, end, text }) => `${before.slice(start, end)}>${text}`)).toEqual(wanted);
  });

  test('always make the other text, in order and apart', () => {
    for (let seed = 1; seed < 600; seed += 1) {
      const [before, after] = [randomText(seed), randomText(seed + 7_000)];
      expect(edited(before, after)).toBe(after);
      const edits = textEdits(before, after);
      edits.forEach(({ start, end }, at) => { expect(start).toBeLessThanOrEqual(end); expect(start).toBeGreaterThanOrEqual(edits[at - 1]?.end ?? 0); });
    }
  });
});
