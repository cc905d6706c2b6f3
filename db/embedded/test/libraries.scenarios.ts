import { DataTypes, ForeignKeyConstraintError, UniqueConstraintError } from 'sequelize';
import { Logger, run } from 'graphile-worker';
import { expect } from 'vitest';
import type { Database } from '../../client.ts';
import type { Scenario } from './scenario.ts';

/** The client on either database: what Sequelize, graphile-worker and pgvector ask of it. */
export const librariesScenarios: Scenario[] = [
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
];
