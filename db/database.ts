import type { Pool } from 'pg';
import type { Sequelize, Transaction } from 'sequelize';
import type { PipeRunner } from './pipe.ts';

/** One open database, whichever kind stands behind it. */
export interface Database {
  kind: 'embedded' | 'postgres';
  /** For models. */
  sequelize: Sequelize;
  /** For everything that is not a model and not a hot table. */
  pool: Pool;
  /** For reading the hot tables; the same pool unless they live elsewhere. */
  lanes: Pool;
  /** For a turn's own single statements elsewhere: many at a time over few connections. None of them may wait for a lock. */
  pipe: PipeRunner;
  /** For the functions over one lane (db/lanes.ts); the same pipe unless the hot tables live elsewhere. */
  lanePipe: PipeRunner;
  /** Runs `fn` in one transaction, with nothing but SQL inside; any other client asked for inside it throws. */
  transaction<Result>(fn: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Ends every connection; the embedded database is closed and its directory free. */
  close(): Promise<void>;
}
