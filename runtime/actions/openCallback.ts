import type { Json, JsonObject } from '@parley/shared/lib/json';
import { isObject } from '@parley/shared/expressions/fits';
import type { Action } from '@parley/shared/machine/action';
import type { EvaluatedOpenCallback, OpenedCallback } from '@parley/shared/machine/callback';
import { PublicFetchError } from '../lib/publicFetchErrors.ts';
import { mayRepeat } from '../requests/createRequests.ts';
import { CredentialError } from '../requests/openCredential.ts';
import { PickError, pickValues, readAnswer } from '../requests/readAnswer.ts';
import { EffectError } from './perform.ts';
import type { EffectTools, Performer } from './perform.ts';

type Announce = NonNullable<EvaluatedOpenCallback['announce']>;

/** Makes an address that can be called back once, and tells it to the other side. It answers the wait that follows this effect's own. */
export const openCallback: Performer<Extract<Action, { type: 'openCallback' }>> = {
  class: ({ announce }) => (!announce || mayRepeat(announce.request) ? 'keyed' : 'unsafe'),
  async perform({ contract, inputs, expiresAt, wait, announce }, tools) {
    const { callbacks, bot, contact, key, lane, session, now } = tools;
    if (expiresAt === null) throw new EffectError('The callback has no time limit, so its address would be good for ever.');
    const url = await callbacks.open({ key, bot, contact, lane, session, wait: wait + 1, contract, inputs, now, expiresAt: new Date(expiresAt) });
    return resultOf({ url, values: announce ? await tell(announce, url, tools) : {} });
  },
};

const resultOf = ({ url, values }: OpenedCallback): Json => ({ url, values });

/** Asks the other side with the address in the body, and takes what is wanted from its answer. */
async function tell({ request, addressIn }: Announce, url: string, { requests, bot, key, signal }: EffectTools): Promise<Record<string, Json>> {
  const body = request.body?.as === 'json' ? { ...request.body, json: addressIn.reduce((json, path) => withValue(json, path, url), request.body.json) } : request.body;
  try {
    const answer = await requests.send({ ...request, ...(body && { body }) }, { bot, key, signal });
    if (answer.status < 200 || answer.status >= 300) throw new EffectError(`The other system was told where to call back and answered ${answer.status}.`);
    return pickValues(readAnswer(answer), request.picks);
  } catch (error) {
    if (error instanceof CredentialError || error instanceof PickError) throw new EffectError(error.message);
    if (!(error instanceof PublicFetchError) || (error.fault.doubt && !mayRepeat(request))) throw error;
    throw new EffectError(error.message);
  }
}

function withValue(object: JsonObject, [key, ...rest]: readonly string[], value: Json): JsonObject {
  if (key === undefined) return object;
  const inside = object[key];
  return { ...object, [key]: rest.length === 0 ? value : withValue(isObject(inside) ? inside : {}, rest, value) };
}
