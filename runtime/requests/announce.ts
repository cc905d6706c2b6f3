import { isObject } from '@parley/shared/expressions/fits';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import type { Announcement } from '@parley/shared/machine/callback';
import type { Parts } from '@parley/shared/expressions/types';
import type { EvaluatedHttpRequest, HttpRequest } from '@parley/shared/machine/httpRequest';
import { AuthorError } from '../lib/authorError.ts';
import type { RequestOrder, Requests } from './createRequests.ts';
import { pickValues, readAnswer } from './readAnswer.ts';

/** A request that tells another system where to call back. */
export type EvaluatedAnnouncement = Announcement<HttpRequest<Parts, JsonObject>>;

/** The other side was told and did not agree. */
export class AnnounceError extends AuthorError {
  override name = 'AnnounceError';
}

/** What telling it took and gave. */
export interface Announced {
  status: number;
  bytes: number;
  /** What the flow takes from the answer, by name. */
  values: Record<string, Json>;
}

/**
 * Tells another system the address to call back at, and takes what is wanted from its answer. Throws an `AnnounceError` when it did not
 * agree, a `PickError` when something wanted is not there, and what sending a request throws.
 */
export async function announce(requests: Requests, announcement: EvaluatedAnnouncement, address: string, order: RequestOrder): Promise<Announced> {
  const answer = await requests.send(withAddress(announcement, address), order);
  if (answer.status < 200 || answer.status >= 300) throw new AnnounceError(`The other system was told where to call back and answered ${answer.status}.`);
  return { status: answer.status, bytes: answer.body.length, values: pickValues(readAnswer(answer), announcement.request.picks) };
}

/** The request with the address in every place of its body that is meant for it. */
export function withAddress({ request, addressIn }: EvaluatedAnnouncement, address: string): EvaluatedHttpRequest {
  if (request.body?.as !== 'json') return request;
  return { ...request, body: { as: 'json', json: addressIn.reduce((json, path) => put(json, path, address), request.body.json) } };
}

function put(object: JsonObject, [key, ...rest]: readonly string[], value: Json): JsonObject {
  if (key === undefined) return object;
  const inside = object[key];
  return { ...object, [key]: rest.length === 0 ? value : put(isObject(inside) ? inside : {}, rest, value) };
}
