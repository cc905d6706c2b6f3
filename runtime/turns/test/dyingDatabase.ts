import type { Database } from '@parley/db/client';
import type { Pool } from 'pg';

/** Where a process dies: at the `nth` call (from 1) of a lane function, before it is sent or after it was carried out. */
export interface Death {
  call: string;
  when: 'before' | 'after';
  nth?: number;
}

/** The database as a process sees it that is killed at one point: from then on nothing it sends arrives. */
export function dyingDatabase(db: Database, { call, when, nth = 1 }: Death): { db: Database; dead: () => boolean } {
  let dead = false;
  let seen = 0;
  const query = async (given: unknown, values?: unknown[]): Promise<unknown> => {
    if (dead) throw new Error('This process is dead.');
    const hit = typeof given === 'object' && given !== null && 'name' in given && given.name === call && (seen += 1) === nth;
    if (hit && when === 'before') {
      dead = true;
      throw new Error('This process is dead.');
    }
    const result: unknown = await Reflect.apply(db.lanes.query, db.lanes, values ? [given, values] : [given]);
    if (hit) {
      dead = true;
      throw new Error('This process is dead.');
    }
    return result;
  };
  const pool = new Proxy(db.lanes, { get: (target, name) => (name === 'query' ? query : Reflect.get(target, name)) }) as Pool;
  return { db: { ...db, pool, lanes: pool }, dead: () => dead };
}
