import { owner } from './stack.ts';

/** A refusal by the API, with its status and body. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    super(`${status}: ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

/** The API as an outside program uses it: JSON in, JSON out, a refusal thrown with its status. */
export interface Api {
  url: string;
  get<Body>(path: string): Promise<Body>;
  post<Body>(path: string, body?: unknown): Promise<Body>;
  put<Body>(path: string, body: unknown): Promise<Body>;
  patch<Body>(path: string, body: unknown): Promise<Body>;
  delete<Body>(path: string): Promise<Body>;
}

interface Account {
  email: string;
  password: string;
}

/** Shorter than an access token lasts. */
const keptMs = 180_000;
const kept = new Map<string, { api: Promise<Api>; until: number }>();

/** The API of a server for somebody who signs in there once and goes on: people do not sign in again for every request. The owner by default. */
export function signIn(url: string, account: Account = owner): Promise<Api> {
  const key = `${url} ${account.email}`;
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.api;
  const api = signInAnew(url, account);
  kept.set(key, { api, until: Date.now() + keptMs });
  api.catch(() => kept.delete(key));
  return api;
}

/** The same with a sign-in of its own: where a server's clock was moved, earlier ones are over. */
export async function signInAnew(url: string, account: Account = owner): Promise<Api> {
  const call = async <Body>(method: string, path: string, body?: unknown, token?: string): Promise<Body> => {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    if (!response.ok) throw new ApiRefusal(response.status, parsed);
    return parsed as Body;
  };
  const { accessToken } = await call<{ accessToken: string }>('POST', '/api/v1/auth/sign-in', { email: account.email, password: account.password });
  return {
    url,
    get: (path) => call('GET', path, undefined, accessToken),
    post: (path, body = {}) => call('POST', path, body, accessToken),
    put: (path, body) => call('PUT', path, body, accessToken),
    patch: (path, body) => call('PATCH', path, body, accessToken),
    delete: (path) => call('DELETE', path, undefined, accessToken),
  };
}
