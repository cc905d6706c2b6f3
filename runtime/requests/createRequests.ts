import { setTimeout as pause } from 'node:timers/promises';
import type { EvaluatedHttpRequest } from '@parley/shared/machine/httpRequest';
import type { Context } from '../lib/context.ts';
import type { PublicAnswer } from '../lib/publicFetch.ts';
import { PublicFetchError } from '../lib/publicFetchErrors.ts';
import { encodeRequest } from './encodeRequest.ts';
import { openCredential, placeCredential, secretForms } from './openCredential.ts';

/** Whose request it is, and what calls it off. */
export interface RequestOrder {
  bot: string;
  /** The same for every attempt, for the other side to know repeats by. */
  key: string;
  signal: AbortSignal;
}

/** Sends the requests of flows. */
export interface Requests {
  /** Sends a request and gives the last answer. Throws an `AuthorError`: a `PublicFetchError` or a `CredentialError`. */
  send(request: EvaluatedHttpRequest, order: RequestOrder): Promise<PublicAnswer>;
}

/** Pauses before another attempt, in milliseconds; the other side may ask for a longer one. */
const pausesMs = [200, 600, 1_800, 5_400, 5_400];

/** Answers that ask to try again. */
const busy = new Set([429, 502, 503, 504]);

/** Requests through the guard, with credentials, and repeated where that does no harm. */
export function createRequests(context: Pick<Context, 'clock' | 'db' | 'env' | 'keys' | 'publicFetch'>): Requests {
  const { env, publicFetch } = context;
  return {
    async send(request, { bot, key, signal }) {
      const until = performance.now() + request.timeoutMs;
      const encoded = encodeRequest(request);
      const credential = request.credential === undefined ? undefined : await openCredential(context, { id: request.credential, bot });
      const { url, headers } = credential ? placeCredential(encoded, credential, env.privateHosts) : encoded;
      const keyed = request.keyHeader ? { ...headers, [request.keyHeader.toLowerCase()]: key } : headers;
      const hide = hiding(credential ? secretForms(credential) : []);
      for (let attempt = 1; ; attempt += 1) {
        const left = Math.max(1, Math.ceil(until - performance.now()));
        const tried = await publicFetch(url.href, { method: request.method, headers: keyed, ...(encoded.body !== undefined && { body: encoded.body }), maxBytes: request.maxBytes, timeoutMs: left, signal })
          .catch((error: unknown) => (error instanceof PublicFetchError ? error : Promise.reject(error)));
        const waitMs = attempt < request.attempts ? againIn(tried, request, attempt) : undefined;
        if (waitMs === undefined || performance.now() + waitMs >= until) {
          if (tried instanceof PublicFetchError) throw tried;
          return hide(tried);
        }
        await pause(waitMs, undefined, { signal }).catch(() => Promise.reject(new PublicFetchError('stopped')));
      }
    },
  };
}

/** Whether a request may be sent twice: by its method, because the author says so, or because the other side knows it by its key. */
export function mayRepeat({ repeatable, keyHeader }: Pick<EvaluatedHttpRequest, 'repeatable' | 'keyHeader'>): boolean {
  return repeatable || keyHeader !== undefined;
}

/** How long to wait before the next attempt; undefined when there is none. What was never sent can always be tried again. */
function againIn(tried: PublicAnswer | PublicFetchError, request: EvaluatedHttpRequest, attempt: number): number | undefined {
  const usual = pausesMs[attempt - 1] ?? 0;
  if (tried instanceof PublicFetchError) return tried.fault.retry && (mayRepeat(request) || !tried.fault.doubt) ? usual : undefined;
  if (!busy.has(tried.status) || !mayRepeat(request)) return undefined;
  const asked = Number(tried.headers['retry-after']);
  return Number.isFinite(asked) ? Math.max(usual, asked * 1_000) : usual;
}

/** A shorter secret is a word that answers have anyway. */
const shortestHidden = 6;

/** Takes secrets out of an answer: some systems tell what they were asked with. */
function hiding(secrets: readonly string[]): (answer: PublicAnswer) => PublicAnswer {
  // In Latin-1 every byte is a letter of its own, so that bodies that are no text stay as they are.
  const found = secrets.map((secret) => Buffer.from(secret).toString('latin1')).filter(({ length }) => length >= shortestHidden);
  const clean = (text: string): string => found.reduce((left, secret) => left.replaceAll(secret, '***'), text);
  if (found.length === 0) return (answer) => answer;
  return ({ status, headers, body, url }) => ({
    status, url: clean(url), body: Buffer.from(clean(body.toString('latin1')), 'latin1'),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, clean(value)])),
  });
}
