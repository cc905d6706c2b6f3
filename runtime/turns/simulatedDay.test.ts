import { describe, expect, test } from 'vitest';
import { databaseKinds, testDatabase } from '@parley/db/testing';
import { take } from '@parley/shared/engine/take';
import { seededRandom } from '@parley/shared/lib/id';
import type { Action, ActionResult } from '@parley/shared/machine/action';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { Sketch } from '@parley/shared/nodes/golden';
import { recordResult } from '../actions/recordResult.ts';
import { outbound } from '@parley/shared/host/outbound';
import { factsOf } from './facts.ts';
import { readHost } from './host.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { createReleases } from './releases.ts';
import { dyingDatabase } from './test/dyingDatabase.ts';
import { openStage } from './test/stage.ts';
import type { Stage } from './test/stage.ts';

/** A booking: three slots for everybody, a reminder, an end after silence. */
const booking: Sketch = {
  variables: { name: 'text', slot: 'text', taken: { type: { kind: 'object', fields: { key: { kind: 'text' }, who: { kind: 'text' } } } } },
  nodes: {
    begin: 'start',
    name: { ask: { question: 'Your name?', save: 'name', timeout: 'PT40M' } },
    slot: { choice: { body: 'When, {{name}}?', options: { a: { label: 'Morning', order: 1 }, b: { label: 'Noon', order: 2 }, c: { label: 'Evening', order: 3 } }, save: 'slot', timeout: 'PT2H' } },
    book: { record: { collection: 'bookings', does: 'add', key: 'slot', fields: { who: { field: 'who', value: 'name', order: 1 } }, save: 'taken' } },
    booked: { end: { text: '{{slot}} is yours, {{name}}.' } },
    full: { message: { text: '{{slot}} is gone.' } },
    gone: { end: { text: 'Write again any time.' } },
    lost: { end: { text: 'I am lost.' } },
  },
  edges: ['begin -> name', 'name.answered -> slot', 'name.noAnswer -> gone', 'name.invalid -> lost', 'slot.a -> book', 'slot.b -> book', 'slot.c -> book', 'slot.invalid -> lost', 'slot.noAnswer -> gone', 'book.added -> booked', 'book.exists -> full', 'book.failed -> lost', 'full -> slot'],
};

interface TurnRow { seq: number; session_no: number; release: string; event: string; snapshot: Snapshot; status: string; received_at: Date; payload: InboxEvent }

/** Runs a lane's turns again, purely, from its inbox rows, and compares every snapshot and everything that was said. */
async function replay(stage: Stage, from: string, release: ReturnType<typeof createReleases>): Promise<string[]> {
  const lane = stage.lane(from);
  const turns = await stage.sql<TurnRow>(
    'select t.seq, t.session_no, t.release, t.event, t.snapshot, t.status, t.received_at, i.payload from lanes.turns t join lanes.inbox i on i.lane = t.lane and i.seq = t.seq where t.lane = $1 order by t.message_no, t.seq', [lane],
  );
  const effects = new Map((await stage.sql<{ id: string; result: { outcome: 'added' | 'exists'; fields: { who: string } } }>('select id, result from parley.record_effects where id like $1', [`${lane}.%`])).map(({ id, result }) => [id, result]));
  const log = await stage.log(from);
  const said: string[] = [];
  let snapshot: Snapshot = { v: 1, frames: [], variables: {}, seq: 0 };
  let session = 0;
  let host = readHost({});
  for (const turn of turns) {
    const { payload } = turn;
    expect(turn.status).toBe('done');
    if (turn.session_no !== session) {
      snapshot = { v: 1, frames: [], variables: {}, seq: snapshot.seq };
      session = turn.session_no;
      host = readHost({ contact: { seq: snapshot.seq } });
    }
    const ready = await release(turn.release);
    const facts = factsOf({ lane, seq: turn.seq, at: turn.received_at, release: ready, host, contact: null, channel: { type: 'rest' } });
    const first = snapshot.frames.length === 0;
    let event: Parameters<typeof take>[2] | undefined = payload.type === 'message'
      ? { type: first ? 'start' : 'message', message: payload.message, facts }
      : { type: 'timer', wait: payload.type === 'timer' ? payload.wait : 0, facts };
    for (let ordinal = 0; event; ) {
      const taken: ReturnType<typeof take> = take(ready.prepared, snapshot, event);
      snapshot = taken.snapshot;
      event = undefined;
      for (const action of taken.actions as Action[]) {
        if (action.type === 'send') {
          const { message } = outbound(action.message, 'en');
          said.push(message.type === 'text' ? message.text : message.type === 'choices' ? message.body : message.type);
        }
        if (action.type !== 'addRecord') continue;
        const result = effects.get(`${lane}.${turn.seq}.${ordinal}`);
        ordinal += 1;
        const value: ActionResult = { ok: true, value: recordResult(result?.outcome ?? 'missing', result ? [{ key: action.key, fields: result.fields }] : []) };
        event = { type: 'result', wait: action.wait, result: value, facts };
      }
    }
    expect(turn.snapshot, `${from}, turn ${turn.seq}`).toEqual(JSON.parse(JSON.stringify(snapshot)));
  }
  expect(log.filter(({ direction }) => direction === 'out').map(({ body }) => {
    const message = body['message'] as { type: string; text?: string; body?: string };
    return message.text ?? message.body ?? message.type;
  })).toEqual(said);
  return said;
}

describe.each(databaseKinds)('a simulated day (%s)', async (kind) => {
  const db = await testDatabase(kind);

  test.each([1, 2, 3])('people write, repeat themselves and fall silent while processes are killed (seed %i)', { timeout: 120_000 }, async (seed) => {
    const random = seededRandom(seed);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
    const stage = await openStage(db, { sketch: booking });
    const people = Array.from({ length: 8 }, (_, n) => `person-${n}`);
    const acknowledged = new Map<string, number>();
    const deaths = { tried: 0, died: 0 };
    let living = stage.another();
    for (let step = 0; step < 150; step += 1) {
      stage.clock.pass(pick([0, 0, 30_000, 300_000, 1_200_000]));
      const from = pick(people);
      const id = random() < 0.1 ? `again-${Math.floor(step / 20)}` : `step-${step}`;
      const words = pick(['Ann', 'Bo', 'morning', 'noon', 'evening', '2', 'what?', 'hi']);
      if (random() < 0.2) {
        deaths.tried += 1;
        const dying = dyingDatabase(db, { call: pick(['ingest_1', 'commit_1', 'commit_1', 'take_1', 'journal_1', 'change_record_1']), when: pick(['before', 'after']), nth: pick([1, 1, 2]) });
        const doomed = stage.another({}, { db: dying.db });
        const receipt = await stage.send(from, words, { id, turns: doomed }).catch(() => undefined);
        if (receipt?.ok) acknowledged.set(`${from} m:${id}`, receipt.turn);
        await doomed.runUntilIdle().catch(() => undefined);
        if (dying.dead()) deaths.died += 1;
        await Promise.all(people.map((each) => stage.endLease(each)));
        living = stage.another();
      } else {
        const receipt = await stage.send(from, words, { id, turns: living });
        if (receipt.ok) acknowledged.set(`${from} m:${id}`, receipt.turn);
      }
      if (random() < 0.5) await living.runUntilIdle();
    }
    stage.clock.pass(60_000);
    for (let round = 0; round < 4; round += 1) {
      await living.runUntilIdle();
      stage.clock.pass(10_000);
    }
    expect(deaths.died).toBeGreaterThan(5);
    const lanes = people.map((each) => stage.lane(each));
    expect(await stage.sql('select lane from lanes.lanes where lane = any($1) and (owner is not null or open_from is not null)', [lanes])).toEqual([]);
    const release = createReleases(db.pool);
    const booked: string[] = [];
    for (const from of people) {
      const said = await replay(stage, from, release);
      booked.push(...said.flatMap((line) => /^(\w+) is yours/.exec(line)?.[1] ?? []));
    }
    // Everything acknowledged made exactly one turn, and a slot was given to one person only.
    const turns = await stage.sql<{ lane: string; key: string; turns: number; seq: number }>('select k.lane, k.key, k.seq, (select count(*) from lanes.turns t where t.lane = k.lane and t.seq = k.seq)::int as turns from lanes.inbox k where k.key is not null and k.lane = any($1)', [lanes]);
    expect(turns.filter(({ turns: made }) => made !== 1)).toEqual([]);
    const stored = new Map(turns.map(({ lane, key, seq }) => [`${people[lanes.indexOf(lane)]} ${key}`, seq]));
    for (const [key, seq] of acknowledged) expect(stored.get(key), key).toBe(seq);
    expect(booked.toSorted()).toEqual([...new Set(booked)].toSorted());
    const records = await stage.sql<{ key: string }>(`select key from parley.records where bot = $1 order by key`, [stage.bot]);
    expect(records.map(({ key }) => key)).toEqual(booked.toSorted());
  });
});
