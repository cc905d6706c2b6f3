import { describe, expect, test } from 'vitest';
import { routeEdge } from './routeEdge.ts';

const card = (x: number, y: number, height = 100) => ({ x, y, width: 216, height });
const source = { at: { x: 216, y: 50 }, card: card(0, 0) };

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
  test('an edge to the card itself goes around it', () => {
    expect(routeEdge(source, source.card, [source.card]).path).toMatch(/ L-6 18$/);
  });
});
