import { describe, expect, test } from 'vitest';
import type { Rect } from './geometry.ts';
import { snap } from './snap.ts';

const card = (x: number, y: number, width = 100, height = 50): Rect => ({ x, y, width, height });
const still = card(500, 300);

describe('a dragged card is pulled', () => {
  test.each([
    ['left onto left', card(504, 1_000), { x: -4, y: 0 }],
    ['right onto left', card(397, 1_000), { x: 3, y: 0 }],
    ['middle onto middle, also of another width', card(527, 1_000, 50), { x: -2, y: 0 }],
    ['top onto bottom', card(0, 345), { x: 0, y: 5 }],
    ['on both axes at once', card(496, 303), { x: 4, y: -3 }],
    ['by the nearest of several lines', card(449, 1_000, 98), { x: 2, y: 0 }],
    ['not from further away', card(507, 1_000), { x: 0, y: 0 }],
  ])('%s', (_name, moving, by) => expect(snap(moving, [still], 6).by).toEqual(by));

  test('of two neighbours the nearer line counts', () => expect(snap(card(103, 0), [card(100, 500), card(105, 900)], 6).by.x).toBe(2));

  test('the line reaches from the card to the furthest neighbour on it', () => {
    const { guides } = snap(card(102, 0), [card(100, 200), card(100, 600)], 6);
    expect(guides.filter(({ axis, at }) => axis === 'x' && at === 100)).toEqual([{ axis: 'x', at: 100, from: 0, to: 650 }]);
  });
  test('without a neighbour in reach there is no line', () => expect(snap(card(0, 0), [card(210, 410, 13, 13)], 2)).toEqual({ by: { x: 0, y: 0 }, guides: [] }));
});
