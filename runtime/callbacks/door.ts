import express from 'express';
import type { ErrorRequestHandler, Request, RequestHandler, Response, Router } from 'express';
import * as z from 'zod';
import { own } from '@parley/shared/expressions/fits';
import type { JsonObject } from '@parley/shared/lib/json';
import type { CallbackCode } from '@parley/shared/machine/callback';
import { answerJson, doorBytes, doorErrors, limiter, unknownAddress } from '../channels/doorChain.ts';
import type { Context } from '../lib/context.ts';
import { Refusal, statusOf } from '../lib/refusal.ts';
import { protect } from '../services/contentSecurity.ts';
import type { Turns } from '../turns/createTurns.ts';
import { CallbackOver, answerCallback, languageOf, openCallbackOf } from './answerCallback.ts';
import { confirmPage, saidPage } from './confirmPage.data.ts';
import { confirmTexts } from './confirmTexts.data.ts';
import { readReference } from './reference.ts';

/** What a system sends to `POST /callbacks/<reference>`. */
export const callbackBodySchema = z.strictObject({
  code: z.string().min(1).max(100),
  values: z.record(z.string().max(40), z.json()).default({}),
}).meta({ id: 'CallbackBody' });

/**
 * Mounts `/callbacks/<reference>`. `GET` tells what is awaited and changes nothing: a page with one button for a person, JSON for a
 * system. `POST` answers it, once. 404 for what we never made, 410 for what is over.
 */
export function mountCallbackDoor(router: Router, context: Pick<Context, 'clock' | 'db' | 'env' | 'keys' | 'log'>, turns: Pick<Turns, 'control'>): void {
  const unknown = unknownAddress();

  // The signature is looked at before anything is read or asked of the database.
  const known: RequestHandler = async (request, response, next) => {
    const id = readReference(context.keys, String(request.params['reference']));
    if (id === undefined) return unknown(request, response);
    response.locals['callback'] = id;
    next();
  };
  router.use('/callbacks', protect('form', context.env), (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });

  router.get('/callbacks/:reference', known, limiter(300), async (request, response) => {
    const found = await openCallbackOf(context, String(response.locals['callback']));
    const { contract: { codes, outputs }, inputs, expiresAt, botName } = found;
    const language = languageOf(found) ?? readable(request);
    const wanted = codes.find(({ code }) => code === request.query['code']) ?? codes[0];
    if (!isPerson(request)) return answerJson(response, 200, { inputs, codes: codes.map(({ code, label }) => ({ code, label })), outputs, expiresAt: expiresAt.toISOString() });
    const needs = outputs.filter(({ required }) => required && wanted === codes[0]);
    if (!wanted || needs.length > 0) return page(response, 200, saidPage({ bot: botName, says: 'nothingToDo', language }));
    page(response, 200, confirmPage({ bot: botName, language, code: wanted.code, label: labelIn(wanted, language) }));
  });

  router.post('/callbacks/:reference', known, limiter(300), express.raw({ type: () => true, limit: doorBytes }), async (request, response) => {
    const { code, values } = bodyOf(request);
    const found = await answerCallback(context, turns, { id: String(response.locals['callback']), code, values });
    if (isPerson(request)) page(response, 200, saidPage({ bot: found.botName, says: 'thanks', language: languageOf(found) ?? readable(request) }));
    else answerJson(response, 200, { status: 'taken' });
  });

  router.use('/callbacks', answerPeople, doorErrors(context.log));
}

/** What the author calls a code in this language, in their first one where it was not translated. A code alone is a word between programs: the page has its own. */
function labelIn({ code, label, labels = {} }: CallbackCode, language: string): string {
  const base = language.split('-')[0] ?? language;
  return own(labels, language) ?? own(labels, base) ?? (label === code ? '' : label);
}

/** A browser says what it likes to read; a system takes anything, or asks for JSON. */
function isPerson(request: Request): boolean {
  return request.accepts(['json', 'html']) === 'html';
}

/** What a browser asks for, where the contact's language is not known. */
function readable(request: Request): string {
  return request.acceptsLanguages(Object.keys(confirmTexts)) || 'en';
}

function bodyOf(request: Request): { code: string; values: JsonObject } {
  const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
  const parsed = callbackBodySchema.safeParse(request.is('application/x-www-form-urlencoded') ? { code: new URLSearchParams(text).get('code') ?? '' } : jsonIn(text));
  if (parsed.success) return parsed.data;
  throw new Refusal('malformed', 'Some fields cannot be used.', { fields: parsed.error.issues.slice(0, 50).map(({ path, message }) => ({ path: path.map(String).join('.'), message })) });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('malformed', 'The body is not JSON.');
  }
}

function page(response: Response, status: number, html: string): void {
  response.status(status).type('html').send(html);
}

/** What is refused, as people read it. */
const answerPeople: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (!(error instanceof Refusal) || response.headersSent || !isPerson(request)) {
    next(error);
    return;
  }
  const over = error instanceof CallbackOver ? error : undefined;
  page(response, statusOf[error.code], saidPage({ title: over ? 'over' : 'failed', says: over?.why ?? 'unusable', language: over?.language ?? readable(request) }));
};
