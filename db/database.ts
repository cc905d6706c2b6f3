import type { Pool } from 'pg';
import type { Sequelize, Transaction } from 'sequelize';
import type { LaneRunner } from './lanePipe.ts';

/** One open database, whichever kind stands behind it. */
export interface Database {
  kind: 'embedded' | 'postgres';
  /** For models. */
  sequelize: Sequelize;
  /** For everything that is not a model and not a hot table. */
  pool: Pool;
  /** For reading the hot tables; the same pool unless they live elsewhere. */
  lanes: Pool;
  /** For the functions over one lane (db/lanes.ts): many at a time over few connections. */
  pipe: LaneRunner;
  /** Runs `fn` in one transaction, with nothing but SQL inside; any other client asked for inside it throws. */
  transaction<Result>(fn: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Ends every connection; the embedded database is closed and its directory free. */
  close(): Promise<void>;
}
