import { describe, expect, test } from 'vitest';
import { align, distribute } from './arrange.ts';
import type { Placed } from './things.ts';

const things: Placed[] = [
  { id: 'a', x: 0, y: 10, width: 100, height: 40 },
  { id: 'b', x: 50, y: 200, width: 60, height: 100 },
  { id: 'c', x: 300, y: 90, width: 100, height: 60 },
];
const places = (found: ReadonlyMap<string, { x: number; y: number }>): Record<string, [number, number]> => Object.fromEntries([...found].map(([id, { x, y }]) => [id, [x, y]]));

describe('aligned', () => {
  test.each([
    ['left', { a: [0, 10], b: [0, 200], c: [0, 90] }],
    ['centre', { a: [150, 10], b: [170, 200], c: [150, 90] }],
    ['right', { a: [300, 10], b: [340, 200], c: [300, 90] }],
    ['top', { a: [0, 10], b: [50, 10], c: [300, 10] }],
    ['middle', { a: [0, 135], b: [50, 105], c: [300, 125] }],
    ['bottom', { a: [0, 260], b: [50, 200], c: [300, 240] }],
  ] as const)('%s', (how, wanted) => expect(places(align(things, how))).toEqual(wanted));
  test('one thing alone has no line', () => expect(align(things.slice(0, 1), 'left').size).toBe(0));
  test('what is aligned stays so', () => {
    const once = align(things, 'middle');
    expect(align(things.map((thing) => ({ ...thing, ...once.get(thing.id) })), 'middle')).toEqual(once);
  });
});

describe('distributed', () => {
  test('across: the outermost stay, the gaps between are the same', () => {
    expect(places(distribute(things, 'across'))).toEqual({ a: [0, 10], b: [170, 200], c: [300, 90] });
  });
  test('down, in the order they stand in', () => {
    expect(places(distribute(things, 'down'))).toEqual({ a: [0, 10], c: [300, 95], b: [50, 200] });
  });
  test('overlapping things get the same overlap', () => {
    const close = [0, 10, 30].map((x, index): Placed => ({ id: `${index}`, x, y: 0, width: 100, height: 10 }));
    expect([...distribute(close, 'across').values()].map(({ x }) => x)).toEqual([0, 15, 30]);
  });
  test('two have only one gap', () => expect(distribute(things.slice(0, 2), 'across').size).toBe(0));
});
