import { describe, expect, test } from 'vitest';
import type { Rect } from './geometry.ts';
import { routeEdge } from './routeEdge.ts';

const card = (x: number, y: number, height = 100) => ({ x, y, width: 216, height });
const source = { at: { x: 216, y: 50 }, card: card(0, 0) };

/** The corners of a way that are inside a card, and the pieces that pass behind one. */
function behind(path: string, cards: readonly Rect[]): string[] {
  const points = [...path.matchAll(/[MLQ](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  return points.flatMap((to, index) => {
    const from = points[index - 1] ?? to;
    return cards.some(({ x, y, width, height }) => Math.min(from.x, to.x) < x + width - 1 && Math.max(from.x, to.x) > x + 1 && Math.min(from.y, to.y) < y + height - 1 && Math.max(from.y, to.y) > y + 1) ? [`${from.x} ${from.y} to ${to.x} ${to.y}`] : [];
  });
}

describe('the way of an edge', () => {
  test('a card to the right is entered at its left, at the height of its header', () => {
    expect(routeEdge(source, card(400, 200), []).path).toMatch(/^M216 50 C.*,394 218$/);
  });
  test('a card below is entered from above', () => {
    expect(routeEdge(source, card(0, 200), []).path).toMatch(/ L24 194$/);
  });
  test('the way back enters at the left, through a gutter no card stands in', () => {
    const behind = card(-300, 0);
    const obstacles = [source.card, behind, card(-300, 130, 60)];
    const { path } = routeEdge(source, behind, obstacles);
    expect(path).toMatch(/ L-306 18$/);
    const lanes = [...path.matchAll(/L(-?[\d.]+) (-?[\d.]+)/g)].map(([, , y]) => Number(y));
    const lane = lanes.find((y) => obstacles.every((rect) => y < rect.y || y > rect.y + rect.height));
    expect(lane).toBeDefined();
  });
  test('a card close below, a little to the right, is entered from above, not through the card it comes from', () => {
    expect(routeEdge(source, card(160, 116), []).path).toMatch(/ L184 110$/);
    const { path } = routeEdge(source, card(160, 60), [source.card, card(160, 60)]);
    const turns = [...path.matchAll(/[LQ](-?[\d.]+) (-?[\d.]+)/g)].map(([, x]) => Number(x));
    expect(turns.filter((x) => x > 0 && x < 140)).toEqual([]);
  });
  test('a card in between is gone around, not behind', () => {
    const target = card(400, 600);
    const between = card(250, 250);
    expect(routeEdge(source, target, [source.card, target]).path).toContain(' C');
    const { path } = routeEdge(source, target, [source.card, between, target]);
    expect(path).not.toContain(' C');
    expect(behind(path, [source.card, between, target])).toEqual([]);
  });
  test('a way down that a card stands in crosses over above its end, or goes along a gutter', () => {
    const target = card(-300, 600);
    const beside = card(-40, 110);
    const { path } = routeEdge(source, target, [source.card, beside, target]);
    expect(behind(path, [source.card, beside, target])).toEqual([]);
  });
  test('where there is no room it goes the short way all the same', () => {
    const wall = Array.from({ length: 40 }, (_, index) => card(220, -2_000 + index * 100, 100));
    expect(routeEdge(source, card(480, 200), wall).path).toContain(' C');
  });
  test('an edge to the card itself goes around it', () => {
    expect(routeEdge(source, source.card, [source.card]).path).toMatch(/ L-6 18$/);
  });
});
