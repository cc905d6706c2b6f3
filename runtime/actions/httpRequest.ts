import { redactedText } from '@parley/shared/expressions/encodeParts';
import type { Json } from '@parley/shared/lib/json';
import type { Action } from '@parley/shared/machine/action';
import type { HttpResult } from '@parley/shared/machine/httpRequest';
import { AuthorError } from '../lib/authorError.ts';
import { mustOwnFiles } from '../lib/media/foreignFiles.ts';
import { isDoubtful, PublicFetchError } from '../lib/publicFetchErrors.ts';
import { mayRepeat } from '../requests/createRequests.ts';
import { outcomeOf, pickValues, readAnswer } from '../requests/readAnswer.ts';
import { EffectError } from './perform.ts';
import type { Performer } from './perform.ts';

/** Asks another system. A request that must not be repeated and got no answer has an unknown outcome. */
export const httpRequest: Performer<Extract<Action, { type: 'httpRequest' }>> = {
  class: ({ method, repeatable, keyHeader }) => (method === 'GET' || method === 'HEAD' ? 'read' : mayRepeat({ repeatable, keyHeader }) ? 'keyed' : 'unsafe'),
  tells: ({ method, url }) => `${method} ${redactedText(url)}`,
  async perform(action, { requests, pool, bot, lane, key, signal }) {
    try {
      const answer = await requests.send(action, { bot, key, signal });
      const outcome = outcomeOf(answer.status, action);
      const values = outcome === 'ok' ? pickValues(readAnswer(answer), action.picks) : {};
      await mustOwnFiles(pool, { picks: action.picks, values }, { bot, lane });
      return resultOf({ outcome, status: answer.status, values });
    } catch (error) {
      if (!(error instanceof AuthorError) || (isDoubtful(error) && !mayRepeat(action))) throw error;
      if (error instanceof PublicFetchError && error.code === 'timedOut') return resultOf({ outcome: 'timeout', status: 0, values: {} });
      throw new EffectError(error.message);
    }
  },
};

const resultOf = ({ outcome, status, values }: HttpResult): Json => ({ outcome, status, values });
