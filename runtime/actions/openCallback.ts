import type { Json } from '@parley/shared/lib/json';
import type { Action } from '@parley/shared/machine/action';
import type { OpenedCallback } from '@parley/shared/machine/callback';
import { AuthorError } from '../lib/authorError.ts';
import { mustOwnFiles } from '../lib/media/foreignFiles.ts';
import { isDoubtful } from '../lib/publicFetchErrors.ts';
import { announce } from '../requests/announce.ts';
import type { EvaluatedAnnouncement } from '../requests/announce.ts';
import { mayRepeat } from '../requests/createRequests.ts';
import { EffectError } from './perform.ts';
import type { EffectTools, Performer } from './perform.ts';

/** Makes an address that can be called back once, and tells it to the other side. It answers the wait that follows this effect's own. */
export const openCallback: Performer<Extract<Action, { type: 'openCallback' }>> = {
  class: ({ announce: told }) => (!told || mayRepeat(told.request) ? 'keyed' : 'unsafe'),
  async perform({ contract, inputs, expiresAt, wait, announce: told }, tools) {
    const { callbacks, bot, contact, language, key, lane, session, now } = tools;
    if (expiresAt === null) throw new EffectError('The callback has no time limit, so its address would be good for ever.');
    const url = await callbacks.open({ key, bot, contact, language, lane, session, wait: wait + 1, contract, inputs, now, expiresAt: new Date(expiresAt) });
    return resultOf({ url, values: told ? await tell(told, url, tools) : {} });
  },
};

const resultOf = ({ url, values }: OpenedCallback): Json => ({ url, values });

/** Tells the other side; what certainly did not happen is a failure of the effect, what may have happened is not known. */
async function tell(announcement: EvaluatedAnnouncement, url: string, { requests, pool, bot, lane, key, signal }: EffectTools): Promise<Record<string, Json>> {
  try {
    const { values } = await announce(requests, announcement, url, { bot, key, signal });
    await mustOwnFiles(pool, { picks: announcement.request.picks, values }, { bot, lane });
    return values;
  } catch (error) {
    if (!(error instanceof AuthorError) || (isDoubtful(error) && !mayRepeat(announcement.request))) throw error;
    throw new EffectError(error.message);
  }
}
