import type { sentRequestSchema } from '@parley/shared/api/requests';
import type { Parts } from '@parley/shared/expressions/types';
import type { EvaluatedHttpRequest, Named } from '@parley/shared/machine/httpRequest';
import type * as z from 'zod';

type Sent = z.output<typeof sentRequestSchema>;

/** A request that somebody tries out as the engine would give it out: asked once, and nothing is taken from its answer. */
export function requestOf({ url, query, headers, body, credential, method, timeoutMs, maxBytes }: Sent): EvaluatedHttpRequest {
  return {
    method, timeoutMs, maxBytes, ...(credential !== undefined && { credential }), url: partsOf(url), query: namedOf(query), headers: namedOf(headers), ...(body && { body: bodyOf(body) }),
    attempts: 1, repeatable: false, ranges: [], picks: [],
  };
}

/** Zod keeps a flag that is left out as undefined; the core leaves it out. */
function partsOf(parts: Sent['url']): Parts {
  return parts.map((part) => (typeof part === 'string' ? part : { value: part.value, name: part.name, ...(part.personal && { personal: true }) }));
}

const namedOf = (list: Sent['query']): Named<Parts>[] => list.map(({ name, value }) => ({ name, value: partsOf(value) }));

function bodyOf(body: NonNullable<Sent['body']>) {
  switch (body.as) {
    case 'json': return body;
    case 'form': return { as: body.as, fields: namedOf(body.fields) };
    case 'text': return { as: body.as, mime: body.mime, text: partsOf(body.text) };
  }
}
