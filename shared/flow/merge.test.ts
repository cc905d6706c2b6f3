import { env, stdout } from 'node:process';
import { describe, expect, test } from 'vitest';
import { pick, randomBatch, randomFlow } from '../test/flow/randomFlow.ts';
import { Referee } from '../test/flow/referee.ts';
import { seededRandom } from '../lib/id.ts';
import { canonicalJson } from '../lib/json.ts';
import type { Json } from '../lib/json.ts';
import { applyBatch } from './applyBatch.ts';
import type { Batch } from './batch.ts';
import type { Flow } from './document.ts';
import { mergePending } from './mergePending.ts';

interface Client {
  name: number;
  confirmed: Flow;
  heard: number;
  view: Flow;
  pending: Batch[];
  sent: Batch[];
  /** Everything this person did, and what of it they were told does not fit. */
  made: string[];
  told: Set<string>;
}

/** What came of one interleaving: what is wrong with it, and how often edits collided. */
interface Outcome {
  wrong: string[];
  collisions: number;
}

type Apply = typeof applyBatch;
type Merge = typeof mergePending;

/** One server that orders batches and tells everybody, three clients that edit what they see and hear late; a referee decides beside it. */
function interleave(seed: number, { apply = applyBatch, merge = mergePending }: { apply?: Apply; merge?: Merge } = {}): Outcome {
  const random = seededRandom(seed);
  const first = randomFlow(random, 2);
  const referee = new Referee(first);
  const log: Batch[] = [];
  const wrong: string[] = [];
  let server = first;
  let collisions = 0;
  const clients: Client[] = [0, 1, 2].map((name) => ({ name, confirmed: first, heard: 0, view: first, pending: [], sent: [], made: [], told: new Set() }));
  const edit = (client: Client, id: string): void => {
    const { batch, after } = randomBatch(random, client.view, id);
    client.view = after;
    client.pending.push(batch);
    client.sent.push(batch);
    client.made.push(id);
  };
  const deliver = (client: Client): void => {
    const next = client.sent.shift();
    if (!next) return;
    const applied = apply(server, next);
    if (applied.ok !== referee.takes(next)) wrong.push(`${next.id} is ${applied.ok ? 'accepted although somebody changed what it changes' : 'refused though nothing stands in its way'}`);
    if (applied.ok) {
      server = applied.flow;
      log.push(next);
      return;
    }
    collisions += 1;
    client.told.add(next.id);
    client.pending = client.pending.filter((waiting) => waiting.id !== next.id);
  };
  const hear = (client: Client): void => {
    const next = log[client.heard];
    if (!next) return;
    client.heard += 1;
    const heard = apply(client.confirmed, next);
    if (heard.ok) client.confirmed = heard.flow;
    else wrong.push(`client ${client.name} cannot follow ${next.id}`);
    const merged = merge(client.confirmed, client.pending.filter((waiting) => waiting.id !== next.id));
    client.view = merged.flow;
    client.pending = merged.pending;
    merged.refused.forEach(({ batch }) => client.told.add(batch.id));
    // What is on its way stays so; what does not fit any more is not sent.
    client.sent = client.sent.filter((batch, at) => at === 0 || client.pending.includes(batch));
  };
  for (let step = 0; step < 12; step += 1) {
    const client = pick(random, clients);
    const does = random();
    if (does < 0.4) edit(client, `c${client.name}s${step}`);
    else if (does < 0.7) deliver(client);
    else hear(client);
  }
  for (const client of clients) while (client.sent.length > 0) deliver(client);
  const accepted = new Set(log.map(({ id }) => id));
  const final = JSON.stringify(server);
  for (const client of clients) {
    while (client.heard < log.length) hear(client);
    const { flow, pending } = merge(client.confirmed, client.pending);
    if (pending.length > 0) wrong.push(`client ${client.name} waits for ever`);
    if (flow !== server && !same(flow, server, final)) wrong.push(`client ${client.name} sees another document than the server`);
    const lost = client.made.filter((id) => !accepted.has(id) && !client.told.has(id));
    if (lost.length > 0) wrong.push(`client ${client.name} is not told that ${lost.join(', ')} did not count`);
  }
  if (!same(referee.document, server, final)) wrong.push('an accepted edit is missing, or one that was not accepted is there');
  return { wrong: wrong.map((each) => `seed ${seed}: ${each}`), collisions };
}

/** Keys may stand in another order; mostly they do not, and writing them as they are is quicker. */
const same = (a: object, b: Flow, written: string): boolean => JSON.stringify(a) === written || canonicalJson(a) === canonicalJson(b);

/** How many lives are tried; `npm run chaos` tries 100,000. */
const interleavings = Number(env['INTERLEAVINGS'] ?? 20_000);

describe('three people in one flow', () => {
  test(`over ${interleavings.toLocaleString('en')} seeded interleavings all end with one document, no accepted edit is missing, and whoever collides is told`, () => {
    let collisions = 0;
    for (let seed = 0; seed < interleavings; seed += 1) {
      const outcome = interleave(seed);
      if (outcome.wrong.length > 0) throw new Error(outcome.wrong.join('\n'));
      collisions += outcome.collisions;
    }
    // Edits that never collide would prove nothing.
    expect(collisions).toBeGreaterThan(interleavings / 20);
    stdout.write(`${interleavings.toLocaleString('en')} interleavings of three people's edits, ${collisions.toLocaleString('en')} collisions\n`);
  }, 600_000);

  test('their edits are of every kind that a document knows', () => {
    const random = seededRandom(3);
    const kinds = new Set<string>();
    let flow = randomFlow(random, 3);
    for (let at = 0; at < 600; at += 1) {
      const { batch, after } = randomBatch(random, flow, `b${at}`);
      batch.ops.forEach(({ op, path: [part, id, field] }) => kinds.add([part === 'settings' && id === 'shortcuts' ? 'shortcuts' : part, ...(part === 'variables' ? [field] : []), op].join(' ')));
      flow = after;
    }
    for (const kind of ['notes add', 'notes set', 'notes remove', 'frames add', 'frames set', 'frames remove', 'languages set', 'shortcuts add', 'shortcuts set', 'shortcuts remove', 'variables type set', 'variables name set', 'edges add', 'edges set', 'edges remove', 'nodes add', 'nodes set', 'nodes remove', 'translations add', 'translations set', 'settings set']) expect([...kinds]).toContain(kind);
  });

  const faulty: [string, Parameters<typeof interleave>[1]][] = [
    ['the last one wins', { apply: (flow, batch) => applyBatch(flow, { ops: batch.ops.map((op) => (op.op === 'set' ? { ...op, base: standing(flow, op.path) ?? op.base } : op)) }) }],
    ['half of a batch counts', { apply: (flow, batch) => {
      const whole = applyBatch(flow, batch);
      return whole.ok ? whole : applyBatch(flow, { ops: batch.ops.slice(0, 1) });
    } }],
    ['an op of a batch is forgotten', { apply: (flow, batch) => applyBatch(flow, { ops: batch.ops.slice(0, 2) }) }],
    ['a removal is accepted and not made', { apply: (flow, batch) => {
      const whole = applyBatch(flow, batch);
      return whole.ok ? applyBatch(flow, { ops: batch.ops.filter(({ op }) => op !== 'remove') }) : whole;
    } }],
    ['mine is put over theirs without a word', { merge: (flow, batches) => mergePending(flow, batches.map((batch) => ({ ...batch, ops: batch.ops.map((op) => (op.op === 'set' ? { ...op, base: standing(flow, op.path) ?? op.base } : op)) }))) }],
    ['somebody’s edit is forgotten when mine comes over it', { merge: (flow, batches) => (batches.length === 0 ? mergePending(flow, batches) : { ...mergePending(flow, batches), pending: batches.slice(1), refused: [] }) }],
    ['what does not fit any more is dropped silently', { merge: (flow, batches) => ({ ...mergePending(flow, batches), refused: [] }) }],
  ];
  test.each(faulty)('the referee notices when %s', (_name, fault) => {
    const seeds = Array.from({ length: 2_000 }, (_, seed) => seed);
    expect(seeds.some((seed) => noticed(() => interleave(seed, fault)))).toBe(true);
  });
});

function noticed(run: () => Outcome): boolean {
  try {
    return run().wrong.length > 0;
  } catch {
    return true;
  }
}

function standing(flow: Flow, path: readonly string[]): Json | undefined {
  // A parsed document is plain JSON.
  return path.reduce<Json | undefined>((value, key) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : undefined), flow as unknown as Json);
}
