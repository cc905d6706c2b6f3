import type { Json, JsonObject } from '@parley/shared/lib/json';
import { signBody } from '../../lib/keys.ts';
import type { SendOrder, SendOutcome } from '../channel.ts';
import type { DeliveryErrorCode } from '../deliveryErrors.ts';
import { withFileUrl } from './withFileUrl.ts';

/** An answer that takes longer counts as none. */
const timeoutMs = 10_000;

/** Errors of the network that happen before anything was sent. */
const before = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT']);

/**
 * Posts what a turn said to the author's address. Headers: `parley-delivery` (the same for every attempt, for the receiver to know
 * repeats by), `parley-attempt`, `parley-doubt: 1` when an earlier attempt may have arrived, `parley-time` (unix seconds) and
 * `parley-signature` (hex HMAC-SHA256 over `<time>.<body>` with the channel's secret).
 */
export async function sendCallback({ channel, payload, deliveryId, attempt, doubt, now, keys, fileUrl, signal }: SendOrder): Promise<SendOutcome> {
  const { callbackUrl, callbackSecret } = channel.settings;
  if (typeof callbackUrl !== 'string' || !URL.canParse(callbackUrl)) return { ok: false, error: 'badAddress', detail: 'The channel has no callback address.' };
  const messages = Array.isArray(payload['messages']) ? payload['messages'] : [];
  // Addresses expire: they are made with every attempt.
  const body = JSON.stringify({ deliveryId, ...payload, messages: messages.map((message) => (isObject(message) ? withFileUrl(message, fileUrl) : message)) });
  const seconds = Math.floor(now.getTime() / 1000);
  const signature: Record<string, string> = typeof callbackSecret === 'string' ? { 'parley-time': String(seconds), 'parley-signature': signBody(keys.open(callbackSecret, channel.id), seconds, body) } : {};
  const headers: Record<string, string> = { 'content-type': 'application/json', 'parley-delivery': deliveryId, 'parley-attempt': String(attempt), ...(doubt && { 'parley-doubt': '1' }), ...signature };
  try {
    const response = await fetch(callbackUrl, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
    // The body is of no use, and an unread one would hold the connection.
    await response.body?.cancel();
    if (response.ok) return { ok: true };
    return { ok: false, error: errorOf(response.status), detail: `It answered ${response.status}.`, ...retryAfter(response.headers.get('retry-after')) };
  } catch (error) {
    return { ok: false, ...thrown(error) };
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

function retryAfter(header: string | null): { retryAfterMs?: number } {
  const seconds = Number(header ?? '');
  return header && Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: Math.min(seconds, 3_600) * 1000 } : {};
}

function thrown(error: unknown): { error: DeliveryErrorCode; detail: string } {
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) return { error: 'timedOut', detail: `No answer within ${timeoutMs / 1000} s.` };
  const code = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined) ?? '';
  if (before.has(code)) return { error: 'unreachable', detail: code };
  return { error: 'cutOff', detail: code || (error instanceof Error ? error.message : String(error)) };
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
