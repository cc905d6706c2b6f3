import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { serialize } from 'pg-protocol';
import { expect } from 'vitest';
import { openRawWire } from './rawWire.ts';
import { cut, failure } from './scenario.ts';
import type { Scenario } from './scenario.ts';

/** The client on either database: sizes, lost clients, the protocol itself. */
export const wireScenarios: Scenario[] = [
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
