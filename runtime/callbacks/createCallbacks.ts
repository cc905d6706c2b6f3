import { keepCallback } from '@parley/db/queries/callbackReferences';
import type { EvaluatedOpenCallback } from '@parley/shared/machine/callback';
import type { Context } from '../lib/context.ts';
import { laneId } from '../lib/laneId.ts';
import { callbackAddress } from './reference.ts';

/** Whose callback it is, and what answering it goes on with. */
export interface CallbackOrder extends Omit<EvaluatedOpenCallback, 'expiresAt'> {
  /** Names the effect: the same address for every attempt. */
  key: string;
  bot: string;
  contact: string | null;
  /** The one the contact reads. */
  language: string | null;
  lane: string;
  session: number;
  wait: number;
  now: Date;
  expiresAt: Date;
}

/** Makes the addresses at which conversations are called back. */
export interface Callbacks {
  /** Gives the address; asked again with the same key it gives the same one. */
  open(order: CallbackOrder): Promise<string>;
}

/** Addresses of this installation, kept with what they answer. */
export function createCallbacks({ db, env, keys }: Pick<Context, 'db' | 'env' | 'keys'>): Callbacks {
  return {
    async open({ key, now, ...order }) {
      const id = laneId(order.bot, `callback:${key}`);
      await keepCallback(db.pool, { ...order, id, madeAt: now });
      return callbackAddress({ env, keys }, id);
    },
  };
}
