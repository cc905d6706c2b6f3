import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { Sequelize, Transaction } from 'sequelize';

/** The transaction the running code is inside of, until it has ended. */
interface Inside {
  open: boolean;
}

const inside = new AsyncLocalStorage<Inside>();

/** Transactions that run now. While there are none nothing follows promises: in a busy process that costs a tenth of its time. */
let running = 0;

/** Throws inside `transaction(fn)`: a second client waits for the first one's locks, and on a single backend for ever. */
export function refuseInsideTransaction(): void {
  if (!inside.getStore()?.open) return;
  throw new Error('A second database client was asked for inside transaction(fn). Pass { transaction } to every query inside it, and do what needs no transaction before or after.');
}

/** Guards every way a Sequelize takes a client for a query that names no transaction. */
export function guardSequelize(sequelize: Sequelize): void {
  sequelize.addHook('beforePoolAcquire', refuseInsideTransaction);
}

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void;

/** A `pg.Pool` that refuses to hand out clients inside `transaction(fn)`. */
export class GuardedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    try {
      refuseInsideTransaction();
    } catch (error) {
      if (!callback) return Promise.reject(error);
      callback(error instanceof Error ? error : new Error(String(error)), undefined, () => undefined);
      return;
    }
    return callback ? super.connect(callback) : super.connect();
  }
}

/**
 * Runs `fn` in one transaction: committed when it resolves, rolled back when it throws. Only SQL belongs inside, all of it with the
 * transaction it is given; another client throws. Transactions do not nest.
 */
export async function runTransaction<Result>(sequelize: Sequelize, fn: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  refuseInsideTransaction();
  return sequelize.transaction(async (transaction) => {
    const state: Inside = { open: true };
    running += 1;
    try {
      return await inside.run(state, () => fn(transaction));
    } finally {
      state.open = false;
      running -= 1;
      if (running === 0) inside.disable();
    }
  });
}
