import type { FieldProblem } from '@parley/shared/api/common';
import express from 'express';
import type { Express, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type * as z from 'zod';
import type { App, LimitName } from './app.ts';
import { authenticate } from './middleware/authenticate.ts';
import { requestIdOf } from './middleware/requestId.ts';
import { passes } from './policy.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import type { Route } from './route.ts';

const usualBody = 102_400;

/** Puts every route on the server under its whole path: who asks, may they, is it well-formed, do it, answer. */
export function mountRoutes(server: Express, app: App, routes: readonly Route[]): void {
  const limiters = Object.fromEntries(Object.entries(app.limits).map(([name, perMinute]) => [name, limiter(perMinute, name !== 'api')]));
  const readers = new Map<number, RequestHandler>();
  const readerOf = (limit: number): RequestHandler => {
    const known = readers.get(limit) ?? express.json({ limit, strict: true, type: () => true });
    readers.set(limit, known);
    return known;
  };
  for (const route of routes) {
    const name: LimitName = route.limit ?? 'api';
    const limit = limiters[name];
    if (!limit) throw new Error(`Route ${route.id} counts on a rate limit "${name}" that does not exist.`);
    server[route.method](route.path, limit, admit(app, route), ...(route.body ? [readerOf(route.bodyLimit ?? usualBody)] : []), answer(app, route));
  }
}

function limiter(perMinute: number, guesses: boolean): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    // Against guessing only what was wrong counts: everybody of an office comes from one address, and at nine they all sign in.
    skipSuccessfulRequests: guesses,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // An address that cannot be read (a closed socket) counts as one. A stack trace at start reads the whole source map (0.2 s).
    validate: { xForwardedForHeader: false, forwardedHeader: false, trustProxy: false, ip: false, creationStack: false },
    handler: () => {
      throw new Refusal('tooMany', 'Too many requests from here. Wait a minute.');
    },
  });
}

/** Lets a request in before its body is read, so that nobody without the right can make the server read megabytes. */
function admit(app: App, route: Route): RequestHandler {
  return async (request, response, next) => {
    if (route.policy.who === 'anyone') {
      response.locals['caller'] = null;
      next();
      return;
    }
    const caller = await authenticate(app, request);
    if (!passes(route.policy, caller.access)) throw new Refusal('forbidden', `Your access (${caller.access}) does not include this.`);
    response.locals['caller'] = caller;
    next();
  };
}

function answer(app: App, route: Route): RequestHandler {
  return async (request, response) => {
    const params = route.params?.safeParse(request.params);
    // An id that cannot be one names nothing.
    if (params && !params.success) throw notFound('address');
    const query = parse(route.query, request.query, 'query');
    if (route.body && request.body === undefined) throw new Refusal('malformed', 'This address takes a JSON body.');
    const body = parse(route.body, request.body, '');
    const given = await route.handle(app, {
      params: params?.data, query, body, caller: response.locals['caller'], requestId: requestIdOf(response), request, response,
    });
    response.set('cache-control', 'no-store').status(route.reply.status);
    if ('text' in route.reply) response.type(route.reply.text).send(given);
    else if ('file' in route.reply) response.type(route.reply.file).send(given);
    else response.json(given);
  };
}

function parse(schema: z.ZodType | undefined, value: unknown, at: string): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal('malformed', 'Some fields cannot be used.', { fields: problemsOf(parsed.error, at) });
}

/** The mistakes zod found, by path. */
export function problemsOf(error: z.ZodError, at: string): FieldProblem[] {
  return error.issues.slice(0, 50).map((issue) => ({ path: [...(at ? [at] : []), ...issue.path.map(String)].join('.'), message: issue.message }));
}
