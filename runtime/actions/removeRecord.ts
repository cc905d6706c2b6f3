import { changeRecord as write } from '@parley/db/queries/records';
import type { Action } from '@parley/shared/machine/action';
import type { Performer } from './perform.ts';
import { recordResult } from './recordResult.ts';

/** Removes a record; the result holds it as it was. */
export const removeRecord: Performer<Extract<Action, { type: 'removeRecord' }>> = {
  class: 'keyed',
  async perform({ collection, key }, { pool, bot, contact, key: id, now }) {
    const { outcome, fields: kept } = await write(pool, { id, bot, collection, op: 'remove', key, fields: {}, contact, now });
    return recordResult(outcome, kept ? [{ key, fields: kept }] : []);
  },
};
