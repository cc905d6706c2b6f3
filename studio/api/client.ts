import { errorSchema } from '@parley/shared/api/common';
import { signedInSchema } from '@parley/shared/api/auth';
import type * as z from 'zod';
import { ApiFailure } from './ApiFailure.ts';

type Query = Record<string, string | number | boolean | undefined>;

/** One request: where, what, and the schema its answer is parsed with. */
export interface Ask<Answer extends z.ZodType> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  query?: Query;
  body?: unknown;
  /** Sent as it is, in place of a body of JSON. */
  file?: Blob;
  answer: Answer;
  signal?: AbortSignal;
}

const root = '/api/v1';
/** The access token lives here and nowhere else; a reload asks for a new one with the refresh cookie. */
let accessToken: string | undefined;
let refreshing: Promise<boolean> | undefined;
const listeners = new Set<(token: string | undefined) => void>();

/** Keeps the token a sign-in gave; undefined forgets it. */
export function keepToken(token: string | undefined): void {
  accessToken = token;
  for (const listener of listeners) listener(token);
}

/** The current access token, for the socket; asks for one first when there is none. */
export async function currentToken(): Promise<string | undefined> {
  if (!accessToken) await refresh();
  return accessToken;
}

/** A new access token, whatever became of the one before; undefined when the sign-in is over. */
export async function renewedToken(): Promise<string | undefined> {
  await refresh();
  return accessToken;
}

/** Tells when the token changes; returns how to stop being told. */
export function onToken(listener: (token: string | undefined) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Answers asked for before the scene that wants them is there, by address. */
const early = new Map<string, { at: number; answer: Promise<Response | undefined> }>();
/** An early answer that nobody wanted for so long is of another time. */
const earlyMs = 10_000;

/** Asks now for what a scene will ask for as soon as its code is there; a good answer is given to it, once, else it asks itself. */
export function askEarly(path: string, query?: Query): void {
  const answer = (async () => {
    if (!accessToken) await refresh();
    const response = accessToken ? await send({ path, ...(query && { query }) }) : undefined;
    return response?.ok ? response : undefined;
  })().catch(() => undefined);
  early.set(addressOf(path, query), { at: performance.now(), answer });
}

async function takeEarly({ method = 'GET', path, query }: Omit<Ask<z.ZodType>, 'answer'>): Promise<Response | undefined> {
  const address = addressOf(path, query);
  const found = method === 'GET' ? early.get(address) : undefined;
  if (!found) return undefined;
  early.delete(address);
  return performance.now() - found.at < earlyMs ? found.answer : undefined;
}

/** Asks the server; a token that ran out is renewed once. Everything that is not a good answer is an `ApiFailure`. */
export async function ask<Answer extends z.ZodType>(request: Ask<Answer>): Promise<z.output<Answer>> {
  const ready = early.size > 0 ? await takeEarly(request) : undefined;
  if (ready) return read(ready, request.answer);
  if (!accessToken) await refresh();
  let response = await send(request);
  if (response.status === 401 && await refresh()) response = await send(request);
  return read(response, request.answer);
}

/** The same for addresses that need nobody signed in. */
export async function askOpenly<Answer extends z.ZodType>(request: Ask<Answer>): Promise<z.output<Answer>> {
  return read(await send(request), request.answer);
}

/** The same for answers that are text, such as code. */
export async function askText(path: string): Promise<string> {
  return (await askRaw(path)).text();
}

/** The same for answers that are a file, with the name it is to have. */
export async function askFile(path: string): Promise<{ content: Blob; name: string }> {
  const response = await askRaw(path);
  const [, name] = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { content: await response.blob(), name: name ?? 'file' };
}

async function askRaw(path: string): Promise<Response> {
  if (!accessToken) await refresh();
  let response = await send({ path });
  if (response.status === 401 && await refresh()) response = await send({ path });
  if (!response.ok) throw await failureOf(response);
  return response;
}

function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return `${root}${path}${search.size > 0 ? `?${search}` : ''}`;
}

async function send({ method = 'GET', path, query, body, file, signal }: Omit<Ask<z.ZodType>, 'answer'>): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (accessToken) headers['authorization'] = `Bearer ${accessToken}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await fetch(addressOf(path, query), {
      method, headers, credentials: 'same-origin', signal: signal ?? null, ...(body !== undefined && { body: JSON.stringify(body) }), ...(file && { body: file }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiFailure('The server could not be reached.', { status: 0, code: 'offline' });
  }
}

async function read<Answer extends z.ZodType>(response: Response, schema: Answer): Promise<z.output<Answer>> {
  if (!response.ok) throw await failureOf(response);
  const json: unknown = response.status === 204 ? {} : await response.json();
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new ApiFailure(`The server answered in a shape this page does not know: ${parsed.error.issues[0]?.message ?? ''}`, { status: response.status, code: 'failed', body: json });
}

async function failureOf(response: Response): Promise<ApiFailure> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = errorSchema.safeParse(body);
  if (!parsed.success) return new ApiFailure(`The server answered ${response.status}.`, { status: response.status, code: response.status === 401 ? 'signedOut' : 'failed', body });
  const { code, message, fields, requestId } = parsed.data.error;
  return new ApiFailure(message, { status: response.status, code, fields, requestId, body });
}

/** Asks for a new access token with the refresh cookie; several askers share one request. */
async function refresh(): Promise<boolean> {
  refreshing ??= renew().finally(() => { refreshing = undefined; });
  return refreshing;
}

async function renew(): Promise<boolean> {
  const response = await send({ method: 'POST', path: '/auth/refresh' });
  // A server in trouble says nothing about the sign-in.
  if (response.status >= 500 || response.status === 429) throw await failureOf(response);
  const parsed = response.ok ? signedInSchema.safeParse(await response.json()) : undefined;
  keepToken(parsed?.success ? parsed.data.accessToken : undefined);
  return accessToken !== undefined;
}
