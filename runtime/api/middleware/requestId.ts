import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Names a request; the name is in the answer's header, in errors and in the log. A client may bring its own. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  const id = given !== undefined && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : randomUUID();
  response.locals['requestId'] = id;
  response.set('x-request-id', id);
  next();
};

/** The name given by `requestId`. */
export function requestIdOf(response: { locals: Record<string, unknown> }): string {
  const id = response.locals['requestId'];
  return typeof id === 'string' ? id : '';
}
