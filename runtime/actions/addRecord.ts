import { changeRecord as write } from '@parley/db/queries/records';
import type { Action } from '@parley/shared/machine/action';
import type { Performer } from './perform.ts';
import { recordResult } from './recordResult.ts';

/** Adds a record unless there is one with its key; two conversations at once get `added` and `exists`. */
export const addRecord: Performer<Extract<Action, { type: 'addRecord' }>> = {
  class: 'keyed',
  async perform({ collection, key, fields }, { pool, bot, contact, key: id, now }) {
    const { outcome, fields: kept } = await write(pool, { id, bot, collection, op: 'add', key, fields, contact, now });
    return recordResult(outcome, kept ? [{ key, fields: kept }] : []);
  },
};
