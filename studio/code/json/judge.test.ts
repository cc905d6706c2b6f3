import type { Flow } from '@parley/shared/flow/document';
import { drawBot } from '@parley/shared/gallery/drawBot';
import { gallery } from '@parley/shared/gallery/index';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { issueKey } from '@parley/shared/issues/issue';
import { verify } from '@parley/shared/issues/verify';
import { nodeTypes } from '@parley/shared/nodes/index';
import { describe, expect, test } from 'vitest';
import { judge, marksOf } from './judge.ts';
import { thingIn } from './thing.ts';

const set = drawGolden({ flow: { variables: { name: 'text' }, nodes: { begin: 'start', ask: { ask: { question: 'Who is {{nobody}}?', save: 'name' } }, done: 'end' }, edges: ['begin -> ask'] } }, nodeTypes);
const flow = set.flows[set.main] as Flow;
const thing = thingIn(flow, ['ask']);
const context = { flow, nodeTypes, say: (key: string, options: Record<string, unknown>) => `${key} ${JSON.stringify(options)}` };
const node = flow.nodes['ask'];
const text = (change: object): string => JSON.stringify({ ...node, ...change }, null, 2);

describe('a text is judged as the document would be', () => {
  test.each([
    ['not JSON, with its line', '{\n  "type": "ask",\n  "x" 1\n}', 'json.problem.colon {"line":3}', '1'],
    ['a field nobody knows', text({ data: { ...node?.data, qestion: 'x' } }), 'data.qestion: There is no such field', '"x"'],
    ['a value of another kind', text({ x: 'left' }), 'x: Invalid input: expected number, received string', '"left"'],
    ['inside the data', text({ data: { ...node?.data, question: 5 } }), 'data.question: Invalid input: expected string, received number', '5'],
    ['another type', text({ type: 'message' }), 'type: json.otherType {"type":"ask"}', '"message"'],
    ['no object', '[]', 'type: json.otherType {"type":"ask"}', '['],
    ['without its data', text({ data: undefined }), 'data: Invalid input: expected record, received undefined', '{'],
    ['nothing', '', 'json.problem.empty {"line":1}', ''],
  ])('%s', (_, typed, sentence, marked) => {
    const judged = judge(typed, thing, context);
    expect(judged).toMatchObject({ ok: false, sentence });
    if (judged.ok) return;
    const [mark] = judged.marks;
    expect(typed.slice(mark?.start, mark?.end)).toBe(marked);
  });

  test('what is left out gets its default; nothing else is changed', () => {
    const { retry: _, ...rest } = { retry: 0, ...node?.data };
    const judged = judge(text({ data: rest }), thing, context);
    expect(judged).toMatchObject({ ok: true, value: node });
  });

  test.each(gallery.map(({ id, drawing }) => [id, drawBot(drawing, nodeTypes)] as const))('%s: every node and the whole are what they were', (_, drawn) => {
    const about = { ...context, flow: drawn };
    for (const [id, each] of Object.entries(drawn.nodes)) expect(judge(JSON.stringify(each), thingIn(drawn, [id]), about)).toMatchObject({ ok: true, value: each });
    expect(judge(JSON.stringify(drawn), thingIn(drawn, []), about)).toMatchObject({ ok: true, value: drawn });
  });
});

describe('what the proof says stands where it belongs', () => {
  const { issues } = verify(set, nodeTypes);
  test('in the text of a node', () => {
    const judged = judge(text({}), thing, context);
    if (!judged.ok) throw new Error(judged.sentence);
    const marks = marksOf(issues, thing, set.main, judged.root).map(({ start, end, message }) => [text({}).slice(start, end), message]);
    expect(marks).toContainEqual(['"Who is {{nobody}}?"', expect.stringContaining('nobody')]);
  });
  test('in the text of a flow, and of no other', () => {
    const whole = JSON.stringify(flow);
    const judged = judge(whole, thingIn(flow, []), context);
    if (!judged.ok) throw new Error(judged.sentence);
    const marks = marksOf(issues, thingIn(flow, []), set.main, judged.root);
    expect(marks).toHaveLength(issues.length);
    expect(marks.map(({ start, end }) => whole.slice(start, end))).toContain('"Who is {{nobody}}?"');
    expect(marksOf(issues, thingIn(flow, []), 'other', judged.root)).toEqual([]);
    expect(new Set(issues.map(issueKey)).size).toBe(issues.length);
  });
});
