import { describe, expect, test } from 'vitest';
import { backWay } from './backWay.ts';
import type { Point, Rect } from './geometry.ts';
import { isClear } from './gutters.ts';
import { slotsOf } from './slotsOf.ts';
import type { Going } from './slotsOf.ts';

const card = (x: number, y: number, height = 160): Rect => ({ x, y, width: 216, height });
const [hello, menu, more, low] = [card(0, 0, 60), card(300, 0), card(600, 0), card(300, 192)];
const cards = [hello, menu, more, low];
/** An edge from a row of a card. */
const going = (id: string, from: Rect, row: number, target: Rect): Going => ({ id, at: { x: from.x + from.width, y: from.y + 70 + row * 22 }, card: from, target });

/** Every way back of these edges, as it is drawn. */
function drawn(edges: readonly Going[]): [string, Point[]][] {
  const slots = slotsOf(edges, cards);
  return edges.flatMap((edge) => { const way = backWay(edge, edge.target, cards, slots.get(edge.id)); return way ? [[edge.id, way]] : []; });
}

/** Pieces of two ways that lie upon one another, the last ones into a card left out. */
function shared(ways: readonly [string, Point[]][]): string[] {
  const pieces = ways.flatMap(([id, way]) => way.slice(1, -1).map((to, index) => ({ id, from: way[index] ?? to, to })));
  return pieces.flatMap((a, index) => pieces.slice(index + 1).flatMap((b) => {
    const over = (axis: 'x' | 'y'): number => Math.min(Math.max(a.from[axis], a.to[axis]), Math.max(b.from[axis], b.to[axis])) - Math.max(Math.min(a.from[axis], a.to[axis]), Math.min(b.from[axis], b.to[axis]));
    const near = (axis: 'x' | 'y'): boolean => [a.from, a.to, b.from, b.to].every((point) => Math.abs(point[axis] - a.from[axis]) < 4);
    return a.id !== b.id && ((near('x') && over('y') > 4) || (near('y') && over('x') > 4)) ? [`${a.id} and ${b.id}`] : [];
  }));
}

describe('several ways back', () => {
  const loops = [going('again', menu, 0, hello), going('self', menu, 1, menu), going('far', more, 0, hello), going('near', more, 1, menu), going('own', more, 2, more), going('up', low, 0, menu)];

  test('run beside one another, not upon one another', () => expect(shared(drawn(loops))).toEqual([]));
  test('share a narrow gutter on both sides of its middle', () => {
    const [above, below] = [card(0, 0, 60), card(0, 102)];
    const all = [above, below];
    const edges = [{ ...going('down', above, 0, below), at: { x: 216, y: 18 } }, going('again', below, 0, above), going('self', below, 1, below), going('twice', below, 2, above)];
    const slots = slotsOf(edges, all);
    expect(shared(edges.map((edge) => [edge.id, backWay(edge, edge.target, all, slots.get(edge.id)) ?? []]))).toEqual([]);
  });
  test('pass behind no card', () => expect(drawn(loops).filter(([, way]) => !isClear(way, cards)).map(([id]) => id)).toEqual([]));
  test('do not cross where they leave the same card', () => {
    const ways = drawn([going('a', more, 0, hello), going('b', more, 1, hello), going('c', more, 2, hello)]);
    const [a, b, c] = ways.map(([, way]) => way[1]?.x ?? 0);
    // Upwards the lowest exit goes out farthest, downwards the highest.
    const up = (ways[0]?.[1][2]?.y ?? 0) < 0;
    expect(up ? [a, b, c] : [c, b, a]).toEqual([a, b, c].toSorted((first, second) => (first ?? 0) - (second ?? 0)));
    expect(new Set([a, b, c]).size).toBe(3);
  });
  test('a way that has its gutter for itself takes the first', () => expect([...slotsOf([going('own', more, 2, more)], cards)]).toEqual([]));
});

describe('a way back', () => {
  test('stays away from the lower edge of the card it leaves, however close below the other one begins', () => {
    for (const y of [172, 176, 180, 188, 200]) {
      const target = card(-300, y, 60);
      const way = backWay({ at: { x: 216, y: 120 }, card: card(0, 0) }, target, [card(0, 0), target]) ?? [];
      const under = way.slice(1).flatMap((to, index) => { const from = way[index]; return from && from.y === to.y && Math.min(from.x, to.x) < 216 && Math.max(from.x, to.x) > 0 ? [to.y] : []; });
      expect(under.filter((at) => at > -12 && at < 160 + 12), `${y}`).toEqual([]);
    }
  });
  // The target's left above the card it leaves; a gutter that is free, its way up not; another card beside both.
  test.each([[160, -120, 18, []], [80, -110, 60, []], [-120, -150, 109, [card(-300, -30, 100)]]] as const)('to %d, %d goes up and down where no card stands, either', (x, y, at, beside) => {
    const [from, to] = [card(0, 0, 120), card(x, y, 100)];
    const all = [from, to, ...beside];
    expect(isClear(backWay({ at: { x: 216, y: at }, card: from }, to, all) ?? [], all)).toBe(true);
  });
});
