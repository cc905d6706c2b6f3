import type { Database } from '@parley/db/client';
import type { Access } from '@parley/shared/api/access';
import { accessLevels } from '@parley/shared/api/access';
import { afterAll } from 'vitest';
import type { OpenApiDocument } from '../api/openapi.ts';
import type { Context } from '../lib/context.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { makeAccessToken } from '../people/accessTokens.ts';
import { beginFamily } from '../people/refreshTokens.ts';
import { startServices } from '../services/index.ts';
import type { Web, WebOptions } from '../services/web.ts';
import type { Turns } from '../turns/createTurns.ts';
import { testContext } from './testContext.ts';
import { createValidator } from './validator.ts';
import type { Validator } from './validator.ts';

/** One answer of the server. JSON is parsed; anything else is text. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** How a request is made. */
export interface Ask {
  body?: unknown;
  /** Whose access token it carries; none unless said. */
  as?: Access | undefined;
  token?: string | undefined;
  headers?: Record<string, string>;
  /** Sent as it is, instead of `body`. */
  raw?: string | Uint8Array;
}

/** A web service on a port of its own, with one account per access level; every answer is held against the OpenAPI document. */
export interface TestApi {
  url: string;
  web: Web;
  context: Context;
  turns: Turns;
  accounts: Record<Access, { id: string; token: string; family: string }>;
  ask(method: string, path: string, how?: Ask): Promise<Answer>;
  /** Asks as the owner and fails unless the answer is good; gives its body, to be parsed by the caller. */
  good(method: string, path: string, body?: unknown): Promise<unknown>;
}

/** Starts the API and the channels' doors on a test's own database; they are stopped after the file's tests. */
export async function testApi(db: Database, options: WebOptions & { context?: Partial<Context>; people?: boolean } = {}): Promise<TestApi> {
  const context = await testContext(db, options.context);
  const { web, turns, port, stop } = await startServices(context, { limits: { api: 1_000_000, signIn: 1_000_000, refresh: 1_000_000 }, ...options });
  afterAll(() => stop(1_000));
  if (!web) throw new Error('The test’s services have no web.');
  const url = `http://127.0.0.1:${port}`;
  const validator = validatorOf(web.document);
  const accounts = options.people === false ? emptyAccounts() : await addAccounts(context);

  const ask: TestApi['ask'] = async (method, path, { body, as, token, headers = {}, raw } = {}) => {
    const bearer = token ?? (as ? accounts[as].token : undefined);
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...headers },
      ...(payload === undefined ? {} : { body: payload }),
    });
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const text = await response.text();
    const parsed: unknown = type === 'application/json' ? JSON.parse(text) : text;
    if (web.document.paths[path.split('?')[0] ?? ''] !== undefined || path.startsWith('/api/v1/') || path.startsWith('/channels/')) {
      validator.check({ method, path: path.split('?')[0] ?? path, status: response.status, type, body: parsed });
    }
    return { status: response.status, body: parsed, headers: response.headers };
  };
  return {
    url, web, context, turns, accounts, ask,
    good: async (method, path, body) => {
      const answer = await ask(method, path, { as: 'owner', body });
      if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
}

function emptyAccounts(): TestApi['accounts'] {
  const nobody = { id: '', token: '', family: '' };
  return { owner: nobody, admin: nobody, editor: nobody, analyst: nobody, agent: nobody, member: nobody };
}

/** Its schemas are compiled once for all files of a worker, which share a document. */
const validators = new WeakMap<OpenApiDocument, Validator>();

function validatorOf(document: OpenApiDocument): Validator {
  const known = validators.get(document) ?? createValidator(document);
  validators.set(document, known);
  return known;
}

/** One signed-in account per access level, without the cost of a password each. */
async function addAccounts(context: Context): Promise<TestApi['accounts']> {
  const accounts = emptyAccounts();
  for (const access of accessLevels) {
    const id = uuid7(context.clock);
    await context.models.Account.create({ id, email: `${access}@example.org`, name: `${access} person`, access, madeAt: context.clock.now() });
    const { family } = await beginFamily(context, id);
    accounts[access] = { id, family, token: await makeAccessToken(context, { account: id, family }) };
  }
  return accounts;
}
