import { describe, expect, test } from 'vitest';
import { seededRandom } from '@parley/shared/lib/id';
import { splitTree } from './splitTree.ts';

/** A tree as breadth first search finds it, with several roots. */
function randomTree(seed: number, size: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: size }, (_, place) => Math.max(-1, place - 1 - Math.floor(random() * 7)));
}

describe('a tree in parts', () => {
  test.each([[1, 1], [2, 40], [3, 999], [4, 1_000], [5, 0]])('%i: every place is in one, each part has the ways to its places, and they are about as large', (seed, size) => {
    const parents = randomTree(seed, size);
    const parts = splitTree(parents, 2);
    expect(new Set(parts.flat()).size).toBe(size);
    for (const part of parts) {
      const held = new Set(part);
      expect(part).toEqual([...held].toSorted((a, b) => a - b));
      expect(part.filter((place) => parents[place]! >= 0 && !held.has(parents[place]!))).toEqual([]);
    }
    expect(parts).toHaveLength(size > 1 ? 2 : 1);
  });

  test('branches are kept together: only the way to the cut is walked twice', () => {
    // Two branches of four below one root.
    expect(splitTree([-1, 0, 0, 1, 2, 3, 4, 5, 6], 2)).toEqual([[0, 1, 3, 5, 7], [0, 2, 4, 6, 8]]);
    expect(splitTree([-1, 0, 1, 2], 1)).toEqual([[0, 1, 2, 3]]);
  });
});
