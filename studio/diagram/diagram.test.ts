import type { Flow } from '@parley/shared/flow/document';
import { drawBot } from '@parley/shared/gallery/drawBot';
import { gallery } from '@parley/shared/gallery/index';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { loadCases } from '@parley/shared/test/loadCases';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { tokens } from '../app/tokens.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { inRange } from './fonts.ts';
import { cutTo, lineUp } from './lineUp.ts';
import { escapeMermaid, mermaidOf } from './mermaid.ts';
import { noteLines } from './noteLines.ts';
import { pngSize } from './png.ts';
import { sceneOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { escapeXml, isRtl, svgOf } from './svg.ts';
import { problemsOfXml } from './test/xml.ts';
import { problemsOfMermaid } from './test/mermaidGrammar.ts';

const look = (scheme: 'light' | 'dark') => ({
  colours: tokens[scheme], title: 'Flow', fonts: '', more: (count: number) => `${count} more`, glyph: (name: string) => renderToStaticMarkup(createElement(NodeIcon, { name, size: 14 })),
});
const family = { fill: '#ffffff', line: '#000000', text: '#000000' };
const colours = { talk: family, decide: family, think: family, connect: family, work: family, ends: family };

/** Every gallery bot, and the first example of every node type with the flows it calls. */
const drawings: [string, Flow][] = [
  ...gallery.map(({ id, drawing }): [string, Flow] => [id, drawBot(drawing, nodeTypes)]),
  ...Object.entries(loadCases(nodeTypes)).flatMap(([type, cases]) => (cases ? cases.examples.slice(0, 2).flatMap((golden, at) => Object.entries(drawGolden(golden, nodeTypes).flows).map(([id, flow]): [string, Flow] => [`${type} ${at} ${id}`, flow])) : [])),
];
const sceneFor = (flow: Flow, only?: ReadonlySet<string>): Scene => sceneOf({ flow, nodeTypes, flowNames: {}, only });

const nasty = ['</text><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '<![CDATA[', '&amp;', ']]>', '<!--', 'a\u0000b\u0008c\uFFFEd', 'half \uD83D of a pair', '"quoted" \'twice\'', '`**bold**` _x_ ~y~', '1. first', '- item', '#quot; #35;', 'end', 'subgraph', 'a --> b', '%% comment', '{{x}} [y] (z) |w|', 'style n1 fill:red', 'click n1 "javascript:alert(1)"', 'שלום עולם', 'नमस्ते', '👩‍👩‍👧‍👦 family', ''];

function nastyFlow(): Flow {
  const flow = drawBot(gallery[0]!.drawing, nodeTypes);
  const ids = Object.keys(flow.nodes);
  nasty.forEach((title, at) => {
    const node = flow.nodes[ids[at % ids.length] ?? ''];
    if (node) flow.nodes[`n${at}`] = { ...node, title, x: at * 300, data: node.type === 'message' ? { ...node.data, text: title } : node.data };
    flow.notes[`note${at}`] = { text: `${title}\n${title}`, x: at * 300, y: -200, width: 182, height: 80 };
  });
  return flow;
}

describe.each(drawings)('a picture of %s', (_, flow) => {
  const scene = sceneFor(flow);
  test.each(['light', 'dark'] as const)('is one whole SVG in %s colours', (scheme) => {
    const svg = svgOf(scene, look(scheme));
    expect(problemsOfXml(svg)).toEqual([]);
    // Nothing is fetched, run or left to the page it stands in.
    expect(svg).not.toMatch(/var\(|<script|foreignObject|href=|url\((?!#way|data:)/);
    expect(svg).toContain(tokens[scheme].canvas);
    expect(svg.match(/marker-end/g)?.length ?? 0).toBe(scene.ways.length);
  });
  test('shows every node and every way, inside its bounds', () => {
    expect(scene.cards.map(({ id }) => id).toSorted()).toEqual(Object.keys(flow.nodes).toSorted());
    // An edge of a way out that is switched off sleeps: the canvas does not draw it either.
    const awake = Object.entries(flow.edges).filter(([, { from, exit }]) => scene.cards.find(({ id }) => id === from)?.card.exits.some(({ id }) => id === exit));
    expect(scene.ways.map(({ id }) => id).toSorted()).toEqual(awake.map(([id]) => id).toSorted());
    for (const { x, y, width, height } of [...scene.cards, ...scene.notes]) {
      expect(x).toBeGreaterThan(scene.bounds.x);
      expect(y).toBeGreaterThan(scene.bounds.y);
      expect(x + width).toBeLessThan(scene.bounds.x + scene.bounds.width);
      expect(y + height).toBeLessThan(scene.bounds.y + scene.bounds.height);
    }
    const svg = svgOf(scene, look('light'));
    for (const { card, layout } of scene.cards) {
      expect(svg).toContain(`>${escapeXml(cutTo(card.title, 170, 'title'))}</text>`);
      if (!layout.single) for (const { label, code } of layout.shown) expect(svg).toContain(`>${escapeXml(cutTo(label, 192, code ? 'code' : 'text'))}</text>`);
    }
  });
  test('is a Mermaid flowchart with as many nodes and ways', () => {
    const text = mermaidOf(scene, { title: 'Flow', colours });
    const { problems, nodes, ways } = problemsOfMermaid(text);
    expect(problems).toEqual([]);
    expect([nodes, ways]).toEqual([scene.cards.length, scene.ways.length]);
  });
});

describe('whatever authors type', () => {
  const flow = nastyFlow();
  test('the SVG stays a picture', () => {
    const svg = svgOf(sceneFor(flow), { ...look('light'), title: '</title><script>alert(1)</script>' });
    expect(problemsOfXml(svg)).toEqual([]);
    expect(svg).not.toMatch(/<script|<img|onerror=(?!alert)|<!\[CDATA|<!--/);
    expect(svg).toContain('&lt;script&gt;');
  });
  test('the Mermaid stays a chart', () => {
    const { problems, nodes } = problemsOfMermaid(mermaidOf(sceneFor(flow), { title: 'a\nb --> c; "x"', colours }));
    expect(problems).toEqual([]);
    expect(nodes).toBe(Object.keys(flow.nodes).length);
  });
  test.each([
    ['say "hi"', 'say #34;hi#34;'], ['a & b <c>', 'a #38; b #60;c#62;'], ['#1; #quot;', '#35;1#59; #35;quot#59;'], ['1. first', '1#46; first'], ['- item', '#45; item'], ['two\nlines', 'two lines'], ['`code` *b* _i_', '#96;code#96; #42;b#42; #95;i#95;'], ['{{ name }}', '#123;#123; name #125;#125;'], ['वाह, ça va?', 'वाह, ça va?'],
  ])('%j in a label is %s', (text, wanted) => expect(escapeMermaid(text)).toBe(wanted));
});

test('a part shows what is chosen, and the ways between', () => {
  const flow = drawBot(gallery[0]!.drawing, nodeTypes);
  const [edge] = Object.values(flow.edges);
  const part = sceneFor(flow, new Set([edge?.from ?? '', edge?.to ?? '']));
  expect(part.cards).toHaveLength(2);
  expect(part.ways.length).toBeGreaterThanOrEqual(1);
  expect(part.ways.length).toBeLessThan(Object.keys(flow.edges).length);
  expect(part.bounds.width).toBeLessThan(sceneFor(flow).bounds.width);
  expect(svgOf(sceneFor(flow, new Set()), look('light'))).toContain('<svg');
});

describe('texts without a browser are about six pixels a letter', () => {
  test('are cut between whole characters', () => {
    expect(cutTo('short', 100, 'text')).toBe('short');
    expect(cutTo('a longer title than fits', 60, 'title')).toBe('a longer…');
    expect(cutTo('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 80, 'text')).toBe('👩‍👩‍👧‍👦…');
  });
  test('are broken at words, and long words in the middle', () => {
    const lines = (text: string, most: number): string[] => lineUp([{ text, is: 'text' }], 60, most).map((line) => line.map((run) => run.text).join('').trimEnd());
    expect(lines('one two three fours', 2)).toEqual(['one two', 'three fou…']);
    expect(lines('one two', 2)).toEqual(['one two']);
    expect(lines('abcdefghijklmnopqrstuvwxyz', 2)).toEqual(['abcdefghij', 'klmnopqrs…']);
    expect(lines('abcdefghijkl', 2)).toEqual(['abcdefghij', 'kl']);
  });
  test('a variable keeps its place in the line', () => {
    const [line = []] = lineUp([{ text: 'Hi ', is: 'text' }, { text: 'name', is: 'variable' }, { text: '.', is: 'text' }], 196, 1);
    expect(line.map(({ text, is, at }) => [text, is, at])).toEqual([['Hi ', 'text', 0], ['name', 'variable', 18], ['.', 'text', 48]]);
  });
  test('a note is broken at its own lines, and says when there is more', () => {
    expect(noteLines('one\n\ntwo', 160, 4)).toEqual(['one', '', 'two']);
    expect(noteLines('one\ntwo\nthree', 160, 2)).toEqual(['one', 'two …']);
  });
});

test.each([['hello', false], ['שלום', true], ['12 שלום', true], ['hello שלום', false], ['', false], ['مرحبا', true]])('%j is read from right to left: %s', (text, wanted) => expect(isRtl(text)).toBe(wanted));

test.each([[1_000, 500, 3, true], [10_000, 10_000, 1, true], [10_001, 10_000, 1, false], [6_000, 100, 3, false], [5_461, 100, 3, true]])('%i × %i at %i×: %s', (width, height, scale, fits) => {
  expect(pngSize({ width, height }, scale)).toEqual({ width: width * scale, height: height * scale, fits });
});

test('fonts are taken along by the characters they have', () => {
  const letters = (text: string): Set<number> => new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  expect(inRange('U+0000-00FF, U+0131', letters('abc'))).toBe(true);
  expect(inRange('U+0400-045F', letters('abc'))).toBe(false);
  expect(inRange('U+0400-045F,U+4??', letters('Ж'))).toBe(true);
});
