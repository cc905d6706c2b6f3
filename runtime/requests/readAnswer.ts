import { describe } from '@parley/shared/expressions/describe';
import { fits } from '@parley/shared/expressions/fits';
import { zeroOf } from '@parley/shared/expressions/zeroOf';
import type { Json } from '@parley/shared/lib/json';
import type { EvaluatedHttpRequest, HttpPick, JsonSteps } from '@parley/shared/machine/httpRequest';
import { AuthorError } from '../lib/authorError.ts';
import type { PublicAnswer } from '../lib/publicFetch.ts';

/** A body as a value: what it says as JSON, else its text. */
export function readAnswer({ headers, body }: Pick<PublicAnswer, 'headers' | 'body'>): { isJson: boolean; value: Json } {
  const type = headers['content-type'] ?? '';
  const text = textOf(body, /charset="?([\w-]+)/i.exec(type)?.[1]);
  if (!/json/i.test(type) && !/^\s*[[{]/.test(text)) return { isJson: false, value: text };
  try {
    return { isJson: true, value: JSON.parse(text) as Json };
  } catch {
    return { isJson: false, value: text };
  }
}

/** The way out that an answer takes: the node's own for its status, else the usual one. */
export function outcomeOf(status: number, { ranges }: Pick<EvaluatedHttpRequest, 'ranges'>): string {
  const own = ranges.find(({ from, to }) => status >= from && status <= to);
  if (own) return own.exit;
  if (status >= 200 && status < 300) return 'ok';
  return status >= 500 ? 'serverError' : 'clientError';
}

/** What could not be taken from an answer. */
export class PickError extends AuthorError {
  override name = 'PickError';
}

/** Takes the values a flow asked for; throws a `PickError` for the first that is missing or of another type. */
export function pickValues(answer: { isJson: boolean; value: Json }, picks: readonly HttpPick[]): Record<string, Json> {
  return Object.fromEntries(picks.map((pick) => [pick.as, pickValue(answer, pick)]));
}

function pickValue({ isJson, value }: { isJson: boolean; value: Json }, { path, type, optional }: HttpPick): Json {
  if (!isJson && path.length > 0) throw new PickError(`The answer is not JSON, so there is nothing at ${shown(path)}.`);
  const found = at(value, path);
  if (found === undefined || found === null) {
    if (optional) return zeroOf(type);
    throw new PickError(`The answer has nothing at ${shown(path)}.`);
  }
  // Numbers and yes/no are texts to whoever reads them.
  const given = type.kind === 'text' && (typeof found === 'number' || typeof found === 'boolean') ? String(found) : found;
  if (!fits(type, given)) throw new PickError(`The answer has no ${describe(type).replace(/^an? /, '')} at ${shown(path)}${typeof given === 'string' && type.kind === 'text' ? ': it is too long' : ''}.`);
  return given;
}

function at(value: Json, path: JsonSteps): Json | undefined {
  let here: Json | undefined = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    if (Array.isArray(here)) here = typeof step === 'number' ? here[step] : undefined;
    else here = Object.hasOwn(here, step) ? here[step] : undefined;
  }
  return here;
}

const shown = (path: JsonSteps): string => (path.length === 0 ? 'its root' : `“${path.join(' › ')}”`);

function textOf(body: Buffer, charset: string | undefined): string {
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
