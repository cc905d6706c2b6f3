import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import express from 'express';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { FieldProblem } from '@parley/shared/api/common';
import type { Log } from '../lib/log.ts';
import { Refusal, statusOf } from '../lib/refusal.ts';
import type { Receipt } from './channel.ts';

/** The largest body a door reads: the longest text in the widest script, several times over. */
export const doorBytes = 262_144;

/** Reads a JSON body of any content type: systems send all kinds. */
export const readBody: RequestHandler = express.json({ limit: doorBytes, strict: false, type: () => true });

/** Counts requests by address; over the limit they are refused. */
export function limiter(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000, limit: perMinute, standardHeaders: 'draft-8', legacyHeaders: false,
    // An address that cannot be read (a closed socket) counts as one. A stack trace at start reads the whole source map (0.2 s).
    validate: { xForwardedForHeader: false, forwardedHeader: false, trustProxy: false, ip: false, creationStack: false },
    handler: () => {
      throw new Refusal('tooMany', 'Too many requests from here. Wait a minute.');
    },
  });
}

/** Refuses an unknown address as there is none, and slows down whoever tries many. */
export function unknownAddress(): (request: Request, response: Response) => Promise<never> {
  const slow = limiter(120);
  return (request, response) => new Promise((_resolve, reject) => {
    const refuse = (error?: unknown): void => reject(error instanceof Error ? error : new Refusal('notFound', 'There is no such address.'));
    Promise.resolve(slow(request, response, refuse)).catch(refuse);
  });
}

/** Why an event was not taken, as a refusal. */
export function refusedBy(why: Extract<Receipt, { ok: false }>['why']): Refusal {
  if (why === 'limited') return new Refusal('tooMany', 'Too many messages at once. Wait a moment.');
  if (why === 'unpublished') return new Refusal('conflict', 'The bot has no published version yet. Publish it first.');
  return new Refusal('unavailable', 'This server is stopping. Send it again in a moment.');
}

/** A channel that is paused takes nothing in. */
export const paused = (): Refusal => new Refusal('unavailable', 'This channel is paused. Send it again later.');

/** A body that cannot be an event, by path. */
export const malformed = (fields: FieldProblem[]): Refusal => new Refusal('malformed', 'Some fields cannot be used.', { fields });

/** Answers with JSON as it is: express's own `json` asks settings, types and caches first, half of what an answer costs. */
export function answerJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text);
}

/** A body that is no JSON. */
export const notJson = (): Refusal => new Refusal('malformed', 'The body is not JSON.');

/** A request that broke off, or whose body is not what its headers say. */
export const unreadable = (): Refusal => new Refusal('malformed', 'The request could not be read.');

/** A signal that ends when the client is gone. */
export function untilGone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    // An answered request ends too: nobody waits for its signal any more.
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

const readerErrors: Readonly<Record<string, () => Refusal>> = {
  'entity.parse.failed': notJson,
  'entity.too.large': () => new Refusal('tooLarge', `The body is larger than ${doorBytes / 1024} KB.`),
};

/** Tells what was refused in the API's shape; what nobody expected is logged and told without details. */
export function doorErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) next(error);
    else tellRefusal(log, response, error);
  };
}

/** The same for a door without a framework; an answer that has begun is broken off. */
export function tellRefusal(log: Log, response: ServerResponse, error: unknown): void {
  const requestId = randomUUID();
  const { code, message, fields } = asRefusal(error);
  if (code === 'failed') log.error({ err: error, requestId }, 'a door failed');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (code === 'unavailable') response.setHeader('retry-after', '2');
  response.setHeader('x-request-id', requestId);
  answerJson(response, statusOf[code], { error: { code, message, fields, requestId } });
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof URIError) return new Refusal('notFound', 'There is no such address.');
  const type = error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : '';
  const known = Object.hasOwn(readerErrors, type) ? readerErrors[type] : undefined;
  if (known) return known();
  if (error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500) return unreadable();
  return new Refusal('failed', 'Something went wrong here. Try it again.');
}
