import { isIPv4 } from 'node:net';
import { PublicFetchError } from './publicFetchErrors.ts';

/** One request on its way; header names are in lower case. */
export interface PublicRequest {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: string | Buffer | undefined;
}

/** Headers that belong to the connection, not to who asks. */
const ours = /^(host|connection|content-length|transfer-encoding|expect|upgrade|keep-alive|te|trailer|proxy-.*)$/;

/** Headers that tell nothing secret; only these go along to another origin. */
const harmless = new Set(['accept', 'accept-language', 'content-type', 'user-agent']);

/** The request as its sender gave it, checked: a plain address, and no header that only the connection may set. */
export function firstRequest(url: string, { method, headers, body }: Omit<PublicRequest, 'url'>): PublicRequest {
  const named = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  if (named.some(([name]) => ours.test(name))) throw new PublicFetchError('badHeader');
  return { url: plainUrl(url), method, headers: Object.fromEntries(named), body };
}

/** http or https, no user or password, and an IPv4 address written as four decimal numbers, not in a form that hides it. */
function plainUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === '' && (!isIPv4(url.hostname) || writesHost(text, url));
  if (!isPlain) throw new PublicFetchError('badAddress');
  return url;
}

const writesHost = (text: string, { protocol, hostname }: URL): boolean => {
  const start = `${protocol}//${hostname}`;
  return text.trim().toLowerCase().startsWith(start) && /^([:/?#]|$)/.test(text.trim().slice(start.length));
};

/** The request a redirect asks for; undefined when the answer is none. Throws when it leads where no request may go. */
export function nextRequest({ url, method, headers, body }: PublicRequest, status: number, location: string | undefined): PublicRequest | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  const next = targetOf(location, url);
  // As browsers do: 303 asks to look elsewhere; 301 and 302 do so for a POST.
  const isLook = (status === 303 && method !== 'HEAD') || ((status === 301 || status === 302) && method === 'POST');
  const kept = Object.entries(headers).filter(([name]) => (next.origin === url.origin || harmless.has(name)) && !(isLook && name === 'content-type'));
  return { url: next, method: isLook ? 'GET' : method, headers: Object.fromEntries(kept), body: isLook ? undefined : body };
}

function targetOf(location: string, from: URL): URL {
  try {
    const isWhole = /^\s*[a-z][a-z0-9+.-]*:/i.test(location);
    const isOtherHost = /^\s*[/\\]{2}/.test(location);
    const next = isWhole ? plainUrl(location) : isOtherHost ? plainUrl(`${from.protocol}${location.trim()}`) : new URL(location, from);
    if (from.protocol === 'https:' && next.protocol !== 'https:') throw new PublicFetchError('badRedirect');
    return next;
  } catch (error) {
    throw new PublicFetchError('badRedirect', { cause: error });
  }
}
