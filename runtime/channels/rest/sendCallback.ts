import type { Json, JsonObject } from '@parley/shared/lib/json';
import { signBody } from '../../lib/keys.ts';
import { PublicFetchError } from '../../lib/publicFetchErrors.ts';
import type { PublicFetchErrorCode } from '../../lib/publicFetchErrors.ts';
import type { SendOrder, SendOutcome } from '../channel.ts';
import type { DeliveryErrorCode } from '../deliveryErrors.ts';
import { withFileUrl } from './withFileUrl.ts';

/** An answer that takes longer counts as none. */
const timeoutMs = 10_000;

/** What is answered is of no use; more than this is not read. */
const mostBytes = 64 * 1_024;

/** What a request that got no whole answer means for the delivery. */
const failures: Record<PublicFetchErrorCode, DeliveryErrorCode> = {
  badAddress: 'badAddress', badHeader: 'badAddress', privateAddress: 'badAddress', hostUnknown: 'unreachable', unreachable: 'unreachable', insecure: 'unreachable', timedOut: 'timedOut',
  cutOff: 'cutOff', tooLarge: 'cutOff', badAnswer: 'cutOff', badRedirect: 'cutOff', stopped: 'timedOut',
};

/**
 * Posts what a turn said to the author's address, through the guard of requests that authors control. Headers: `parley-delivery` (the same for every attempt, for the receiver to know
 * repeats by), `parley-attempt`, `parley-doubt: 1` when an earlier attempt may have arrived, `parley-time` (unix seconds) and
 * `parley-signature` (hex HMAC-SHA256 over `<time>.<body>` with the channel's secret).
 */
export async function sendCallback({ channel, payload, deliveryId, attempt, doubt, now, keys, fileUrl, publicFetch, signal }: SendOrder): Promise<SendOutcome> {
  const { callbackUrl, callbackSecret } = channel.settings;
  if (typeof callbackUrl !== 'string' || !URL.canParse(callbackUrl)) return { ok: false, error: 'badAddress', detail: 'The channel has no callback address.' };
  const messages = Array.isArray(payload['messages']) ? payload['messages'] : [];
  // Addresses expire: they are made with every attempt.
  const body = JSON.stringify({ deliveryId, ...payload, messages: messages.map((message) => (isObject(message) ? withFileUrl(message, fileUrl) : message)) });
  const seconds = Math.floor(now.getTime() / 1000);
  const signature: Record<string, string> = typeof callbackSecret === 'string' ? { 'parley-time': String(seconds), 'parley-signature': signBody(keys.open(callbackSecret, channel.id), seconds, body) } : {};
  const headers: Record<string, string> = { 'content-type': 'application/json', 'parley-delivery': deliveryId, 'parley-attempt': String(attempt), ...(doubt && { 'parley-doubt': '1' }), ...signature };
  try {
    const { status, headers: answered } = await publicFetch(callbackUrl, { method: 'POST', headers, body, maxBytes: mostBytes, timeoutMs, signal });
    if (status >= 200 && status < 300) return { ok: true };
    return { ok: false, error: errorOf(status), detail: `It answered ${status}.`, ...retryAfter(answered['retry-after']) };
  } catch (error) {
    if (!(error instanceof PublicFetchError)) throw error;
    // An answer that is too long or broken came after the message was taken.
    if (error.code === 'tooLarge') return { ok: true };
    return { ok: false, error: failures[error.code], detail: error.message };
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function errorOf(status: number): DeliveryErrorCode {
  if (status === 429) return 'tooFast';
  if (status === 410) return 'gone';
  if (status >= 500 || status === 408 || status === 425) return 'failing';
  return 'refused';
}

function retryAfter(header: string | undefined): { retryAfterMs?: number } {
  const seconds = Number(header ?? '');
  return header && Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: Math.min(seconds, 3_600) * 1000 } : {};
}
