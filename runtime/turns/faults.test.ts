import { describe, expect, test, vi } from 'vitest';
import { databaseKinds, testDatabase } from '@parley/db/testing';
import type { Json } from '@parley/shared/lib/json';
import type { Sketch } from '@parley/shared/nodes/golden';
import type { Performers } from '../actions/index.ts';
import { EffectError } from '../actions/perform.ts';
import type { EffectClass, EffectTools } from '../actions/perform.ts';
import { dyingDatabase } from './test/dyingDatabase.ts';
import type { Death } from './test/dyingDatabase.ts';
import { openStage } from './test/stage.ts';
import type { Stage } from './test/stage.ts';

/** Two effects and what became of them. */
const working: Sketch = {
  variables: { n: 'number', one: 'text', two: 'text' },
  nodes: {
    begin: 'start',
    ready: { ask: { question: 'Ready?', save: 'one' } },
    a: { code: { code: 'first', inputs: { n: { name: 'n', value: 'n', order: 1 } }, output: { kind: 'text' }, save: 'one' } },
    b: { code: { code: 'second', inputs: { n: { name: 'n', value: 'n', order: 1 } }, output: { kind: 'text' }, save: 'two' } },
    say: { message: { text: '{{one}} {{two}}' } },
    failed: { message: { text: 'Failed.' } },
  },
  edges: ['begin -> ready', 'ready.answered -> a', 'a.done -> b', 'a.failed -> failed', 'b.done -> say', 'b.failed -> failed', 'say -> ready', 'failed -> ready'],
};

/** Effects counted outside: how often each key was performed. */
function counted(kind: EffectClass, then: (code: string, tools: EffectTools, times: number) => Promise<Json> | Json = (code) => `${code} done`) {
  const calls = new Map<string, number>();
  const performers: Partial<Performers> = {
    runCode: {
      class: kind,
      async perform({ code }, tools) {
        const times = (calls.get(tools.key) ?? 0) + 1;
        calls.set(tools.key, times);
        return then(code, tools, times);
      },
    },
  };
  return { performers, calls };
}

const errorText = 'Sorry, something went wrong. Please write again in a moment.';

describe.each(databaseKinds)('faults (%s)', async (kind) => {
  const db = await testDatabase(kind);
  const restart = async (stage: Stage, from: string, given: Parameters<Stage['another']>[0]): Promise<void> => {
    await stage.endLease(from);
    await stage.another(given).runUntilIdle();
  };
  const said = async (stage: Stage, from: string): Promise<string[]> =>
    (await stage.log(from)).flatMap(({ direction, body }) => (direction === 'out' ? [(body['message'] as { text: string }).text] : []));

  const deaths: { death: Death; effects: 'pure' | 'keyed' | 'unsafe'; performed: number[]; answer: string[] }[] = [
    // The first result was noted before the second effect went out; the second one is performed again under its own key.
    { death: { call: 'commit_1', when: 'before' }, effects: 'keyed', performed: [1, 2], answer: ['first done second done', 'Ready?'] },
    { death: { call: 'commit_1', when: 'after' }, effects: 'keyed', performed: [1, 1], answer: ['first done second done', 'Ready?'] },
    { death: { call: 'commit_1', when: 'before' }, effects: 'unsafe', performed: [1, 1], answer: ['first done second done', 'Ready?'] },
    { death: { call: 'commit_1', when: 'after' }, effects: 'unsafe', performed: [1, 1], answer: ['first done second done', 'Ready?'] },
    { death: { call: 'journal_1', when: 'before', nth: 1 }, effects: 'unsafe', performed: [1, 1], answer: ['first done second done', 'Ready?'] },
    { death: { call: 'journal_1', when: 'after', nth: 1 }, effects: 'unsafe', performed: [], answer: ['Failed.', 'Ready?'] },
    { death: { call: 'journal_1', when: 'before', nth: 2 }, effects: 'unsafe', performed: [1], answer: ['Failed.', 'Ready?'] },
    { death: { call: 'journal_1', when: 'after', nth: 2 }, effects: 'unsafe', performed: [1, 1], answer: ['first done second done', 'Ready?'] },
    { death: { call: 'journal_1', when: 'after', nth: 3 }, effects: 'unsafe', performed: [1], answer: ['Failed.', 'Ready?'] },
    { death: { call: 'journal_1', when: 'before', nth: 1 }, effects: 'keyed', performed: [2, 1], answer: ['first done second done', 'Ready?'] },
    { death: { call: 'journal_1', when: 'after', nth: 1 }, effects: 'keyed', performed: [1, 1], answer: ['first done second done', 'Ready?'] },
    { death: { call: 'ingest_1', when: 'after' }, effects: 'keyed', performed: [1, 1], answer: ['first done second done', 'Ready?'] },
    { death: { call: 'commit_1', when: 'before' }, effects: 'pure', performed: [2, 2], answer: ['first done second done', 'Ready?'] },
  ];
  test.each(deaths)('a process killed $death.when $death.call $death.nth with $effects effects: another one goes on', async ({ death, effects, performed, answer }) => {
    const { performers, calls } = counted(effects);
    const stage = await openStage(db, { sketch: working, options: { performers } });
    await stage.say('ann', 'hi');
    const dying = dyingDatabase(db, death);
    const doomed = stage.another({ performers }, { db: dying.db });
    await stage.send('ann', 'yes', { id: 'yes', turns: doomed }).catch(() => undefined);
    await doomed.runUntilIdle().catch(() => undefined);
    expect(dying.dead()).toBe(true);
    await restart(stage, 'ann', { performers });
    // The sender saw no answer, or a broken connection: it repeats what it said.
    expect(await stage.say('ann', 'yes', { id: 'yes' })).toEqual(answer);
    expect(await said(stage, 'ann')).toEqual(['Ready?', ...answer]);
    expect([...calls.values()]).toEqual(performed);
    const unknown = answer[0] === 'Failed.';
    const [turn] = await stage.sql<{ trace: { effects: { outcome: string }[] }; attempts: number }>('select trace, attempts from lanes.turns where lane = $1 order by seq desc limit 1', [stage.lane('ann')]);
    expect(turn?.trace.effects.some(({ outcome }) => outcome === 'unknown')).toBe(unknown);
  });

  test('a process killed in a session’s first turn: another one begins it', async () => {
    const stage = await openStage(db, { sketch: working });
    const dying = dyingDatabase(db, { call: 'commit_1', when: 'before' });
    const doomed = stage.another({}, { db: dying.db });
    await stage.send('bo', 'hi', { turns: doomed });
    await doomed.runUntilIdle().catch(() => undefined);
    await restart(stage, 'bo', {});
    expect(await said(stage, 'bo')).toEqual(['Ready?']);
    expect(await stage.sql('select no from lanes.sessions where lane = $1', [stage.lane('bo')])).toEqual([{ no: 1 }]);
  });

  test('three attempts with pauses, then the row is set aside and the contact told; the session stays as it was', async () => {
    let broken = true;
    const { performers, calls } = counted('pure', (code) => {
      if (broken) throw new Error('The cable is cut.');
      return `${code} done`;
    });
    const stage = await openStage(db, { sketch: working, options: { performers } });
    await stage.say('cy', 'hi');
    await stage.send('cy', 'yes');
    await stage.turns.runUntilIdle();
    expect([...calls.values()]).toEqual([1]);
    stage.clock.pass(1_000);
    await stage.turns.runUntilIdle();
    expect([...calls.values()]).toEqual([2]);
    // Younger messages of the lane wait; other lanes do not.
    await stage.send('cy', 'still there?');
    await stage.turns.runUntilIdle();
    expect(await said(stage, 'cy')).toEqual(['Ready?']);
    expect(await stage.say('dee', 'hi')).toEqual(['Ready?']);
    stage.clock.pass(5_000);
    await stage.turns.runUntilIdle();
    expect((await said(stage, 'cy')).slice(0, 2)).toEqual(['Ready?', errorText]);
    const rows = await stage.sql<{ status: string; error: string; attempts: number }>('select status, error, attempts from lanes.turns where lane = $1 order by seq', [stage.lane('cy')]);
    expect(rows[1]).toEqual({ status: 'setAside', error: 'The cable is cut.', attempts: 3 });
    const log = await stage.log('cy');
    expect(log.find(({ body }) => body['error'] === true)).toBeDefined();
    broken = false;
    stage.clock.pass(10_000);
    await stage.turns.runUntilIdle();
    expect(await said(stage, 'cy')).toEqual(['Ready?', errorText, 'first done second done', 'Ready?']);
  });

  test('a row that vanishes with its process twelve times is set aside without being tried again', async () => {
    const { performers, calls } = counted('pure');
    const stage = await openStage(db, { sketch: working, options: { performers } });
    await stage.say('eve', 'hi');
    for (let n = 0; n < 12; n += 1) {
      const dying = dyingDatabase(db, { call: 'commit_1', when: 'before' });
      const doomed = stage.another({ performers }, { db: dying.db });
      await (n === 0 ? stage.send('eve', 'yes', { turns: doomed }) : Promise.resolve(stage.endLease('eve')));
      await doomed.runUntilIdle().catch(() => undefined);
    }
    expect(calls.size).toBe(2);
    await restart(stage, 'eve', { performers });
    expect([...calls.values()]).toEqual([12, 12]);
    expect(await said(stage, 'eve')).toEqual(['Ready?', errorText]);
  });

  test('a failing effect fails alone: its exit is taken and the turn says why', async () => {
    const { performers } = counted('pure', (code) => {
      if (code === 'first') throw new EffectError('Line 3: x is not defined');
      return 'done';
    });
    const stage = await openStage(db, { sketch: working, options: { performers } });
    await stage.say('fay', 'hi');
    expect(await stage.say('fay', 'yes')).toEqual(['Failed.', 'Ready?']);
    const [turn] = await stage.sql<{ trace: { effects: object[] } }>('select trace from lanes.turns where lane = $1 order by seq desc limit 1', [stage.lane('fay')]);
    expect(turn?.trace.effects).toEqual([{ type: 'runCode', outcome: 'failed', ms: expect.any(Number) as number, error: 'Line 3: x is not defined' }]);
  });

  test('a turn has a deadline: an effect that does not come back is given up, and told so', async () => {
    let told: unknown;
    const { performers } = counted('pure', (_code, { signal }) => new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        told = signal.reason;
        resolve('too late');
      });
    }));
    const stage = await openStage(db, { sketch: working, options: { performers, times: { turnMs: 30 } } });
    await stage.say('gus', 'hi');
    expect(await stage.say('gus', 'yes')).toEqual(['Failed.', 'Ready?']);
    expect(String(told)).toContain('It took longer than');
  });

  test('stop reaches a running effect; the stop is a turn of its own after it', async () => {
    let begun: () => void = () => undefined;
    const running = new Promise<void>((resolve) => (begun = resolve));
    let told: unknown;
    const { performers } = counted('pure', (_code, { signal }) => new Promise((resolve) => {
      begun();
      signal.addEventListener('abort', () => {
        told = signal.reason;
        resolve('stopped');
      });
    }));
    // What is said is the same when the turn's time is up: only the reason tells that it was the stop.
    const stage = await openStage(db, { sketch: working, options: { performers, times: { turnMs: 20_000 } } });
    await stage.say('hal', 'hi');
    await stage.send('hal', 'yes');
    await running;
    await stage.turns.control({ lane: stage.lane('hal'), bot: stage.bot, key: null, event: { type: 'stop' } });
    await stage.turns.runUntilIdle();
    expect(String(told)).toContain('The conversation was stopped');
    expect(await said(stage, 'hal')).toEqual(['Ready?', 'Failed.', 'Ready?']);
    expect(await stage.sql('select ended from lanes.sessions where lane = $1', [stage.lane('hal')])).toEqual([{ ended: 'stopped' }]);
  });

  test('a holder frozen past its lease stops before its next effect and commits nothing; the other one’s turn counts', async () => {
    let thaw: () => void = () => undefined;
    let frozen: () => void = () => undefined;
    const freezing = new Promise<void>((resolve) => (frozen = resolve));
    const slow = counted('keyed', (code) => (code === 'first' ? new Promise((resolve) => {
      thaw = () => resolve('frozen');
      frozen();
    }) : 'frozen'));
    const quick = counted('keyed');
    const stage = await openStage(db, { sketch: working, options: quick });
    await stage.say('ida', 'hi');
    const sleeper = stage.another({ performers: slow.performers });
    await stage.send('ida', 'yes', { turns: sleeper });
    await freezing;
    await restart(stage, 'ida', quick);
    thaw();
    await sleeper.runUntilIdle();
    expect(await said(stage, 'ida')).toEqual(['Ready?', 'first done second done', 'Ready?']);
    expect([...slow.calls.values()]).toEqual([1]);
    expect(await stage.sql('select count(*)::int as n from lanes.turns where lane = $1', [stage.lane('ida')])).toEqual([{ n: 2 }]);
  });

  test('a process that could not extend its lease in time stops by its own clock, before its next effect', async () => {
    const monotonic = performance.now.bind(performance);
    const late = counted('pure', (code) => {
      // The process sleeps for a minute here, as far as its own clock tells.
      vi.spyOn(performance, 'now').mockImplementation(() => monotonic() + 60_000);
      return `${code} late`;
    });
    const quick = counted('pure');
    const stage = await openStage(db, { sketch: working, options: quick });
    await stage.say('kay', 'hi');
    const slow = stage.another({ performers: late.performers, times: { beatMs: 600_000 } });
    await stage.send('kay', 'yes', { turns: slow });
    await slow.stop();
    vi.restoreAllMocks();
    expect([...late.calls.keys()]).toHaveLength(1);
    await restart(stage, 'kay', quick);
    expect(await said(stage, 'kay')).toEqual(['Ready?', 'first done second done', 'Ready?']);
  });

  test('a slow turn keeps its lane by beating', async () => {
    let finish: () => void = () => undefined;
    const { performers } = counted('pure', (code) => (code === 'first' ? new Promise((resolve) => {
      finish = () => resolve('first done');
    }) : 'second done'));
    const stage = await openStage(db, { sketch: working, options: { performers, times: { beatMs: 15, leaseMs: 60_000 } } });
    await stage.say('jo', 'hi');
    await stage.send('jo', 'yes');
    const until = async () => (await stage.sql<{ lease_until: Date }>('select lease_until from lanes.lanes where lane = $1', [stage.lane('jo')]))[0]?.lease_until.getTime() ?? 0;
    const first = await until();
    await expect.poll(until).toBeGreaterThan(first);
    finish();
    await stage.turns.runUntilIdle();
    expect((await said(stage, 'jo')).at(-2)).toBe('first done second done');
  });

  test('an effect longer than a turn rests the machine; its result comes as an event, once', async () => {
    const calls: string[] = [];
    const performers: Partial<Performers> = {
      runCode: { class: 'keyed', long: ({ code }) => code === 'first', perform: ({ code }, { key }) => {
        calls.push(`${code} ${key}`);
        return Promise.resolve(`${code} done`);
      } },
    };
    const stage = await openStage(db, { sketch: working, options: { performers } });
    await stage.say('kim', 'hi');
    const receipt = await stage.send('kim', 'yes');
    await stage.turns.runUntilIdle();
    expect(receipt.ok).toBe(true);
    expect(await said(stage, 'kim')).toEqual(['Ready?', 'first done second done', 'Ready?']);
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['first', 'second']);
    expect(await stage.sql('select event from lanes.turns where lane = $1 order by seq', [stage.lane('kim')])).toEqual([{ event: 'text' }, { event: 'text' }, { event: 'result' }]);
  });

  test('two processes on one database: every message once and in order, whoever takes it', async () => {
    const stage = await openStage(db, { sketch: { ...working, nodes: { ...working.nodes, say: { message: { text: '{{one}}' } } }, edges: ['begin -> ready', 'ready.answered -> say', 'say -> ready', 'a.done -> b', 'a.failed -> failed', 'b.done -> say', 'b.failed -> failed', 'failed -> ready'] } });
    const other = stage.another();
    await stage.say('lea', 'hi');
    const receipts = await Promise.all(Array.from({ length: 24 }, (_, n) => stage.send('lea', `m${n}`, { id: `m${n % 20}`, turns: n % 2 === 0 ? stage.turns : other })));
    await Promise.all([stage.turns.runUntilIdle(), other.runUntilIdle()]);
    await stage.turns.runUntilIdle();
    const turns = new Set(receipts.map((receipt) => (receipt.ok ? receipt.turn : 0)));
    expect(turns.size).toBe(20);
    const log = (await stage.log('lea')).slice(2);
    const heard = log.filter(({ direction }) => direction === 'in');
    expect(heard.map(({ turn }) => turn)).toEqual([...turns].toSorted((a, b) => a - b));
    for (const { turn, body } of heard) {
      const answer = log.find((each) => each.turn === turn && each.direction === 'out');
      expect(answer?.body).toMatchObject({ message: { text: (body['message'] as { text: string }).text } });
    }
  });
});
