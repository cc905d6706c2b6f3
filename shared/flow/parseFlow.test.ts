import { describe, expect, test } from 'vitest';
import { seededRandom } from '../lib/id.ts';
import { pick, randomFlow } from '../test/flow/randomFlow.ts';
import { sampleTypes } from '../test/flow/sampleTypes.ts';
import { applyBatch } from './applyBatch.ts';
import { batchSchema } from './batch.ts';
import { checkTouched } from './checkTouched.ts';
import { emptyFlow } from './emptyFlow.ts';
import { hashFlow } from './hashFlow.ts';
import { parseFlow } from './parseFlow.ts';

const plain = (): Record<string, unknown> => JSON.parse(JSON.stringify(randomFlow(seededRandom(3), 2))) as Record<string, unknown>;

/** Puts a value at a path of dots; `undefined` takes the key away. */
function put(at: string, value: unknown): unknown {
  const root = plain();
  const keys = at.split('.');
  let holder: Record<string, unknown> = root;
  for (const key of keys.slice(0, -1)) {
    holder[key] ??= {};
    holder = holder[key] as Record<string, unknown>;
  }
  const last = keys.at(-1) ?? '';
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return root;
}

const edge = { from: 'n0', exit: 'next', to: 'n1' };
const wrong: [at: string, value: unknown, path: string, message?: string][] = [
  ['schema', 99, 'schema', 'newer'],
  ['kind', 'robot', 'kind'],
  ['kind', undefined, 'kind'],
  ['languages', [], 'languages'],
  ['languages', ['English'], 'languages.0', 'tag'],
  ['surprise', 1, 'surprise', 'no such field'],
  ['variables.v0.name', '1st', 'variables.v0.name', 'starts with a letter'],
  ['variables.v0.type', { kind: 'list' }, 'variables.v0.type.of'],
  ['variables.v0.type', { kind: 'list', of: { kind: 'colour' } }, 'variables.v0.type.of.kind'],
  ['variables.v0.order', '1', 'variables.v0.order'],
  ['variables.v0.colour', 'red', 'variables.v0.colour', 'no such field'],
  ['nodes.bad id', { type: 'say', x: 0, y: 0, data: {} }, 'nodes.bad id', '1 to 40 letters'],
  ['nodes.n0.x', 'left', 'nodes.n0.x'],
  ['nodes.n0.x', 1e9, 'nodes.n0.x'],
  ['nodes.n0.title', 'x'.repeat(121), 'nodes.n0.title'],
  ['nodes.n0.type', 'teleport', 'nodes.n0.type', 'teleport'],
  ['nodes.n0.type', 'constructor', 'nodes.n0.type', 'constructor'],
  ['nodes.n0.data.text', 7, 'nodes.n0.data.text'],
  ['nodes.n0.data.text', 'x'.repeat(4097), 'nodes.n0.data.text'],
  ['nodes.n0.data.txet', 'x', 'nodes.n0.data.txet', 'no such field'],
  ['nodes.n0.data.options.o1.label', null, 'nodes.n0.data.options.o1.label'],
  ['nodes.n0.data.options.o1.colour', 'red', 'nodes.n0.data.options.o1.colour', 'no such field'],
  ['nodes.n0.data.options.a b', { label: '', order: 1 }, 'nodes.n0.data.options.a b'],
  ['nodes.n0.data.tags', ['a', 1], 'nodes.n0.data.tags.1'],
  ['edges.e1', { from: 'n0', exit: 'next' }, 'edges.e1.to'],
  ['edges', { a: edge, b: edge }, 'edges.b.exit', 'at most one edge'],
  ['notes.x', { text: 'n', x: 0, y: 0, width: 1, height: 100 }, 'notes.x.width'],
  ['translations.fr.n0/text.text', 3, 'translations.fr.n0/text.text'],
  ['translations.English', {}, 'translations.English', 'tag'],
  ['settings.sessionHours', 0, 'settings.sessionHours'],
  ['settings.channels', ['fax'], 'settings.channels.0'],
  ['settings.colour', 'teal', 'settings.colour', '#10597a'],
  ['settings.colour', '#10597', 'settings.colour', 'six digits'],
  ['settings.errorText', undefined, 'settings.errorText'],
  ['settings.shortcuts.s1', { keywords: 'x', does: { kind: 'call' }, order: 1 }, 'settings.shortcuts.s1.does.flow'],
  ['nodes', Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`n${i}`, { type: 'start', x: 0, y: 0, data: {} }])), 'nodes', '5,000'],
  ['nodes.n0.data.text', 'x'.repeat(5_000_000), '', '5,000,000 bytes'],
  ['nodes.n0.data', Array.from({ length: 40 }).reduce<unknown>((inside) => ({ inside }), 1), `nodes.n0.data${'.inside'.repeat(29)}`, 'nesting'],
  ['nodes.n0.x', Number.NaN, 'nodes.n0.x', 'finite'],
  ['nodes.n0.data.text', () => 1, 'nodes.n0.data.text', 'JSON'],
  ['settings.errorText', new Date(0), 'settings.errorText', 'plain JSON'],
];

describe('parseFlow', () => {
  test('reads what emptyFlow makes, for every kind and several languages', () => {
    for (const kind of ['bot', 'task', 'workflow', 'subflow'] as const) {
      for (const language of ['en', 'fr', 'hi', 'pt-BR', 'sw']) {
        const made = emptyFlow({ kind, language, random: seededRandom(1), nodeTypes: sampleTypes });
        expect(parseFlow(made, sampleTypes)).toEqual({ ok: true, flow: made });
        expect(Object.values(made.nodes).map(({ type }) => type)).toEqual(['start']);
        expect(made.settings.errorText === '', 'a subflow goes by the main flow').toBe(kind === 'subflow');
        expect(made.settings.silenceAfter).toBe(kind === 'subflow' ? undefined : 'PT24H');
      }
    }
  });

  test('a sound document comes out as it went in', () => {
    const document = plain();
    const parsed = parseFlow(document, sampleTypes);
    expect(parsed).toEqual({ ok: true, flow: document });
    expect(parsed.ok && hashFlow(parsed.flow)).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each(wrong.map(([at, value, path, message]) => ({ at, value, path, message })))('a wrong $at is refused at $path', ({ at, value, path, message = '' }) => {
    const parsed = parseFlow(put(at, value), sampleTypes);
    if (parsed.ok) throw new Error('it was read');
    expect(parsed.problems.map((problem) => problem.path)).toContain(path);
    expect(parsed.problems.find((problem) => problem.path === path)?.message).toContain(message);
  });

  test('a key named __proto__ is refused, not swallowed', () => {
    const parsed = parseFlow(JSON.parse(JSON.stringify(plain()).replace('"nodes":{', '"nodes":{"__proto__":{"type":"start","x":0,"y":0,"data":{}},')), sampleTypes);
    expect(parsed).toMatchObject({ ok: false, problems: [{ path: 'nodes.__proto__' }] });
  });

  test('an edge to a node that is gone can be saved: the proof names it', () => {
    expect(parseFlow(put('edges.e9', { from: 'gone', exit: 'next', to: 'gone' }), sampleTypes).ok).toBe(true);
  });
});

describe('checkTouched', () => {
  const flow = randomFlow(seededRandom(5), 3);
  const say = { type: 'say', x: 0, y: 0, data: { text: '', options: {}, when: '', tags: [] } };
  const cases: [string, string[], unknown, string[]][] = [
    ['a sound node', ['nodes', 'new'], say, []],
    ['a sound translation', ['translations', 'fr', 'n1/text'], { text: 'non', source: 'x', by: 'machine', accepted: false }, []],
    ['a node of no type', ['nodes', 'new'], { ...say, type: 'zz' }, ['nodes.new.type']],
    ['a field of the wrong type', ['nodes', 'n0', 'data', 'note2'], 3, ['nodes.n0.data.note2']],
    ['an edge without an exit', ['edges', 'new'], { from: 'n0', to: 'n1' }, ['edges.new.exit']],
    ['an id with a space', ['nodes', 'a b'], say, ['nodes.a b']],
    ['a translation that is no text', ['translations', 'fr', 'n1/text'], 3, ['translations.fr.n1/text']],
    ['an unknown setting', ['settings', 'shade'], 'red', ['settings.shade']],
    ['a colour', ['settings', 'colour'], '#10597A', []],
    ['a colour by its name', ['settings', 'colour'], 'red', ['settings.colour']],
    ['an unknown part', ['colour'], 'red', ['colour']],
  ];
  test.each(cases)('%s', (_name, path, value, problems) => {
    const batch = { ops: [{ op: 'add' as const, path, value: value as never }] };
    const applied = applyBatch(flow, batch);
    if (!applied.ok) throw new Error(applied.refusal.message);
    expect(checkTouched(applied.flow, batch, sampleTypes).map((problem) => problem.path)).toEqual(problems);
    expect(parseFlow(applied.flow, sampleTypes).ok).toBe(problems.length === 0);
  });
});

/** Garbage that looks like the real thing: pieces of documents and ops, put together at random. */
function garbage(random: () => number, depth = 0): unknown {
  const words = ['nodes', 'edges', 'type', 'say', 'data', 'text', 'op', 'set', 'add', 'remove', 'path', 'value', 'base', 'schema', '__proto__', 'constructor', 'toString', '', 'n0', 'languages', 'kind', 'ops', 'id'];
  const leaves: (() => unknown)[] = [
    () => null, () => undefined, () => random() * 1e9, () => -1, () => Number.NaN, () => true, () => '', () => pick(random, words), () => [], () => ({}), () => 10n, () => () => 1,
    () => Symbol('s'), () => new Date(0), () => new Map(), () => '\ud800', () => 'x'.repeat(5_000),
  ];
  if (depth > 4 || random() < 0.3) return pick(random, leaves)();
  const size = Math.floor(random() * 5);
  if (random() < 0.3) return Array.from({ length: size }, () => garbage(random, depth + 1));
  return Object.fromEntries(Array.from({ length: size }, () => [pick(random, words), garbage(random, depth + 1)]));
}

/** A sound document with one to three places spoilt. */
function spoil(random: () => number, value: unknown): unknown {
  const root = JSON.parse(JSON.stringify(value)) as unknown;
  for (let i = 0; i <= random() * 3; i += 1) {
    let holder = root as Record<string, unknown>;
    for (;;) {
      const keys = Object.keys(holder);
      if (keys.length === 0) break;
      const key = pick(random, keys);
      const inside = holder[key];
      if (typeof inside !== 'object' || inside === null || random() < 0.2) {
        holder[key] = garbage(random);
        break;
      }
      holder = inside as Record<string, unknown>;
    }
  }
  return root;
}

describe('10,000 seeded garbage inputs', () => {
  test('parseFlow answers, and says where', () => {
    const random = seededRandom(99);
    let refused = 0;
    for (let i = 0; i < 10_000; i += 1) {
      const parsed = parseFlow(random() < 0.5 ? garbage(random) : spoil(random, plain()), sampleTypes);
      if (!parsed.ok) {
        refused += 1;
        expect(parsed.problems.length).toBeGreaterThan(0);
      }
    }
    expect(refused).toBeGreaterThan(5_000);
  }, 120_000);

  test('applyBatch answers whatever a batch that passed the door holds', () => {
    const random = seededRandom(98);
    const flow = randomFlow(seededRandom(4), 3);
    const paths = [['nodes', 'n0', 'x'], ['nodes', 'n0', 'data', 'text'], ['edges', 'e0'], ['settings', 'errorText'], ['nodes', 'new'], ['edges', 'new'], ['edges'], ['nodes', 'n0', 'data', 'tags', '0']];
    const ops: (() => unknown)[] = [
      () => ({ op: 'add', path: pick(random, paths), value: pick(random, [1, 'x', null, [], { from: 'n0', exit: 'next', to: 'n1' }]) }),
      () => ({ op: 'set', path: pick(random, paths), value: 'x', base: pick(random, ['x', flow.settings.errorText, flow.nodes['n0']?.x]) }),
      () => ({ op: 'remove', path: pick(random, paths), hash: hashFlow(flow) }),
      () => ({ op: 'add', path: pick(random, paths), value: garbage(random) }),
      () => spoil(random, { op: 'set', path: ['nodes', 'n0', 'x'], value: 'x', base: 'y' }),
      () => garbage(random),
    ];
    const outcomes = { door: 0, refused: 0, applied: 0 };
    for (let i = 0; i < 10_000; i += 1) {
      const batch = batchSchema.safeParse(random() < 0.1 ? garbage(random) : { id: 'b', gesture: 'g', ops: Array.from({ length: random() < 0.7 ? 1 : 2 }, () => pick(random, ops)()) });
      if (!batch.success) {
        outcomes.door += 1;
        continue;
      }
      const applied = applyBatch(flow, batch.data);
      outcomes[applied.ok ? 'applied' : 'refused'] += 1;
      if (applied.ok) expect(() => checkTouched(applied.flow, batch.data, sampleTypes)).not.toThrow();
    }
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(100);
  }, 120_000);
});
