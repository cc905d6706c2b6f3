import type { Access } from '@parley/shared/api/access';
import type { Request, Response } from 'express';
import type * as z from 'zod';
import type { App, LimitName } from './app.ts';
import type { Policy } from './policy.ts';

/** Who asks: read from the database with every request, so that a changed access holds at once. */
export interface Caller {
  id: string;
  name: string;
  email: string;
  access: Access;
  /** The sign-in this request belongs to. */
  family: string;
}

/** One parsed request. */
export interface Call<Params, Query, Body, Who> {
  params: Params;
  query: Query;
  body: Body;
  caller: Who;
  requestId: string;
  /** For the few routes that look at cookies, addresses and origins. */
  request: Request;
  response: Response;
}

/** What a route answers when all is well: JSON by a schema, text of one type, or a file (a Buffer) of one type. */
export type Reply<Schema extends z.ZodType> = { status: 200 | 201 | 202; json: Schema } | { status: 200; text: string } | { status: 200; file: string };

type Parsed<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type WhoOf<Given extends Policy> = Given extends { who: 'anyone' } ? null : Caller;

/** A route as it is written: everything about it in one place, from which mounting, docs and the rights walk come. */
export interface RouteDraft<
  Given extends Policy, Params extends z.ZodObject | undefined, Query extends z.ZodObject | undefined,
  Body extends z.ZodType | undefined, Answer extends z.ZodType,
> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As express takes it: `/api/v1/bots/:botId`. */
  path: string;
  /** A verb and a thing: `publishFlow`. */
  id: string;
  tag: string;
  summary: string;
  policy: Given;
  params?: Params;
  query?: Query;
  body?: Body;
  /** The body is a file of any type: not read here, `handle` streams it. */
  upload?: true;
  /** Bytes of body taken; 100 KB unless said. */
  bodyLimit?: number;
  /** Which rate limit counts it; `api` unless said. */
  limit?: LimitName;
  reply: Reply<Answer>;
  /** Answers of their own shape, by status, beside the usual errors. */
  refusals?: Partial<Record<number, z.ZodType>>;
  handle(app: App, call: Call<Parsed<Params>, Parsed<Query>, Parsed<Body>, WhoOf<Given>>): Promise<Answer extends z.ZodType ? z.input<Answer> : never>;
}

/** A route as generic code sees it: what it takes and gives has been parsed by its own schemas. */
export interface Route extends Omit<RouteDraft<Policy, z.ZodObject | undefined, z.ZodObject | undefined, z.ZodType | undefined, z.ZodType>, 'handle'> {
  handle(app: App, call: Call<unknown, unknown, unknown, Caller | null>): Promise<unknown>;
}

/** Ties a handler to the schemas beside it. */
export function defineRoute<
  const Given extends Policy, Answer extends z.ZodType, Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined, Body extends z.ZodType | undefined = undefined,
>(draft: RouteDraft<Given, Params, Query, Body, Answer>): Route {
  // The mount parses params, query, body and caller by exactly these schemas before it calls `handle`.
  return draft as unknown as Route;
}
