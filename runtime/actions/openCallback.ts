import type { Json } from '@parley/shared/lib/json';
import type { Action } from '@parley/shared/machine/action';
import type { OpenedCallback } from '@parley/shared/machine/callback';
import { EffectError } from './perform.ts';
import type { Performer } from './perform.ts';

/** Makes an address that can be called back once. It answers the wait that follows this effect's own. */
export const openCallback: Performer<Extract<Action, { type: 'openCallback' }>> = {
  class: 'keyed',
  async perform({ contract, inputs, expiresAt, wait }, { callbacks, bot, contact, key, lane, session, now }) {
    if (expiresAt === null) throw new EffectError('The callback has no time limit, so its address would be good for ever.');
    const url = await callbacks.open({ key, bot, contact, lane, session, wait: wait + 1, contract, inputs, now, expiresAt: new Date(expiresAt) });
    return resultOf({ url });
  },
};

const resultOf = ({ url }: OpenedCallback): Json => ({ url });
