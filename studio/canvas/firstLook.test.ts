import { describe, expect, test } from 'vitest';
import { firstLook } from './firstLook.ts';

const box = { width: 720, height: 600 };
const card = (x: number, y: number) => ({ x, y, width: 216, height: 100 });
/** Where a card's top stands on the screen. */
const topOf = (y: number, view: ReturnType<typeof firstLook>) => Math.round(y * (view?.zoom ?? 0) + (view?.y ?? 0));

describe('the first look at a drawing', () => {
  test('one that can be read is shown whole', () => expect(firstLook(card(0, 0), [card(0, 0), card(900, 400)], box)).toBeUndefined());

  test('one that would be shown without its words is shown from its start', () => expect(firstLook(card(0, 0), [card(0, 0), card(1_000, 400)], box)).toMatchObject({ x: 48, zoom: 0.8 }));

  test('a long line stands in the middle, its start at the left', () => {
    const cards = Array.from({ length: 12 }, (_, at) => card(at * 300, 500));
    const view = firstLook(cards[0] ?? card(0, 0), cards, box);
    expect(view).toMatchObject({ x: 48, zoom: 0.8 });
    expect(topOf(550, view)).toBe(300);
  });

  test('what stands far away at the right moves nothing', () => {
    const cards = Array.from({ length: 12 }, (_, at) => card(at * 300, 500));
    expect(firstLook(card(0, 500), [...cards, card(3_600, 4_000)], box)).toEqual(firstLook(card(0, 500), cards, box));
  });

  test('more than there is room for is seen from the top', () => {
    const cards = [card(0, 0), ...Array.from({ length: 20 }, (_, at) => card(300, at * 150))];
    expect(topOf(0, firstLook(card(0, 0), cards, box))).toBe(48);
  });

  test('a start in the middle of many stays in sight', () => {
    const cards = [card(0, 1_500), ...Array.from({ length: 20 }, (_, at) => card(300, at * 150))];
    expect(topOf(1_500, firstLook(card(0, 1_500), cards, box))).toBe(300);
  });
});
