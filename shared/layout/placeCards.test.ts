import { describe, expect, test } from 'vitest';
import { placeCards } from './placeCards.ts';
import type { CardsToPlace } from './cards.ts';

/** A card no other has room under. */
const tall = 400;
const flat = 100;

/** A drawing from `a>b,c` lines: a card and what its ways out lead to, in their order. */
function drawing(lines: string, height = flat): CardsToPlace {
  const pairs = lines.split(' ').flatMap((line) => {
    const [from = '', to = ''] = line.split('>');
    return to.split(',').map((target) => ({ id: `${from}-${target}`, from, to: target }));
  });
  const ids = [...new Set(pairs.flatMap(({ from, to }) => [from, to]))];
  return { nodes: ids.toSorted().map((id) => ({ id, width: 216, height })), edges: pairs };
}

/** The cards of each column from left to right, each from top to bottom. */
function columns(lines: string, height: number): string[] {
  const places = Object.entries(placeCards(drawing(lines, height)));
  const xs = [...new Set(places.map(([, { x }]) => x))].toSorted((a, b) => a - b);
  return xs.map((x) => places.filter(([, place]) => place.x === x).toSorted(([, a], [, b]) => a.y - b.y).map(([id]) => id).join(' '));
}

describe('cards are laid out as they are read', () => {
  test.each([
    ['what ways out lead to stands in their order', 'start>menu menu>z,m,a', ['start', 'menu', 'z m a']],
    ['also behind them', 'start>menu menu>z,m,a z>zz m>mm a>aa', ['start', 'menu', 'z m a', 'zz mm aa']],
    ['a short way stands beside its choice, not beside where all meet', 'start>menu menu>long,short long>l2 l2>l3 l3>more short>s1,s2,s3 s1>more s2>more s3>more more>menu,end', ['start', 'menu', 'long short', 'l2 s1 s2 s3', 'l3', 'more', 'end']],
    ['a way back moves nothing', 'start>ask ask>check check>ok,again again>ask', ['start', 'ask', 'check', 'ok again']],
    ['a circle without a beginning', 'b>c c>b', ['b', 'c']],
  ])('%s', (_, lines, wanted) => expect(columns(lines, tall)).toEqual(wanted));

  const chain = Array.from({ length: 9 }, (_, at) => `n${at}>n${at + 1}`).join(' ');
  test.each([
    ['one after the other, as many in each column', chain, ['n0 n1 n2', 'n3 n4 n5 n6', 'n7 n8 n9']],
    ['up to where ways part, and from where they meet', 'a>b b>c c>d,e d>f e>f f>g g>h', ['a b c', 'd e', 'f g h']],
    ['two ways to the same card are one', 'a>b,b b>c,d c>e d>e e>f', ['a b', 'c d', 'e f']],
    ['a way back parts nothing', 'a>b b>c c>b,d d>e e>f f>a', ['a b c', 'd e f']],
    ['not where beside one another is easier to see', 'menu>a1,b1,c1,d1,e1,f1,g1,h1 a1>a2 b1>b2 c1>c2 d1>d2 e1>e2 f1>f2 g1>g2 h1>h2', ['menu', 'a1 b1 c1 d1 e1 f1 g1 h1', 'a2 b2 c2 d2 e2 f2 g2 h2']],
  ])('below one another: %s', (_, lines, wanted) => expect(columns(lines, flat)).toEqual(wanted));

  test('between two cards below one another an edge has room to come back from the right', () => {
    const places = placeCards(drawing('a>b b>c'));
    const [a, b, c] = ['a', 'b', 'c'].map((id) => places[id]?.y ?? 0);
    expect([(b ?? 0) - (a ?? 0), (c ?? 0) - (b ?? 0)]).toEqual([144, 144]);
  });

  test('a menu that everything leads back to stands in the middle of what it leads to', () => {
    const onward = 'start>menu menu>a,b,c,d,e a>a1 b>b1 c>c1 d>d1 e>e1 e1>e2';
    const places = placeCards(drawing(`${onward} a1>menu b1>menu c1>menu d1>menu e2>menu`, tall));
    expect(places).toEqual(placeCards(drawing(onward, tall)));
    expect(places['menu']?.y).toBeGreaterThan(places['a']?.y ?? 0);
    expect(places['menu']?.y).toBeLessThan(places['e']?.y ?? 0);
  });

  test('thousands one after the other', () => {
    const chain = drawing(Array.from({ length: 4_999 }, (_, index) => `n${index}>n${index + 1}`).join(' '));
    const places = placeCards(chain);
    expect(Object.keys(places)).toHaveLength(5_000);
    expect(new Set(Object.values(places).map(({ x, y }) => `${x} ${y}`)).size).toBe(5_000);
    expect(Math.max(...Object.values(places).flatMap(({ x, y }) => [x, y]))).toBeLessThan(1_000_000);
  });

  test('no card covers another', () => {
    const { nodes, edges } = drawing('start>menu menu>a,b,c,d,e a>f b>f c>f d>g e>g f>menu g>h h>menu,i');
    const places = placeCards({ nodes, edges });
    const overlaps = nodes.flatMap((one) => nodes.filter((other) => other.id > one.id && Math.abs((places[one.id]?.x ?? 0) - (places[other.id]?.x ?? 0)) < 216 && Math.abs((places[one.id]?.y ?? 0) - (places[other.id]?.y ?? 0)) < 100));
    expect(overlaps).toEqual([]);
  });
});
