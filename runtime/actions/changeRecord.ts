import { changeRecord as write } from '@parley/db/queries/records';
import type { Action } from '@parley/shared/machine/action';
import type { Performer } from './perform.ts';
import { recordResult } from './recordResult.ts';

/** Changes fields of a record; the others stay as they are. */
export const changeRecord: Performer<Extract<Action, { type: 'changeRecord' }>> = {
  class: 'keyed',
  async perform({ collection, key, fields }, { pool, bot, contact, key: id, now }) {
    const { outcome, fields: kept } = await write(pool, { id, bot, collection, op: 'change', key, fields, contact, now });
    return recordResult(outcome, kept ? [{ key, fields: kept }] : []);
  },
};
