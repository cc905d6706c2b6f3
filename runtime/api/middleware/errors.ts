import type { ApiError, ErrorCode } from '@parley/shared/api/common';
import type { ErrorRequestHandler } from 'express';
import type { Log } from '../../lib/log.ts';
import { Refusal, statusOf } from '../../lib/refusal.ts';
import { requestIdOf } from './requestId.ts';

/** What the body reader of express says, by its `type`. */
const readerErrors: Readonly<Record<string, [ErrorCode, string]>> = {
  'entity.parse.failed': ['malformed', 'The body is not JSON.'],
  'entity.too.large': ['tooLarge', 'The body is larger than this address takes.'],
  'encoding.unsupported': ['malformed', 'The body’s encoding is not supported.'],
  'charset.unsupported': ['malformed', 'The body must be UTF-8.'],
  'entity.verify.failed': ['malformed', 'The body could not be checked.'],
  'request.aborted': ['malformed', 'The request ended before its body did.'],
  'request.size.invalid': ['malformed', 'The body is not as long as its header says.'],
};

/** Turns whatever was thrown into the API's error shape; what nobody expected is logged and told as 500 without details. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const id = requestIdOf(response);
    const refusal = asRefusal(error);
    if (refusal.code === 'failed') log.error({ err: error, requestId: id }, 'a request failed');
    const body: ApiError = { error: { code: refusal.code, message: refusal.message, fields: refusal.fields, requestId: id } };
    response.status(statusOf[refusal.code]).json({ ...body, ...refusal.beside });
  };
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof URIError) return new Refusal('malformed', 'The address is not well-formed.');
  if (error instanceof Error && 'type' in error && typeof error.type === 'string') {
    const known = readerErrors[error.type];
    if (known) return new Refusal(known[0], known[1]);
  }
  if (error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500) {
    return new Refusal('malformed', 'The request could not be read.');
  }
  if (isUnkeepable(error)) return new Refusal('malformed', 'A text holds the character 0 or half a character, which cannot be kept.');
  return new Refusal('failed', 'Something went wrong here. Give the request id to whoever runs this installation.');
}

/** What PostgreSQL says to texts that JSON can hold and it cannot: untranslatable, not in the encoding, no JSON of its own. */
const unkeepable: ReadonlySet<unknown> = new Set(['22P05', '22021']);

function isUnkeepable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // The models wrap the driver's error.
  const said: unknown = 'original' in error ? error.original : error;
  if (!(said instanceof Error) || !('code' in said)) return false;
  return unkeepable.has(said.code) || (said.code === '22P02' && /type json/.test(said.message));
}
