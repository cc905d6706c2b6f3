import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { runTest } from '../coverage/runTest.ts';
import { verify } from '../issues/verify.ts';
import { conversationTestSchema } from '../nodes/golden.ts';
import { nodeTypes } from '../nodes/index.ts';
import { readExport } from './readExport.ts';

const folder = fileURLToPath(new URL('./samples/', import.meta.url));
const samples = readdirSync(folder).flatMap((name) => /^(\w+)\.(typebot|rapidpro|glific)\.json$/.exec(name)?.slice(1, 3) ?? []);
const named = samples.flatMap((name, at) => (at % 2 === 0 ? [[name, samples[at + 1] ?? ''] as const] : []));

test('there are two samples for each tool', () => {
  expect(named.filter(([, tool]) => tool === 'typebot').length).toBeGreaterThanOrEqual(2);
  expect(named.filter(([, tool]) => tool !== 'typebot').length).toBeGreaterThanOrEqual(2);
});

describe.each(named)('%s (%s)', (name, tool) => {
  const read = readExport(readFileSync(`${folder}${name}.${tool}.json`, 'utf8'), nodeTypes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { bot, report } = read;
  const set = { main: bot.main, flows: Object.fromEntries(Object.entries(bot.flows).map(([id, { flow }]) => [id, flow])) };
  const flows = Object.values(set.flows);

  test('has ten nodes and more, none upon another, and every place of the report is there', () => {
    expect(flows.reduce((sum, { nodes }) => sum + Object.keys(nodes).length, 0)).toBeGreaterThanOrEqual(10);
    for (const { nodes } of flows) expect(new Set(Object.values(nodes).map(({ x, y }) => `${x} ${y}`)).size).toBe(Object.keys(nodes).length);
    const ids = new Set(flows.flatMap(({ nodes }) => Object.keys(nodes)));
    expect(report.flatMap(({ places }) => places.flatMap(({ node }) => node ?? [])).filter((node) => !ids.has(node))).toEqual([]);
  });

  test('has nothing the proof would complain about', () => {
    expect(verify(set, nodeTypes).issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  const conversations = z.array(conversationTestSchema).min(3).parse(JSON.parse(readFileSync(`${folder}${name}.conversations.json`, 'utf8')));
  const machine = compile(set, nodeTypes);
  test.each(conversations.map((each) => [each.description, each] as const))('holds its conversation: %s', (_description, conversation) => {
    expect(runTest(conversation, machine)).toMatchObject({ passed: true });
  });

  test('says what was left out where it stood', () => {
    const notes = flows.flatMap((flow) => Object.values(flow.notes)).filter(({ text }) => text.includes('was left out'));
    const blocks = report.filter(({ verdict, what }) => verdict === 'leftOut' && !['Command event', 'Trigger', 'Campaign', 'Expression'].includes(what));
    expect(notes.length).toBe(blocks.reduce((sum, { places }) => sum + places.length, 0));
    expect(notes.length).toBeGreaterThan(0);
  });
});
