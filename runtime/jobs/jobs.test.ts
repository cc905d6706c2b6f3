import { readdirSync } from 'node:fs';
import { databaseKindsAndApart, testDatabase } from '@parley/db/testing';
import { parseCronItems } from 'graphile-worker';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { changeBot } from '../commands/changeBot.ts';
import { createBot } from '../commands/createBot.ts';
import { testClock, testContext } from '../test/testContext.ts';
import { asAnyJob } from './defineJob.ts';
import type { Job, JobRun } from './defineJob.ts';
import { enqueue } from './enqueue.ts';
import { jobs } from './index.ts';
import { retention } from './retention.ts';
import { sweepProcesses } from './sweepProcesses.ts';
import { startJobs } from './worker.ts';

const thisProcess = '01900000-0000-7000-8000-000000000001';
const now = '2026-11-20T09:00:00.000Z';
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const lane = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

test('every job is in a file of its name, listed, and its schedule can be read', () => {
  const others = ['defineJob', 'enqueue', 'index', 'worker'];
  const files = readdirSync(import.meta.dirname).filter((name) => !name.endsWith('.test.ts')).map((name) => name.replace(/\.ts$/, ''));
  expect(jobs.map(({ name }) => name).sort()).toEqual(files.filter((name) => !others.includes(name)).sort());
  for (const { name, schedule = '' } of jobs) expect(() => parseCronItems([{ task: name, match: schedule }])).not.toThrow();
});

test('a scheduled job gets its own payload, without what the timer adds', async () => {
  const got: unknown[] = [];
  const job = asAnyJob({ name: 'each', attempts: 1, payload: z.strictObject({ since: z.string().optional() }), run: (payload) => { got.push(payload); return Promise.resolve(); } });
  const given = {} as unknown as JobRun;
  await job.perform({ _cron: { ts: '2026-11-20T15:00:00Z', backfilled: false } }, given);
  await job.perform(null, given);
  expect(got).toEqual([{}, {}]);
  await expect(job.perform({ other: 1 }, given)).rejects.toThrow('other');
});

describe.each(databaseKindsAndApart)('jobs on %s', async (kind) => {
  const db = await testDatabase(kind);
  const context = await testContext(db, { clock: testClock(now) });
  const given: JobRun = { context, stop: new AbortController().signal };
  const column = async (sql: string): Promise<unknown[]> => (await db.pool.query<{ is: unknown }>(sql)).rows.map((row) => row.is);

  beforeEach(async () => {
    await db.pool.query(`delete from graphile_worker._private_jobs`);
  });

  test('run when their transaction has committed, with their payload checked, and never when it was rolled back', async () => {
    const heard: number[] = [];
    let enough: () => void = () => undefined;
    const note: Job<{ n: number }> = {
      name: 'note', payload: z.strictObject({ n: z.number() }), attempts: 1,
      run: ({ n }) => {
        heard.push(n);
        if (heard.length === 2) enough();
        return Promise.resolve();
      },
    };
    const both = new Promise<void>((resolve) => { enough = resolve; });
    const worker = await startJobs(context, { jobs: [asAnyJob(note)], process: thisProcess });
    try {
      await expect(db.transaction(async (transaction) => {
        await enqueue(db, note, { payload: { n: 1 }, transaction });
        throw new Error('no');
      })).rejects.toThrow('no');
      await db.pool.query(`select graphile_worker.add_job('note', '{"n": "wrong"}', max_attempts := 1)`);
      await db.transaction((transaction) => enqueue(db, note, { payload: { n: 2 }, transaction }));
      await enqueue(db, note, { payload: { n: 4 }, runAt: new Date('2999-01-01') });
      await enqueue(db, note, { payload: { n: 3 } });
      await both;
    } finally {
      await worker.stop();
    }
    expect(heard.sort()).toEqual([2, 3]);
    const waiting = await column('select payload as is from graphile_worker._private_jobs where last_error is null');
    expect(waiting).toEqual([{ n: 4 }]);
    expect(await column(`select process as is from parley.job_pools`)).toEqual([thisProcess]);
  });

  test('are told to hurry when the process stops, and waited for', async () => {
    let started: () => void = () => undefined;
    const running = new Promise<void>((resolve) => { started = resolve; });
    const long: Job<Record<string, never>> = {
      name: 'long', payload: z.strictObject({}), attempts: 1,
      run: (_payload, { stop }) => new Promise((resolve) => {
        stop.addEventListener('abort', () => resolve());
        started();
      }),
    };
    const worker = await startJobs(context, { jobs: [asAnyJob(long)], process: thisProcess });
    await enqueue(db, long, { payload: {} });
    await running;
    await worker.stop();
    expect(await column('select id as is from graphile_worker._private_jobs')).toEqual([]);
  });

  test('with the same key replace each other while they wait', async () => {
    for (let round = 0; round < 3; round += 1) await enqueue(db, retention, { payload: {}, key: 'only', runAt: new Date('2999-01-01') });
    expect(await column('select id as is from graphile_worker._private_jobs')).toHaveLength(1);
  });

  test('a shortened retention takes effect at once, a longer one has nothing to do', async () => {
    const waiting = () => column(`select payload as is from graphile_worker._private_jobs where key = 'retention: shortened'`);
    const { id: bot } = await createBot(context, null, { name: 'Forgetful' });
    await changeBot(context, null, bot, { retentionDays: 400 });
    await changeBot(context, null, bot, { name: 'Kept' });
    expect(await waiting()).toEqual([]);
    await changeBot(context, null, bot, { retentionDays: 7 });
    expect(await waiting()).toHaveLength(1);
  });

  test('of processes that are silent, gone or unknown are given back; those of the living stay', async () => {
    const [silent, gone, living] = ['2', '3', '4'].map((n) => `01900000-0000-7000-8000-00000000000${n}`);
    await db.pool.query(`insert into parley.processes (id, services, started_at, beat_at) values
      ($1, '{jobs}', now(), clock_timestamp() - interval '31 seconds'), ($2, '{jobs}', now(), clock_timestamp())`, [silent, living]);
    await db.pool.query(`insert into parley.job_pools (pool, process) values ('silent', $1), ('gone', $2), ('living', $3)`, [silent, gone, living]);
    for (const pool of ['silent', 'gone', 'unknown', 'living', 'fresh']) {
      await db.pool.query(`select graphile_worker.add_job($1)`, [pool]);
      await db.pool.query(`update graphile_worker._private_jobs j set attempts = 1, locked_by = $1, locked_at = clock_timestamp() - make_interval(secs => $2)
        from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = $1`, [pool, pool === 'fresh' ? 5 : 40]);
    }
    await sweepProcesses.run({}, given);
    await sweepProcesses.run({}, given);
    expect(await column('select locked_by as is from graphile_worker.jobs where locked_by is not null order by 1')).toEqual(['fresh', 'living']);
  });
});

describe.each(databaseKindsAndApart)('retention on %s', async (kind) => {
  const db = await testDatabase(kind);
  const context = await testContext(db, { clock: testClock(now) });
  const stopped = AbortSignal.abort();
  const kept = async (table: string, what: string) => (await db.lanes.query<{ is: string }>(`select ${what} as is from lanes.${table} order by 1`)).rows.map((row) => row.is);
  const run = (stop = new AbortController().signal) => retention.run({}, { context, stop });

  test('forgets single steps after more than a year, as far as every later one can still be told', async () => {
    const [bot, flow] = [lane(90), lane(91)];
    await db.pool.query(`insert into parley.bots (id, slug, name, made_at) values ($1, 'steps', 'S', now())`, [bot]);
    await db.pool.query(`insert into parley.flows (id, bot, kind, name, revision, document, made_at, changed_at) values ($1, $2, 'bot', 'F', 301, '{}', now(), now())`, [flow, bot]);
    await db.pool.query(`insert into parley.flow_snapshots (flow, revision, document) select $1, s, '{}' from unnest('{1,101,201}'::integer[]) s`, [flow]);
    await db.pool.query(`insert into parley.flow_ops (flow, revision, id, gesture, ops, at) select $1, r, r::text, 'g', '[]', case when r <= 150 then $2 else $3 end::timestamptz from generate_series(2, 301) r`, [flow, daysAgo(401), daysAgo(399)]);
    const left = async () => (await db.pool.query<{ ops: number; snapshots: number }>(`select (select min(revision) from parley.flow_ops where flow = $1) as ops, (select min(revision) from parley.flow_snapshots where flow = $1) as snapshots`, [flow])).rows[0];
    await run(stopped);
    expect(await left()).toEqual({ ops: 2, snapshots: 1 });
    await run();
    await run();
    expect(await left()).toEqual({ ops: 101, snapshots: 101 });
  });

  test('forgets a subflow that was deleted when its steps would be', async () => {
    const bot = lane(92);
    await db.pool.query(`insert into parley.bots (id, slug, name, made_at) values ($1, 'removed', 'R', now())`, [bot]);
    await db.pool.query(`insert into parley.flows (id, bot, kind, name, document, made_at, changed_at, removed_at) select x.id, $1, 'subflow', x.id::text, '{}', now(), now(), x.at from unnest($2::uuid[], $3::timestamptz[]) x(id, at)`, [bot, [lane(93), lane(94), lane(95)], [daysAgo(401), daysAgo(399), null]]);
    await run();
    expect((await db.pool.query<{ id: string }>('select id from parley.flows where bot = $1 order by id', [bot])).rows.map(({ id }) => id)).toEqual([lane(94), lane(95)]);
  });

  test('deletes what is old and finished, keeps what is young, open or set aside, and may run again', async () => {
    await db.lanes.query(`insert into lanes.lanes (lane, bot, created_at, seq, open_from) values ($1, $1, $2, 5, 3)`, [lane(1), daysAgo(400)]);
    await db.lanes.query(`insert into lanes.inbox (lane, seq, kind, payload, created_at, done_at, set_aside_at) values
      ($1, 1, 'message', '{}', $2, $2, null), ($1, 2, 'message', '{}', $2, null, null), ($1, 3, 'message', '{}', $2, null, null), ($1, 4, 'message', '{}', $2, null, $2), ($1, 5, 'message', '{}', $3, $3, null)`, [lane(1), daysAgo(8), daysAgo(6)]);
    await db.lanes.query(`insert into lanes.outbox (lane, no, turn, kind, payload, created_at, done_at) values
      ($1, 1, 1, 'event', '{}', $2, $2), ($1, 2, 1, 'event', '{}', $2, null), ($1, 3, 1, 'event', '{}', $3, $3)`, [lane(1), daysAgo(31), daysAgo(29)]);
    await db.lanes.query(`insert into lanes.journal (lane, seq, ordinal, action, created_at) values ($1, 1, 0, 'x', $2), ($1, 2, 0, 'x', $2), ($1, 3, 0, 'x', $2), ($1, 4, 0, 'x', $2), ($1, 5, 0, 'x', $3)`, [lane(1), daysAgo(31), daysAgo(29)]);
    await run(stopped);
    expect(await kept('inbox', 'seq::text')).toEqual(['1', '2', '3', '4', '5']);
    await run();
    await run();
    expect(await kept('inbox', 'seq::text')).toEqual(['3', '4', '5']);
    expect(await kept('outbox', 'no::text')).toEqual(['2', '3']);
    expect(await kept('journal', 'seq::text')).toEqual(['3', '4', '5']);
    expect(await kept('lanes', 'lane::text')).toEqual([lane(1)]);
  });

  test('keeps what was said for as long as each bot says, over more lanes than one batch', async () => {
    const [short, long] = [lane(901), lane(902)];
    await db.pool.query(`insert into parley.bots (id, slug, name, retention_days, made_at) values ($1, 'short', 'S', 10, now()), ($2, 'long', 'L', 365, now())`, [short, long]);
    for (let n = 10; n < 440; n += 1) {
      const bot = n % 2 === 0 ? short : long;
      await db.lanes.query(`insert into lanes.lanes (lane, bot, created_at, session_no) values ($1, $2, $3, 2)`, [lane(n), bot, daysAgo(11)]);
      await db.lanes.query(`insert into lanes.sessions (lane, no, bot, release, started_at, last_at, ended_at, snapshot) select $1, n, $2, $2, $3, $3, $3, '{}' from generate_series(1, 2) n`, [lane(n), bot, daysAgo(11)]);
      await db.lanes.query(`insert into lanes.turns (lane, seq, session_no, bot, kind, event, status, attempts, received_at, created_at, message_no, messages)
        select $1, n, 1, $2, 'message', 'text', 'done', 1, at, at, 0, 1 from (values (1, $3::timestamptz), (2, $4::timestamptz)) as made (n, at)`, [lane(n), bot, daysAgo(11), daysAgo(9)]);
      await db.lanes.query(`insert into lanes.messages (lane, no, turn, session_no, direction, body, created_at)
        select $1, n, n, 1, 'in', '{}', at from (values (1, $2::timestamptz), (2, $3::timestamptz)) as made (n, at)`, [lane(n), daysAgo(11), daysAgo(9)]);
    }
    // A conversation that is still open, begun before what is kept: it goes on with what it knows.
    await db.lanes.query(`insert into lanes.lanes (lane, bot, created_at, session_no) values ($1, $2, $3, 3)`, [lane(900), short, daysAgo(11)]);
    await db.lanes.query(`insert into lanes.sessions (lane, no, bot, release, started_at, last_at, snapshot) values ($1, 3, $2, $2, $3, $3, '{}')`, [lane(900), short, daysAgo(11)]);
    await db.lanes.query(`insert into lanes.messages (lane, no, turn, session_no, direction, body, created_at) values ($1, 1, 1, 3, 'in', '{}', $2)`, [lane(900), daysAgo(11)]);
    await run();
    const counts = async (table: string, bot: string) => (await db.lanes.query<{ n: number }>(`select count(*) as n from lanes.${table} x join lanes.lanes l using (lane) where l.bot = $1`, [bot])).rows[0]?.n;
    for (const [table, left, all] of [['turns', 215, 430], ['messages', 215, 430], ['sessions', 216, 430]] as const) {
      expect([table, await counts(table, short), await counts(table, long)]).toEqual([table, left, all]);
    }
    const { rows } = await db.lanes.query('select no, snapshot::text from lanes.sessions where bot = $1 group by 1, 2 order by 1', [short]);
    expect(rows).toEqual([{ no: 2, snapshot: null }, { no: 3, snapshot: '{}' }]);
  });
});
