import { encodeBody, encodeHeader, encodeUrl, plainText } from '@parley/shared/expressions/encodeParts';
import type { EvaluatedHttpRequest } from '@parley/shared/machine/httpRequest';
import { PublicFetchError } from '../lib/publicFetchErrors.ts';
import type { Addressed } from './openCredential.ts';

/** A request in the words of HTTP. Header names are in lower case. */
export interface EncodedRequest extends Addressed {
  method: string;
  body: string | undefined;
}

/** Encodes a request, each part for its place. Throws a `PublicFetchError` when an address or a header cannot be made of it. */
export function encodeRequest({ method, url: parts, query, headers: named, body }: EvaluatedHttpRequest): EncodedRequest {
  const text = encodeUrl(parts);
  if (text === undefined || !URL.canParse(text)) throw new PublicFetchError('badAddress');
  const url = new URL(text);
  for (const { name, value } of query) url.searchParams.append(name, plainText(value));
  const headers = named.map(({ name, value }): [string, string] => {
    const encoded = encodeHeader(value);
    if (encoded === undefined) throw new PublicFetchError('badHeader');
    return [name.toLowerCase(), encoded];
  });
  const encoded = body && encodedBody(body);
  return { method, url, headers: Object.fromEntries([...(encoded ? [['content-type', encoded.mime] as const] : []), ...headers]), body: encoded?.body };
}

function encodedBody(body: NonNullable<EvaluatedHttpRequest['body']>): { mime: string; body: string } {
  switch (body.as) {
    case 'json': return { mime: 'application/json', body: JSON.stringify(body.json) };
    case 'form': return { mime: 'application/x-www-form-urlencoded', body: new URLSearchParams(body.fields.map(({ name, value }): [string, string] => [name, plainText(value)])).toString() };
    case 'text': return { mime: body.mime, body: encodeBody(body.text, body.mime) };
  }
}
