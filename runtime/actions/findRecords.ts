import { findRecords as find } from '@parley/db/queries/records';
import type { Action } from '@parley/shared/machine/action';
import type { Performer } from './perform.ts';
import { recordResult } from './recordResult.ts';

/** Looks up records of the bot whose fields equal the given ones, by key. */
export const findRecords: Performer<Extract<Action, { type: 'findRecords' }>> = {
  class: 'read',
  async perform({ collection, where, limit }, { pool, bot }) {
    const found = await find(pool, { bot, collection, where, limit });
    return recordResult(found.length > 0 ? 'found' : 'none', found);
  },
};
