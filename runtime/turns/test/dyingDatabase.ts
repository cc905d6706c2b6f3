import type { Database } from '@parley/db/client';

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
  /** What queries, until the process is dead. */
  const mortal = <Target extends object>(target: Target & { query: unknown }): Target => {
    const { query } = target;
    if (typeof query !== 'function') throw new Error('Expected something to query, got none.');
    const asked = async (...given: unknown[]): Promise<unknown> => {
      if (dead) throw new Error('This process is dead.');
      const [asks] = given;
      const hit = typeof asks === 'object' && asks !== null && 'name' in asks && asks.name === call && (seen += 1) === nth;
      if (hit && when === 'before') {
        dead = true;
        throw new Error('This process is dead.');
      }
      const result: unknown = await Reflect.apply(query, target, given);
      if (hit) {
        dead = true;
        throw new Error('This process is dead.');
      }
      return result;
    };
    return new Proxy(target, { get: (from, name) => (name === 'query' ? asked : Reflect.get(from, name)) });
  };
  const pool = mortal(db.lanes);
  const pipe = mortal(db.pipe);
  return { db: { ...db, pool, lanes: pool, pipe, lanePipe: pipe }, dead: () => dead };
}
