import { lookup } from 'node:dns/promises';
import { request as sendRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect, isIP } from 'node:net';
import type { LookupFunction, Socket, TcpNetConnectOpts } from 'node:net';
import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { connect as connectSecurely } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isOwnersAddress, isPublicAddress } from './publicAddress.ts';
import { PublicFetchError, publicFetchErrorOf } from './publicFetchErrors.ts';
import { firstRequest, nextRequest } from './publicRequest.ts';
import type { PublicRequest } from './publicRequest.ts';

/** What is sent, and how much of an answer and how much time is allowed for all of it, redirects included. */
export interface PublicFetchOptions {
  /** GET unless said. */
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The most bytes of a body, unpacked; reading stops there. */
  maxBytes: number;
  timeoutMs: number;
  signal: AbortSignal;
}

/** A whole answer. Header names are in lower case; `url` is where it came from after redirects. */
export interface PublicAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  url: string;
}

/** Sends a request that an author or a document controls; throws a `PublicFetchError` when there is no whole answer. */
export type PublicFetch = (url: string, options: PublicFetchOptions) => Promise<PublicAnswer>;

/** An address a name stands for. */
export interface ResolvedAddress {
  address: string;
  family: number;
}

/** What the guard is made with. Tests bring their own names and connections; there is no setting that does. */
export interface PublicFetchParts {
  /** Hosts (`name` or `name:port`) the owner lets authors call although they are private. */
  privateHosts?: readonly string[];
  resolve?: (host: string) => Promise<ResolvedAddress[]>;
  dial?: (options: TcpNetConnectOpts) => Socket;
}

const mostRedirects = 5;
const maxHeaderBytes = 16 * 1024;

const unpackers: Record<string, () => NodeJS.ReadWriteStream & Readable> = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };

/**
 * Makes the one guard of requests that authors control: names are resolved here and the connection is pinned to the addresses
 * that were checked, redirects are followed by hand and checked again, and bytes, time and headers are capped.
 */
export function createPublicFetch({ privateHosts = [], resolve = (host) => lookup(host, { all: true }), dial = connect }: PublicFetchParts = {}): PublicFetch {
  const addressesOf = async (url: URL): Promise<ResolvedAddress[]> => {
    const host = hostOf(url);
    const isAllowed = privateHosts.includes(url.hostname) || privateHosts.includes(`${url.hostname}:${portOf(url)}`) ? isOwnersAddress : isPublicAddress;
    const family = isIP(host);
    const addresses = family ? [{ address: host, family }] : await resolve(host);
    if (addresses.length === 0) throw new PublicFetchError('hostUnknown');
    // One forbidden address refuses the name: a mixed answer is how a guard is led around.
    if (!addresses.every(({ address }) => isAllowed(address))) throw new PublicFetchError('privateAddress');
    return addresses;
  };

  const follow = async (first: PublicRequest, maxBytes: number, signal: AbortSignal): Promise<PublicAnswer> => {
    let request = first;
    for (let redirects = 0; ; redirects += 1) {
      const addresses = await within(addressesOf(request.url), signal);
      const response = await ask(request, { addresses, dial, signal });
      const next = nextRequest(request, response.statusCode ?? 0, response.headers.location);
      if (!next) return { status: response.statusCode ?? 0, headers: flat(response.headers), body: await readBody(response, request.method, maxBytes), url: request.url.href };
      response.destroy();
      if (redirects === mostRedirects) throw new PublicFetchError('badRedirect');
      request = next;
    }
  };

  return async (url, { method = 'GET', headers = {}, body, maxBytes, timeoutMs, signal }) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      return await follow(firstRequest(url, { method, headers, body }), maxBytes, AbortSignal.any([signal, deadline]));
    } catch (error) {
      if (signal.aborted) throw new PublicFetchError('stopped', { cause: error });
      if (deadline.aborted) throw new PublicFetchError('timedOut', { cause: error });
      throw publicFetchErrorOf(error);
    }
  };
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');
const isSecure = (url: URL): boolean => url.protocol === 'https:';
const portOf = (url: URL): number => Number(url.port) || (isSecure(url) ? 443 : 80);

/** Sends one request over a connection that can only go to the addresses that were checked. */
function ask({ url, method, headers, body }: PublicRequest, { addresses, dial, signal }: { addresses: ResolvedAddress[]; dial: (options: TcpNetConnectOpts) => Socket; signal: AbortSignal }): Promise<IncomingMessage> {
  const host = hostOf(url);
  // The names are not asked a second time: between two answers a name may change its address.
  const pinned: LookupFunction = (_host, _options, done) => done(null, addresses);
  const open = (): Socket => {
    const socket = dial({ host, port: portOf(url), lookup: pinned, autoSelectFamily: true });
    return isSecure(url) ? connectSecurely({ socket, host, ...(isIP(host) === 0 && { servername: host }) }) : socket;
  };
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const request = sendRequest({
      method, path: `${url.pathname}${url.search}`, maxHeaderSize: maxHeaderBytes, signal, createConnection: open,
      headers: { accept: '*/*', 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'Parley', ...headers, host: url.host, ...length },
    });
    request.on('response', resolve).on('error', reject).end(body);
  });
}

/** Reads a body up to the cap, unpacked: a small packed one may hold gigabytes. */
async function readBody(response: IncomingMessage, method: string, maxBytes: number): Promise<Buffer> {
  if (method === 'HEAD') {
    response.resume();
    return Buffer.alloc(0);
  }
  const unpacker = unpackers[response.headers['content-encoding']?.trim().toLowerCase() ?? '']?.();
  // What goes wrong in either stream is thrown by the loop.
  const stream: Readable = unpacker ? pipeline(response, unpacker, () => undefined) : response;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > maxBytes) throw new PublicFetchError('tooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Waits for `promise` no longer than until the signal. */
function within<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

const flat = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]])));
