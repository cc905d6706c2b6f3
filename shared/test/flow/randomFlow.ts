import { applyBatch } from '../../flow/applyBatch.ts';
import type { Batch, Op } from '../../flow/batch.ts';
import type { Flow } from '../../flow/document.ts';
import { emptyFlow } from '../../flow/emptyFlow.ts';
import { hashValue } from '../../flow/hashFlow.ts';
import { seededRandom } from '../../lib/id.ts';
import type { Random } from '../../lib/id.ts';
import type { Json } from '../../lib/json.ts';
import { sampleTypes } from './sampleTypes.ts';

export const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const words = ['yes', 'no', 'maybe', '{{ city }}', 'नमस्ते', '', 'a "quoted" text', '🚗'];

const empty = emptyFlow({ kind: 'bot', language: 'en', random: seededRandom(1), nodeTypes: sampleTypes });

/** A document of the sample types with about `size` nodes; small id spaces make random edits collide. */
export function randomFlow(random: Random, size: number): Flow {
  const flow: Flow = { ...empty, nodes: { ...empty.nodes }, edges: {}, variables: {}, translations: {} };
  for (let i = 0; i < size; i += 1) flow.nodes[`n${i}`] = randomNode(random);
  for (let i = 0; i < size; i += 1) flow.edges[`e${i}`] = { from: `n${i}`, exit: pick(random, ['next', 'o1']), to: `n${Math.floor(random() * size)}` };
  for (let i = 0; i < 3; i += 1) flow.variables[`v${i}`] = { name: `name${i}`, type: { kind: 'text' }, order: i };
  flow.translations['fr'] = { 'n0/text': { text: 'oui', source: 'x', by: 'person', accepted: true } };
  return flow;
}

export function randomNode(random: Random): Flow['nodes'][string] {
  return {
    type: 'say', x: Math.floor(random() * 1000), y: Math.floor(random() * 1000),
    ...(random() < 0.5 ? { title: pick(random, words) } : {}),
    data: {
      text: pick(random, words), when: '', tags: [pick(random, words)], options: { o1: { label: pick(random, words), order: random() } },
      ...(random() < 0.5 ? { note: pick(random, words) } : {}),
    },
  };
}

/** One op as a client looking at `flow` would make it: it applies to that document. */
export function randomOp(random: Random, flow: Flow): Op {
  const nodeId = pick(random, Object.keys(flow.nodes));
  const node = flow.nodes[nodeId];
  const set = (path: string[], value: Json): Op => {
    const base = read(flow, path);
    return base === undefined ? { op: 'add', path, value } : { op: 'set', path, value, base };
  };
  const remove = (path: string[]): Op | undefined => {
    const old = read(flow, path);
    return old === undefined ? undefined : { op: 'remove', path, hash: hashValue(old) };
  };
  const moves: (() => Op | undefined)[] = [
    () => set(['nodes', nodeId, 'x'], Math.floor(random() * 1000)),
    () => set(['nodes', nodeId, 'title'], pick(random, words)),
    () => remove(['nodes', nodeId, 'title']),
    () => (node?.type === 'say' ? set(['nodes', nodeId, 'data', 'text'], pick(random, words)) : undefined),
    () => (node?.type === 'say' ? set(['nodes', nodeId, 'data', 'tags'], [pick(random, words)]) : undefined),
    () => (node?.type === 'say' ? set(['nodes', nodeId, 'data', 'options', pick(random, ['o1', 'o2', 'o3'])], { label: pick(random, words), order: random() }) : undefined),
    () => remove(['nodes', nodeId, 'data', 'options', 'o2']),
    () => (node?.type === 'say' ? remove(['nodes', nodeId]) : undefined),
    () => { const id = `m${Math.floor(random() * 6)}`; return flow.nodes[id] ? undefined : { op: 'add', path: ['nodes', id], value: randomNode(random) }; },
    () => remove(['edges', `e${Math.floor(random() * 6)}`]),
    () => { const edge = { from: nodeId, exit: pick(random, ['next', 'o1', 'o2']), to: nodeId }; return taken(flow, edge) ? undefined : { op: 'add', path: ['edges', `f${Math.floor(random() * 1e6)}`], value: edge }; },
    () => set(['variables', 'v1', 'name'], pick(random, ['city', 'town', 'name1'])),
    () => set(['variables', 'v2', 'type'], { kind: pick(random, ['text', 'number', 'date']) }),
    () => set(['variables', 'v2', 'type'], { kind: 'list', of: { kind: pick(random, ['text', 'number']) } }),
    () => set(['settings', 'errorText'], pick(random, words)),
    () => set(['settings', 'shortcuts', pick(random, ['s1', 's2'])], { keywords: pick(random, words), does: { kind: 'restart' }, order: random() }),
    () => (flow.settings.shortcuts['s1'] ? set(['settings', 'shortcuts', 's1', 'keywords'], pick(random, words)) : undefined),
    () => remove(['settings', 'shortcuts', 's2']),
    () => set(['languages'], pick(random, [['en'], ['en', 'fr'], ['en', 'fr', 'hi']])),
    () => set(['notes', pick(random, ['k1', 'k2'])], { text: pick(random, words), x: Math.floor(random() * 1000), y: 0, width: 200, height: 80 }),
    () => (flow.notes['k1'] ? set(['notes', 'k1', 'text'], pick(random, words)) : undefined),
    () => remove(['notes', 'k1']),
    // Documents from before there were frames have no place for one.
    () => (flow.frames ? set(['frames', pick(random, ['g1', 'g2'])], { title: pick(random, words), tone: 'talk', x: Math.floor(random() * 1000), y: 0, width: 400, height: 300 }) : set(['frames'], {})),
    () => (flow.frames?.['g1'] ? set(['frames', 'g1', 'title'], pick(random, words)) : undefined),
    () => remove(['frames', 'g2']),
    () => (flow.edges['e0'] ? set(['edges', 'e0', 'to'], nodeId) : undefined),
    () => set(['translations', 'fr', `${nodeId}/text`], { text: pick(random, words), source: 'x', by: 'person', accepted: true }),
  ];
  for (;;) {
    const op = pick(random, moves)();
    if (op) return op;
  }
}

/** A batch of one to four ops that applies to `flow`, with the document after it. */
export function randomBatch(random: Random, flow: Flow, id: string): { batch: Batch; after: Flow } {
  let after = flow;
  const ops: Op[] = [];
  for (let i = Math.floor(random() * 4); i >= 0; i -= 1) {
    const op = randomOp(random, after);
    const applied = applyBatch(after, { ops: [op] });
    if (!applied.ok) throw new Error(`A made op must apply: ${applied.refusal.message}`);
    ops.push(op);
    after = applied.flow;
  }
  return { batch: { id, gesture: 'Random edit', ops }, after };
}

function read(flow: Flow, path: readonly string[]): Json | undefined {
  let value: unknown = flow;
  for (const key of path) value = typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  return value as Json | undefined;
}

function taken(flow: Flow, way: { from: string; exit: string }): boolean {
  return Object.values(flow.edges).some((edge) => edge.from === way.from && edge.exit === way.exit);
}

