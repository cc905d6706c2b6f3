import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { serialize } from 'pg-protocol';
import { DataTypes, ForeignKeyConstraintError, UniqueConstraintError } from 'sequelize';
import { Logger, run } from 'graphile-worker';
import { describe, expect, test } from 'vitest';
import type { Database } from '../client.ts';
import { databaseKinds, testDatabase } from '../testing.ts';
import { openRawWire } from './test/rawWire.ts';

interface Scenario {
  name: string;
  /** Where it holds; both unless said. */
  only?: Database['kind'];
  /** Runs on a database shared by all scenarios; `connect` opens a client of its own, ended afterwards. */
  run(db: Database, connect: () => Promise<pg.Client>): Promise<void>;
}

/** Cuts a client's connection without a word. */
function cut(client: pg.Client): void {
  const { stream }: { stream: { destroy(): void } } = Reflect.get(client, 'connection');
  client.on('error', () => undefined);
  stream.destroy();
}

const codeOf = (error: unknown) => (error instanceof pg.DatabaseError ? error.code : error);
const failure = (promise: Promise<unknown>) => promise.then(() => 'nothing', codeOf);

/** The next notification on any channel. */
const heard = (client: pg.Client) => new Promise<string>((resolve) => client.once('notification', ({ channel, payload }) => resolve(`${channel}: ${payload}`)));

/** Collects notifications until one says `end`. */
const heardUntilEnd = (client: pg.Client) =>
  new Promise<string[]>((resolve) => {
    const all: string[] = [];
    client.on('notification', ({ channel, payload }) => (payload === 'end' ? resolve(all) : all.push(`${channel}: ${payload}`)));
  });

const scenarios: Scenario[] = [
  {
    name: 'twelve clients at once each read what they wrote',
    async run(db, connect) {
      await db.pool.query('create table counted (client int, n int)');
      const clients = await Promise.all(Array.from({ length: 12 }, connect));
      const counts = await Promise.all(clients.map(async (client, who) => {
        for (let n = 0; n < 15; n += 1) await client.query('insert into counted values ($1, $2)', [who, n]);
        const { rows } = await client.query<{ n: number }>('select n from counted where client = $1 order by n', [who]);
        return rows.length;
      }));
      expect(counts).toEqual(Array.from({ length: 12 }, () => 15));
    },
  },
  {
    name: 'the same row is counted up by many transactions without losing one',
    async run(db, connect) {
      await db.pool.query('create table tally (n int); insert into tally values (0)');
      const clients = await Promise.all(Array.from({ length: 6 }, connect));
      await Promise.all(clients.map(async (client) => {
        for (let round = 0; round < 5; round += 1) {
          await client.query('begin');
          const { rows } = await client.query<{ n: number }>('select n from tally for update');
          await client.query('update tally set n = $1', [(rows[0]?.n ?? 0) + 1]);
          await client.query('commit');
        }
      }));
      expect((await db.pool.query('select n from tally')).rows).toEqual([{ n: 30 }]);
    },
  },
  {
    name: 'a rolled-back transaction leaves nothing, a savepoint only what came before it',
    async run(db, connect) {
      await db.pool.query('create table undone (n int)');
      const client = await connect();
      await client.query('begin');
      await client.query('insert into undone values (1)');
      await client.query('rollback');
      await client.query('begin; insert into undone values (2); savepoint here');
      await client.query('insert into undone values (3)');
      await client.query('rollback to here');
      await client.query('commit');
      expect((await db.pool.query('select n from undone')).rows).toEqual([{ n: 2 }]);
    },
  },
  {
    name: 'an error outside a transaction harms nothing but its query',
    async run(_db, connect) {
      const client = await connect();
      expect(await failure(client.query('select 1 / 0'))).toBe('22012');
      expect(await failure(client.query('select 1 / $1::int', [0]))).toBe('22012');
      expect(await failure(client.query('selec'))).toBe('42601');
      expect(await failure(client.query('selec $1', [1]))).toBe('42601');
      expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    },
  },
  {
    name: 'an error inside a transaction spoils it until it is rolled back, for its client only',
    async run(db, connect) {
      await db.pool.query('create table spoilt (n int primary key)');
      const client = await connect();
      await client.query('begin');
      await client.query('insert into spoilt values (1)');
      expect(await failure(client.query('insert into spoilt values ($1)', [1]))).toBe('23505');
      expect(await failure(client.query('select 1'))).toBe('25P02');
      expect((await client.query('commit')).command).toBe('ROLLBACK');
      expect((await db.pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
      expect((await client.query('select n from spoilt')).rows).toEqual([]);
    },
  },
  {
    name: 'several statements in one query are one transaction',
    async run(db) {
      await db.pool.query('create table several (n int)');
      expect(await failure(db.pool.query('insert into several values (1); select 1 / 0; insert into several values (2)'))).toBe('22012');
      expect((await db.pool.query('select n from several')).rows).toEqual([]);
    },
  },
  {
    name: 'a named statement is its client’s own, whatever others call theirs',
    async run(_db, connect) {
      const [one, two] = [await connect(), await connect()];
      const ask = (client: pg.Client, text: string, values: unknown[]) => client.query<{ is: unknown }>({ name: 'same', text, values }).then(({ rows }) => rows[0]?.is);
      for (const round of [1, 2, 3]) {
        expect(await ask(one, 'select $1::int + 1 as is', [round])).toBe(round + 1);
        expect(await ask(two, `select 'two ' || $1::text as is`, [`${round}`])).toBe(`two ${round}`);
      }
      expect(await failure(one.query({ name: 'same', text: 'select $1::int + 1 as is', values: ['x'] }))).toBe('22P02');
      await two.end();
      expect(await ask(one, 'select $1::int + 1 as is', [10])).toBe(11);
      expect(await ask(await connect(), `select 'three' as is`, [])).toBe('three');
    },
  },
  {
    name: 'a named statement that did not parse does not exist',
    async run(_db, connect) {
      const client = await connect();
      expect(await failure(client.query({ name: 'broken', text: 'selec' }))).toBe('42601');
      expect((await client.query({ name: 'broken', text: 'select 5 as n' })).rows).toEqual([{ n: 5 }]);
    },
  },
  {
    name: 'a notification reaches every client that listens, and only those',
    async run(db, connect) {
      const [one, two, deaf] = [await connect(), await connect(), await connect()];
      await one.query('listen news');
      await two.query('listen "news"; listen other');
      const [first, second, none] = [heard(one), heard(two), heardUntilEnd(deaf)];
      await db.pool.query(`notify news, 'hello'`);
      expect(await Promise.all([first, second])).toEqual(['news: hello', 'news: hello']);
      await deaf.query('listen last');
      await db.pool.query(`select pg_notify('last', 'end')`);
      expect(await none).toEqual([]);
    },
  },
  {
    name: 'a client hears itself before its query resolves',
    async run(_db, connect) {
      const client = await connect();
      const all: string[] = [];
      client.on('notification', ({ payload }) => all.push(payload ?? ''));
      await client.query('listen self');
      await client.query(`notify self, 'me'`);
      expect(all).toEqual(['me']);
    },
  },
  {
    name: 'a notification is sent when its transaction commits, never when it is rolled back',
    async run(_db, connect) {
      const [listener, sender] = [await connect(), await connect()];
      await listener.query('listen kept');
      const all = heardUntilEnd(listener);
      await sender.query(`begin; notify kept, 'undone'`);
      await sender.query('rollback');
      await sender.query(`begin; notify kept, 'done'`);
      await sender.query('commit');
      await sender.query(`notify kept, 'end'`);
      expect(await all).toEqual(['kept: done']);
    },
  },
  {
    name: 'listening begins with the commit and ends with unlisten, each for its own client',
    async run(_db, connect) {
      const [one, two, sender] = [await connect(), await connect(), await connect()];
      await one.query('listen finish');
      await two.query('listen finish; listen undone');
      await one.query('begin; listen undone');
      await one.query('rollback');
      await one.query('listen shared');
      await two.query('listen shared');
      await one.query('unlisten shared');
      const [first, second] = [heardUntilEnd(one), heardUntilEnd(two)];
      await sender.query(`notify undone, 'x'`);
      await sender.query(`notify shared, 'x'`);
      await sender.query(`notify finish, 'end'`);
      expect(await first).toEqual([]);
      expect(await second).toEqual(['undone: x', 'shared: x']);
    },
  },
  {
    name: 'a listener that unlistens everything or goes away takes nobody with it',
    async run(_db, connect) {
      const [one, two, three] = [await connect(), await connect(), await connect()];
      for (const client of [one, two, three]) await client.query('listen crowd');
      await one.query('unlisten *');
      await two.end();
      const all = heardUntilEnd(three);
      await one.query(`notify crowd, 'still'`);
      await one.query(`notify crowd, 'end'`);
      expect(await all).toEqual(['crowd: still']);
    },
  },
  {
    name: 'values of 5 MB go in and come out whole',
    async run(_db, connect) {
      const client = await connect();
      const bytes = randomBytes(5 * 1024 * 1024);
      const text = 'é'.repeat(2.5 * 1024 * 1024);
      const { rows } = await client.query('select $1::bytea as bytes, $2::text as text, $3::jsonb as json', [bytes, text, JSON.stringify({ text })]);
      expect(bytes.equals(rows[0].bytes)).toBe(true);
      expect(rows[0].text === text && rows[0].json.text === text).toBe(true);
      const { rows: made } = await client.query(`select '${'z'.repeat(5_000_000)}' as text`);
      expect(made[0].text).toHaveLength(5_000_000);
    },
  },
  {
    name: 'a client that vanishes inside a transaction leaves nothing behind, and nobody waits for it',
    async run(db, connect) {
      await db.pool.query('create table vanished (n int primary key)');
      for (const leave of [cut, (client: pg.Client) => void client.end()]) {
        const client = await connect();
        await client.query('begin');
        await client.query('insert into vanished values (1)');
        leave(client);
        await db.pool.query('insert into vanished values (1)');
        await db.pool.query('delete from vanished');
      }
    },
  },
  {
    name: 'a client that vanishes while its query runs, or is half sent, blocks nobody',
    async run(db, connect) {
      const running = await connect();
      const lost = running.query(`begin; select count(*) from generate_series(1, 200000)`).catch(() => 'lost');
      cut(running);
      expect(await lost).toBe('lost');
      for (const [text, answer] of [['select 1', 'parseComplete'], ['selec', 'error']] as const) {
        const half = await openRawWire(db);
        half.send(serialize.parse({ text }), serialize.flush());
        await half.until(answer);
        half.cut();
      }
      expect((await db.pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    },
  },
  {
    name: 'queries pipelined in one write are answered in order, an error failing only its own',
    async run(db) {
      const wire = await openRawWire(db);
      const ask = (text: string) => [serialize.parse({ text }), serialize.bind({}), serialize.execute({}), serialize.sync()];
      wire.send(...ask('select 1'), ...ask('select 1 / 0'), ...ask('select 2'), serialize.query('select 3; select 4'));
      const row = ['parseComplete', 'bindComplete', 'dataRow', 'commandComplete', 'readyForQuery'];
      const simple = ['rowDescription', 'dataRow', 'commandComplete'];
      expect(await wire.until('readyForQuery')).toEqual(row);
      // Whether 1 / 0 fails while it is planned or run is the server's affair.
      expect((await wire.until('readyForQuery')).slice(-2)).toEqual(['error', 'readyForQuery']);
      expect(await wire.until('readyForQuery')).toEqual(row);
      expect(await wire.until('readyForQuery')).toEqual([...simple, ...simple, 'readyForQuery']);
      wire.send(serialize.end());
    },
  },
  {
    name: 'a portal is read in pieces with Flush, and whoever asks meanwhile is answered after it',
    async run(db) {
      const wire = await openRawWire(db);
      wire.send(serialize.parse({ text: 'select generate_series(1, 5)' }), serialize.bind({ portal: 'piece' }), serialize.execute({ portal: 'piece', rows: 2 }), serialize.flush());
      expect(await wire.until('portalSuspended')).toEqual(['parseComplete', 'bindComplete', 'dataRow', 'dataRow', 'portalSuspended']);
      const other = db.pool.query('select 1 as n');
      wire.send(serialize.execute({ portal: 'piece', rows: 9 }), serialize.flush());
      expect(await wire.until('commandComplete')).toEqual(['dataRow', 'dataRow', 'dataRow', 'commandComplete']);
      wire.send(serialize.sync());
      expect(await wire.until('readyForQuery')).toEqual(['readyForQuery']);
      expect((await other).rows).toEqual([{ n: 1 }]);
      wire.send(serialize.end());
    },
  },
  {
    name: 'notices reach their client',
    async run(_db, connect) {
      const client = await connect();
      const notice = new Promise<string | undefined>((resolve) => client.once('notice', ({ message }) => resolve(message)));
      await client.query(`do $$ begin raise notice 'look'; end $$`);
      expect(await notice).toBe('look');
    },
  },
  {
    name: 'values arrive as their types',
    async run(db) {
      const sql = `select 9007199254740991::int8 as big, sum(n) as sum, avg(n) as average, array[1, null]::int8[] as bigs, array[array[1.5], array[2.5]]::numeric[] as numbers,
        '2027-02-28'::date as day, '2027-02-28T10:00:00Z'::timestamptz as time, '{"a": [1]}'::jsonb as json, true as yes, null as none, 'a\\b' as slash
        from generate_series(1, 4) n`;
      const expected = {
        big: 9007199254740991, sum: 10, average: 2.5, bigs: [1, null], numbers: [[1.5], [2.5]], day: '2027-02-28', time: new Date('2027-02-28T10:00:00Z'),
        json: { a: [1] }, yes: true, none: null, slash: 'a\\b',
      };
      expect((await db.pool.query(sql)).rows).toEqual([expected]);
      const [rows] = await db.sequelize.query(sql);
      expect(rows).toEqual([expected]);
      await expect(db.pool.query('select 9007199254740993::int8')).rejects.toThrow('Select it as text.');
    },
  },
  {
    name: 'Sequelize defines, writes, reads, fails and rolls back',
    async run(db) {
      await db.pool.query(`create schema shop; create table shop.owners (id int primary key);
        create table shop.things (id int primary key, label text not null unique, facts jsonb not null, owner int references shop.owners, at timestamptz not null)`);
      const Thing = db.sequelize.define('Thing', {
        id: { type: DataTypes.INTEGER, primaryKey: true }, label: DataTypes.TEXT, facts: DataTypes.JSONB, owner: DataTypes.INTEGER, at: DataTypes.DATE,
      }, { schema: 'shop', tableName: 'things', timestamps: false });
      const at = new Date('2027-01-01T00:00:00Z');
      await Promise.all(Array.from({ length: 20 }, (_, id) => Thing.create({ id, label: `thing ${id}`, facts: { id, deep: ['é'] }, at })));
      await expect(Thing.create({ id: 90, label: 'thing 1', facts: {}, at })).rejects.toBeInstanceOf(UniqueConstraintError);
      await expect(Thing.create({ id: 91, label: 'orphan', facts: {}, owner: 7, at })).rejects.toBeInstanceOf(ForeignKeyConstraintError);
      await expect(db.transaction(async (transaction) => {
        await Thing.destroy({ where: {}, transaction });
        throw new Error('changed my mind');
      })).rejects.toThrow('changed my mind');
      const made = await db.transaction((transaction) => Thing.create({ id: 50, label: 'kept', facts: [], at }, { transaction }));
      expect(made.get('id')).toBe(50);
      expect(await Thing.count()).toBe(21);
      expect((await Thing.findByPk(3))?.get()).toEqual({ id: 3, label: 'thing 3', facts: { id: 3, deep: ['é'] }, owner: null, at });
    },
  },
  {
    name: 'a second client inside transaction(fn) throws instead of waiting for ever',
    async run(db) {
      const asks: ((db: Database) => Promise<unknown>)[] = [
        (each) => each.pool.query('select 1'), (each) => each.pool.connect(), (each) => each.lanes.query('select 1'),
        (each) => each.sequelize.query('select 1'), (each) => each.transaction(async () => undefined),
      ];
      for (const ask of asks) {
        await expect(db.transaction(async () => ask(db))).rejects.toThrow('A second database client was asked for inside transaction(fn).');
      }
      expect(await db.transaction(async (transaction) => (await db.sequelize.query('select 1 as n', { transaction }))[0])).toEqual([{ n: 1 }]);
      expect((await db.pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    },
  },
  {
    name: 'graphile-worker runs jobs added inside a transaction, is woken by a notification and retries what failed',
    async run(db, connect) {
      const done: unknown[] = [];
      let wake = () => undefined;
      const until = (count: number) => new Promise<void>((resolve) => {
        wake = () => void (done.length >= count && resolve());
        wake();
      });
      const runner = await run({
        pgPool: db.pool, concurrency: 3, noHandleSignals: true, pollInterval: 60_000, logger: new Logger(() => () => undefined), 
        // Without these, stopping does not wait for completions to be written.
        preset: { worker: { localQueue: { size: -1 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        taskList: {
          note: (payload) => void (done.push(payload), wake()),
          fail: () => Promise.reject(new Error('on purpose')),
        },
      });
      try {
        const client = await connect();
        await client.query(`begin; select graphile_worker.add_job('note', '{"n": 1}')`);
        await client.query(`rollback`);
        await client.query(`begin; select graphile_worker.add_job('note', '{"n": 2}'); select graphile_worker.add_job('fail', '{}')`);
        await client.query('commit');
        await until(1);
        for (let n = 3; n < 13; n += 1) await client.query(`select graphile_worker.add_job('note', json_build_object('n', $1::int))`, [n]);
        await until(11);
        expect(done).toHaveLength(11);
        expect(done).toContainEqual({ n: 2 });
        expect(done).not.toContainEqual({ n: 1 });
      } finally {
        await runner.stop();
      }
      const { rows } = await db.pool.query('select task_identifier, attempts, last_error, locked_by from graphile_worker.jobs');
      expect(rows).toEqual([{ task_identifier: 'fail', attempts: 1, last_error: expect.stringContaining('on purpose'), locked_by: null }]);
    },
  },
  {
    name: 'vectors are numbers and are compared',
    only: 'embedded',
    async run(db) {
      await db.pool.query(`create table points (id int, at vector(3)); insert into points values (1, '[1,0,0]'), (2, '[0,1,0]')`);
      const [rows] = await db.sequelize.query(`select id, at from points order by at <-> '[0,0.9,0]'`);
      expect(rows).toEqual([{ id: 2, at: [0, 1, 0] }, { id: 1, at: [1, 0, 0] }]);
    },
  },
  {
    name: 'COPY is refused with what to do instead, as an ordinary error',
    only: 'embedded',
    async run(db, connect) {
      await db.pool.query('create table copied (n int)');
      const client = await connect();
      for (const sql of ['copy copied from stdin', 'COPY copied TO STDOUT', '/* now */ copy (select 1) to stdout']) {
        await expect(client.query(sql)).rejects.toThrow('COPY is not available in the embedded database. Use insert with several rows');
        await expect(client.query({ text: sql, values: [] })).rejects.toThrow('COPY is not available');
      }
      await client.query('begin');
      expect(await failure(client.query('copy copied from stdin'))).toBe('0A000');
      expect(await failure(client.query('select 1'))).toBe('25P02');
      await client.query('rollback');
      expect((await client.query(`select 'copy x from stdin' as text`)).rows).toEqual([{ text: 'copy x from stdin' }]);
    },
  },
];

describe.each(databaseKinds)('the client on %s', async (kind) => {
  const db = await testDatabase(kind);

  test.each(scenarios.filter(({ only = kind }) => only === kind))('$name', async ({ run: play }) => {
    const opened: pg.Client[] = [];
    const connect = async () => {
      const client = new pg.Client(db.pool.options);
      opened.push(client);
      await client.connect();
      return client;
    };
    try {
      await play(db, connect);
    } finally {
      await Promise.all(opened.map((client) => client.end()));
    }
  });
});

if (!databaseKinds.includes('postgres')) test.skip('the client on postgres: none was found on this machine', () => undefined);
