import { expect, test } from 'vitest';
import { smallestPan, within } from './smallestPan.ts';

const seen = { width: 800, height: 600 };
const card = (x: number, y: number) => ({ x, y, width: 216, height: 100 });
const view = { x: 0, y: 0, zoom: 1 };

test.each([
  ['what is seen stays where it is', [card(100, 100)], { x: 0, y: 0 }],
  ['to the right: just so far', [card(700, 100)], { x: 800 - 48 - 916, y: 0 }],
  ['above and left', [card(-50, -20)], { x: 82, y: 52 }],
  ['below the bar', [card(100, 520)], { x: 0, y: 600 - 76 - 620 }],
  ['several that do not fit together: the first one', [card(-300, 100), card(900, 100)], { x: 332, y: 0 }],
  ['nothing to show', [], { x: 0, y: 0 }],
])('%s', (_, cards, by) => expect(smallestPan(view, cards, seen)).toEqual(by));

test('counts the zoom', () => {
  expect(within({ x: 0, y: 0, zoom: 0.5 }, [card(1_200, 100)], seen)).toBe(true);
  expect(within({ x: 0, y: 0, zoom: 1 }, [card(1_200, 100)], seen)).toBe(false);
});
