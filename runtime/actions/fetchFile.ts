import type { Action } from '@parley/shared/machine/action';
import { mediaOf } from '../lib/media/mediaOf.ts';
import { Refusal } from '../lib/refusal.ts';
import { EffectError } from './perform.ts';
import type { Performer } from './perform.ts';

/** Fetches a file to send from an address that a flow holds, through the guard of everything authors ask for. Fetched again it is another copy, which goes with the conversation. */
export const fetchFile: Performer<Extract<Action, { type: 'fetchFile' }>> = {
  class: 'read',
  tells: ({ url }) => `GET ${URL.canParse(url) ? new URL(url).host : ''}`.trim(),
  async perform({ url }, { fetchMedia, bot, lane, signal }) {
    try {
      return { ...mediaOf(await fetchMedia({ url }, { bot, lane }, signal)) };
    } catch (error) {
      throw error instanceof Refusal ? new EffectError(error.message) : error;
    }
  },
};
