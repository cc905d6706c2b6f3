import type pg from 'pg';
import { expect } from 'vitest';
import { failure } from './scenario.ts';
import type { Scenario } from './scenario.ts';

/** The client on either database: transactions, errors and named statements. */
export const sqlScenarios: Scenario[] = [
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
];
