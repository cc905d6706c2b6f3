import { describe, expect, test } from 'vitest';
import { shareOf } from '../../machine/shareOf.ts';

const contacts = Array.from({ length: 10_000 }, (_, at) => `contact-${at}`);
const spread = (weights: Record<string, number>, key = 'n1'): (string | undefined)[] => contacts.map((contact) => shareOf(contact, key, weights));
const moves = (from: Record<string, number>, to: Record<string, number>): [string, string][] => {
  const [before, after] = [spread(from), spread(to)];
  return before.flatMap((option, at): [string, string][] => (option !== after[at] && option !== undefined ? [[option, after[at] ?? '']] : []));
};

describe('shares over 10,000 contacts', () => {
  test.each<[Record<string, number>]>([
    [{ a: 1, b: 1 }], [{ a: 9, b: 1 }], [{ a: 0.25, b: 0.5, c: 0.25 }], [{ a: 70, b: 20, c: 10 }], [{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 }], [{ a: 99, b: 1 }],
  ])('%o are kept within what chance allows', (weights) => {
    const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    const got = spread(weights);
    for (const [option, weight] of Object.entries(weights)) {
      const share = weight / all;
      const found = got.filter((each) => each === option).length / contacts.length;
      // Five standard deviations of a fair draw.
      expect(Math.abs(found - share), option).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / contacts.length));
    }
  });

  test('everybody stays where they are, whatever order the weights stand in', () => {
    expect(spread({ b: 2, a: 1 })).toEqual(spread({ a: 1, b: 2 }));
  });

  test('two choices are independent of each other', () => {
    const [one, two] = [spread({ a: 1, b: 1 }, 'n1'), spread({ a: 1, b: 1 }, 'n2')];
    const same = one.filter((option, at) => option === two[at]).length;
    expect(Math.abs(same / contacts.length - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / contacts.length));
  });

  test('only the ratio of weights counts', () => {
    expect(moves({ a: 1, b: 3 }, { a: 25, b: 75 })).toEqual([]);
  });

  test('a branch that grows draws people in, as few as it takes, and nobody moves between the others', () => {
    const moved = moves({ a: 1, b: 1, c: 1 }, { a: 2, b: 1, c: 1 });
    expect(moved.every(([, to]) => to === 'a')).toBe(true);
    expect(Math.abs(moved.length / contacts.length - (2 / 4 - 1 / 3))).toBeLessThan(0.02);
  });

  test('a branch that is new takes its share from all, one that goes leaves everybody else in place', () => {
    expect(moves({ a: 1, b: 1 }, { a: 1, b: 1, c: 1 }).every(([, to]) => to === 'c')).toBe(true);
    expect(moves({ a: 1, b: 1, c: 1 }, { a: 1, b: 1 }).every(([from]) => from === 'c')).toBe(true);
  });

  test('a weight of 0 takes nobody, and without any weight there is no branch', () => {
    expect(new Set(spread({ a: 0, b: 1 }))).toEqual(new Set(['b']));
    expect(new Set(spread({ a: 0, b: 0 }))).toEqual(new Set([undefined]));
  });

  test('a contact keeps the branch they are in from release to release', () => {
    expect(contacts.slice(0, 12).map((contact) => shareOf(contact, 'n1', { a: 1, b: 1 })).join('')).toBe('babbaaabbabb');
  });
});
