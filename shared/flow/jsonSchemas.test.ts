import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { drawBot } from '../gallery/drawBot.ts';
import { gallery } from '../gallery/index.ts';
import { seededRandom } from '../lib/id.ts';
import { canonicalJson } from '../lib/json.ts';
import { describeFields } from '../nodes/walkFields.ts';
import { nodeTypes } from '../nodes/index.ts';
import { arranged, flowJsonSchema, nodeJsonSchema, noteJsonSchema } from './jsonSchemas.ts';
import type { JsonSchema } from './jsonSchemas.ts';

const scope = { variables: { v1: { name: 'city', type: { kind: 'text' as const }, order: 1 } }, flows: { f1: 'Booking' } };
const ajv = new Ajv({ strict: false, allErrors: true });

/** Titles of fields anywhere in a schema. */
function titles(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'title' && typeof value === 'string') found.add(value);
    titles(value, found);
  }
  return found;
}

describe.each(Object.values(nodeTypes).map((type) => [type.type, type] as const))('the JSON schema of %s', (name, type) => {
  const schema = nodeJsonSchema(name, nodeTypes, scope);
  const data = type.defaults(seededRandom(1));
  const node = { type: name, x: 1, y: 2, data };

  test('takes what a new node holds, and nothing that nobody knows', () => {
    const check = ajv.compile({ ...schema });
    expect([check(node), check.errors]).toEqual([true, null]);
    expect(check({ ...node, data: { ...data, misspelt: 1 } })).toBe(false);
    expect(check({ ...node, misspelt: 1 })).toBe(false);
    expect(check({ ...node, type: 'other' })).toBe(false);
    expect(check({ ...node, x: 'left' })).toBe(false);
  });

  test('calls every field as its form does', () => {
    const called = titles(schema);
    expect(describeFields(type.schema).map(({ meta }) => meta.label).filter((label) => !called.has(label))).toEqual([]);
    expect(JSON.stringify(schema)).not.toContain('"widget"');
  });
});

describe('the JSON schema of a flow', () => {
  test.each(gallery.map(({ id, drawing }) => [id, drawing] as const))('takes %s', (_, drawing) => {
    const flow = drawBot(drawing, nodeTypes);
    const check = ajv.compile(flowJsonSchema(nodeTypes, { variables: flow.variables, flows: Object.fromEntries(Object.entries(drawing.subflows ?? {}).map(([id, { name }]) => [id, name])) }));
    expect([check(flow), check.errors]).toEqual([true, null]);
    const [id = ''] = Object.keys(flow.nodes);
    expect(check({ ...flow, nodes: { ...flow.nodes, [id]: { ...flow.nodes[id], data: { nobody: 1 } } } })).toBe(false);
  });
  test('names what can be referred to', () => {
    expect(JSON.stringify(nodeJsonSchema('ask', nodeTypes, scope))).toContain('"enum":["","v1"],"enumDescriptions":["None","city (text)"]');
    expect(JSON.stringify(nodeJsonSchema('subflow', nodeTypes, scope))).toContain('"enumDescriptions":["None","Booking"]');
    expect(nodeJsonSchema('nobody', nodeTypes, scope)).toBeUndefined();
    expect(noteJsonSchema().properties).toHaveProperty('text');
  });
});

test('values stand in the order of their schema, whatever order they come in', () => {
  for (const type of Object.keys(nodeTypes)) {
    const schema = nodeJsonSchema(type, nodeTypes, scope);
    const node = { type, title: 'T', x: 1, y: 2, data: nodeTypes[type]?.defaults(seededRandom(2)) ?? {} };
    const shuffled: unknown = JSON.parse(canonicalJson(node));
    expect(Object.keys(arranged(shuffled, schema) as JsonSchema)).toEqual(['type', 'title', 'x', 'y', 'data']);
    expect(canonicalJson(arranged(shuffled, schema))).toBe(canonicalJson(node));
  }
  const options = { b: { label: 'First', order: 1 }, a: { label: 'Second', order: 2 } };
  const choice = arranged({ data: { options }, type: 'choice' }, nodeJsonSchema('choice', nodeTypes, scope)) as { data: { options: object } };
  expect(Object.keys(choice.data.options)).toEqual(['b', 'a']);
});
