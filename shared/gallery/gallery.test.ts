import { describe, expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { runTest } from '../coverage/runTest.ts';
import { writeTests } from '../coverage/writeTests.ts';
import { prepare } from '../engine/prepare.ts';
import { verify } from '../issues/verify.ts';
import { nodeTypes } from '../nodes/index.ts';
import { drawFlows } from './drawBot.ts';
import { gallery } from './index.ts';

/** A shortcut opens a dialog without a node; the payment bot's plugin is a callback that was set up once. */
const elsewhere = new Set(['dialog', 'callback']);

test('shows every node type in a bot that somebody would run', () => {
  const used = new Set(gallery.flatMap(({ drawing }) => Object.values(drawFlows(drawing, nodeTypes).flows).flatMap(({ nodes }) => Object.values(nodes).map(({ type }) => type))));
  expect(Object.keys(nodeTypes).filter((type) => !used.has(type) && !elsewhere.has(type))).toEqual([]);
});

describe.each(gallery.map((bot) => [bot.id, bot] as const))('%s', (_id, { drawing }) => {
  const set = drawFlows(drawing, nodeTypes);
  const machine = compile(set, nodeTypes);

  test('speaks two languages and has nothing the proof would complain about', () => {
    expect(drawing.languages.length).toBeGreaterThanOrEqual(2);
    expect(verify(set, nodeTypes).issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('no two nodes stand on one another', () => {
    for (const { nodes } of Object.values(set.flows)) {
      const places = Object.values(nodes).map(({ x, y }) => `${x} ${y}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  test.each(drawing.languages)('its own tests take every way of it in %s, and pass', (language) => {
    const { tests, ways, missing } = writeTests(prepare(machine), { language, clock: '2026-11-20T10:00:00.000Z', channel: 'web', nameOf: ({ node, edge, happening }) => edge ?? `${node} ${happening ?? ''}` });
    expect(missing.map(({ key }) => key)).toEqual([]);
    expect(ways).toBeGreaterThan(10);
    expect(tests.map((each) => runTest(each, machine)).filter(({ passed }) => !passed)).toEqual([]);
  });
});
