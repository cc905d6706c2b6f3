import { describe, expect, test } from 'vitest';
import { drawFlows } from '../../gallery/drawBot.ts';
import { gallery } from '../../gallery/index.ts';
import { drawGolden } from '../../golden/drawGolden.ts';
import type { FlowSet } from '../../flow/document.ts';
import { nodeTypes } from '../../nodes/index.ts';
import { loadCases } from '../../test/loadCases.ts';
import { anyText, flowOf, machineOf, send, to } from '../../test/machineOf.ts';
import { compile } from '../compile.ts';
import { emit } from './emit.ts';
import { spanAt, spansOfNode } from './spans.ts';
import { titlesOf } from './titlesOf.ts';

/** Every gallery bot, and the examples of every node type. */
const drawings: [string, FlowSet][] = [
  ...gallery.map(({ id, drawing }): [string, FlowSet] => [id, drawFlows(drawing, nodeTypes)]),
  ...Object.entries(loadCases(nodeTypes)).flatMap(([type, cases]) => (cases?.examples ?? []).map((golden): [string, FlowSet] => [`${type}: ${golden.description}`, drawGolden(golden, nodeTypes)])),
];

describe('the lines of the emitted code', () => {
  test('are known for drawings of every node type', () => {
    expect(new Set(drawings.flatMap(([, { flows }]) => Object.values(flows).flatMap(({ nodes }) => Object.values(nodes).map(({ type }) => type))))).toEqual(new Set(Object.keys(nodeTypes)));
  });

  test.each(drawings)('%s: every state and text is on the lines said, and on no others', (_, set) => {
    const machine = compile(set, nodeTypes);
    const { code, spans } = emit(machine, titlesOf(set, nodeTypes));
    const lines = code.split('\n');
    for (const [flow, { states }] of Object.entries(machine.flows)) {
      for (const [state, { node }] of Object.entries(states)) {
        const own = spans.filter((span) => span.flow === flow && span.state === state);
        expect(own).toHaveLength(1);
        const [{ from, to } = { from: 0, to: 0 }] = own;
        const text = lines.slice(from - 1, to).join('\n');
        expect(text).toContain(`id: ${JSON.stringify(`${flow}:${state}`)},`);
        expect(text.match(/^ *id: /gm)).toHaveLength(1);
        expect(text.trimEnd()).toMatch(/\},$/);
        if (node !== undefined) expect(spansOfNode(spans, flow, node)).toContainEqual(own[0]);
        for (let line = from; line <= to; line += 1) expect(spanAt(spans, line)).toEqual(own[0]);
      }
      // A flow holds its states, and the line that names it.
      const whole = spans.find((span) => span.flow === flow && span.state === undefined && span.text === undefined);
      expect(lines[(whole?.from ?? 0) - 1]?.trim()).toMatch(/^\/\/ /);
    }
    for (const span of spans.filter(({ text }) => text !== undefined)) {
      expect(span.from).toBe(span.to);
      expect(lines[span.from - 1]).toContain(JSON.stringify(span.text));
    }
    expect(spans.filter(({ text }) => text !== undefined)).toHaveLength(Object.keys(machine.texts).length);
  });

  test('a node has all its states and texts; what no node has is of its flow alone', () => {
    const machine = machineOf({ main: flowOf({ a1: { node: 'a1', entry: [send('hi')], wait: anyText, on: { answer: [to('a1/again')] } }, 'a1/again': { node: 'a1', final: true }, b2: { final: true } }) });
    const { code, spans } = emit(machine);
    expect(spansOfNode(spans, 'main', 'a1').map(({ state }) => state)).toEqual(['a1', 'a1/again']);
    expect(spanAt(spans, code.split('\n').findIndex((line) => line.includes('id: "main:b2"')) + 1)).toMatchObject({ flow: 'main', state: 'b2' });
    expect(spanAt(spans, 1)).toBeUndefined();
    const owned = emit({ ...machine, texts: { 'main:a1/question': { en: ['?'] }, 'main:settings/errorText': { en: ['!'] } } }).spans.filter(({ text }) => text !== undefined);
    expect(owned.map(({ node, flow }) => [flow, node])).toEqual([['main', 'a1'], ['main', undefined]]);
  });
});
