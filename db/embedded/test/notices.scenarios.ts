import { expect } from 'vitest';
import { heard, heardUntilEnd } from './scenario.ts';
import type { Scenario } from './scenario.ts';

/** The client on either database: LISTEN and NOTIFY. */
export const noticesScenarios: Scenario[] = [
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
];
