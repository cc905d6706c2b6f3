import { AuthorError } from './authorError.ts';

/** What one kind of failed request means. */
export interface PublicFetchFault {
  /** Whether trying again can help. */
  retry: boolean;
  /** Whether the other side may have done what was asked all the same. */
  doubt: boolean;
  /** Who can mend it. */
  fault: 'theirs' | 'author' | 'ours' | 'network';
  /** What the author reads. */
  reads: string;
}

/** Every way a request out of a flow can fail before there is a whole answer. */
export const publicFetchErrors = {
  badAddress: { retry: false, doubt: false, fault: 'author', reads: 'The address cannot be used. It must start with http:// or https://, name a host in the usual way and hold no password.' },
  badHeader: { retry: false, doubt: false, fault: 'author', reads: 'A header cannot be sent: its name or value has a character that is not allowed, or it is one that Parley sets itself.' },
  privateAddress: { retry: false, doubt: false, fault: 'author', reads: 'The address is not on the public internet. The owner of this installation can allow a private host.' },
  hostUnknown: { retry: false, doubt: false, fault: 'author', reads: 'There is no host of that name.' },
  unreachable: { retry: true, doubt: false, fault: 'network', reads: 'The address could not be reached.' },
  insecure: { retry: false, doubt: false, fault: 'theirs', reads: 'The connection is not secure: the certificate of the other side cannot be trusted.' },
  timedOut: { retry: true, doubt: true, fault: 'theirs', reads: 'The other side did not answer in time. It may have done what was asked.' },
  cutOff: { retry: true, doubt: true, fault: 'network', reads: 'The connection broke before the whole answer was there. The other side may have done what was asked.' },
  tooLarge: { retry: false, doubt: true, fault: 'theirs', reads: 'The answer is larger than allowed.' },
  badAnswer: { retry: false, doubt: true, fault: 'theirs', reads: 'The answer cannot be read: it is not proper HTTP, or its headers are too large.' },
  badRedirect: { retry: false, doubt: true, fault: 'theirs', reads: 'The other side sent the request on too often, to an address that cannot be used, or away from a secure connection.' },
  stopped: { retry: false, doubt: true, fault: 'ours', reads: 'The request was stopped.' },
} as const satisfies Record<string, PublicFetchFault>;

/** Names of the ways a request can fail. */
export type PublicFetchErrorCode = keyof typeof publicFetchErrors;

/** A request that gave no whole answer. */
export class PublicFetchError extends AuthorError {
  override name = 'PublicFetchError';

  readonly code: PublicFetchErrorCode;

  constructor(code: PublicFetchErrorCode, options?: ErrorOptions) {
    super(publicFetchErrors[code].reads, options);
    this.code = code;
  }

  /** What this kind of failure means. */
  get fault(): PublicFetchFault {
    return publicFetchErrors[this.code];
  }
}

/** Whether the other side may have done what was asked although this came of it. */
export function isDoubtful(error: unknown): boolean {
  return error instanceof PublicFetchError && error.fault.doubt;
}

/** Errors of the network that come before anything was sent. */
const before = new Set(['ECONNREFUSED', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'ETIMEDOUT']);

/** What Node names a failure, and what it is called here. */
const named: [RegExp, PublicFetchErrorCode][] = [
  [/^(ENOTFOUND|ENODATA)$/, 'hostUnknown'],
  [/^(ERR_INVALID_CHAR|ERR_INVALID_HTTP_TOKEN|ERR_HTTP_INVALID_HEADER_VALUE)$/, 'badHeader'],
  [/^HPE_/, 'badAnswer'],
  [/^(Z_|ERR_BROTLI|ERR__ERROR)/, 'badAnswer'],
  [/CERT|^ERR_TLS|^ERR_SSL|^EPROTO$|UNABLE_TO_VERIFY/, 'insecure'],
];

/** Names what the network or Node threw. */
export function publicFetchErrorOf(error: unknown): PublicFetchError {
  if (error instanceof PublicFetchError) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (before.has(code)) return new PublicFetchError('unreachable', { cause: error });
  return new PublicFetchError(named.find(([pattern]) => pattern.test(code))?.[1] ?? 'cutOff', { cause: error });
}
