import { describe, expect, test } from 'vitest';
import { drawSmall, miniNode } from './layout.ts';

const node = (x: number, y: number) => ({ type: 'message', x, y, data: {} });

describe('drawSmall', () => {
  test('keeps the order of columns and rows and closes empty space', () => {
    const { nodes, width } = drawSmall({ nodes: { a: node(0, 0), b: node(9_000, 0), c: node(9_000, 5_000) }, edges: {} }, new Set(['a', 'b', 'c']), (id) => id);
    const [a, b, c] = nodes;
    expect(b?.x).toBe((a?.x ?? 0) + miniNode.width + miniNode.gapX);
    expect(b?.y).toBe(a?.y);
    expect(c?.y).toBe((b?.y ?? 0) + miniNode.height + miniNode.gapY);
    expect(width).toBeLessThan(500);
  });

  test('nodes never cover each other, however close they are drawn', () => {
    const flow = { nodes: Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`n${index}`, node((index % 5) * 10, index)])), edges: {} };
    const { nodes } = drawSmall(flow, new Set(Object.keys(flow.nodes)), (id) => id);
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(40);
  });

  test('goes on below where it is wider than can be read', () => {
    const flow = { nodes: Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`n${index}`, node(index * 300, index % 2 === 0 ? 0 : 200)])), edges: {} };
    const { nodes, width } = drawSmall(flow, new Set(Object.keys(flow.nodes)), (id) => id);
    expect(width).toBeLessThan(600);
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(7);
    const at = (index: number) => nodes.find(({ id }) => id === `n${index}`) ?? { x: -1, y: -1 };
    expect(Math.max(at(0).y, at(1).y, at(2).y)).toBeLessThan(Math.min(at(3).y, at(4).y, at(5).y));
    expect(at(3).x).toBe(at(0).x);
  });

  test('draws only edges between nodes that are kept', () => {
    const flow = { nodes: { a: node(0, 0), b: node(300, 0), c: node(600, 0) }, edges: { ab: { from: 'a', exit: 'next', to: 'b' }, bc: { from: 'b', exit: 'next', to: 'c' } } };
    expect(drawSmall(flow, new Set(['a', 'b']), (id) => id).edges.map(({ id }) => id)).toEqual(['ab']);
  });

  test.each([
    ['to the right', 'b', 'M162 31L208 31'],
    ['to another row further right', 'd', 'M162 31L177 31Q185 31 185 39L185 87Q185 95 193 95L208 95'],
    ['straight down', 'c', 'M87 48L87 78'],
    ['back up', 'a', 'M162 31L177 31Q185 31 185 23L185 10'],
  ])('an edge goes along rows and columns: %s', (_where, to, path) => {
    const flow = { nodes: { a: node(0, 0), b: node(300, 0), c: node(0, 200), d: node(300, 200) }, edges: { one: { from: 'a', exit: 'next', to } } };
    expect(drawSmall(flow, new Set(['a', 'b', 'c', 'd']), (id) => id).edges[0]?.path).toContain(path);
  });
});
