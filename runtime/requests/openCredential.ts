import { findCredential, noteCredentialUse } from '@parley/db/queries/credentials';
import type { CredentialKind } from '@parley/shared/api/credentials';
import { AuthorError } from '../lib/authorError.ts';
import type { Context } from '../lib/context.ts';

/** A credential with its secret in the open: kept no longer than its request. */
export interface OpenedCredential {
  name: string;
  kind: CredentialKind;
  field: string;
  secret: string;
  hosts: string[];
}

/** A credential that cannot be used. */
export class CredentialError extends AuthorError {
  override name = 'CredentialError';
}

/** Opens a credential of a bot, and notes that it was used. Throws a `CredentialError` when the bot has no such one. */
export async function openCredential({ clock, db, keys }: Pick<Context, 'clock' | 'db' | 'keys'>, { id, bot }: { id: string; bot: string }): Promise<OpenedCredential> {
  const found = await findCredential(db.pool, { id, bot });
  if (!found) throw new CredentialError('The credential of this request was deleted. Choose another one.');
  await noteCredentialUse(db.pool, { id: found.id, now: clock.now() });
  const { name, kind, field, hosts } = found;
  return { name, kind, field, hosts, secret: keys.open(found.secret, found.id) };
}

/** A request's address and headers, with what proves who asks. */
export interface Addressed {
  url: URL;
  headers: Record<string, string>;
}

/**
 * Puts a credential where its kind belongs. It goes to its own hosts only, over https; over plain http only to private hosts
 * that the owner allows. Throws a `CredentialError` otherwise.
 */
export function placeCredential({ url, headers }: Addressed, credential: OpenedCredential, privateHosts: readonly string[]): Addressed {
  const { kind, field, secret, hosts, name } = credential;
  if (!hosts.includes(url.host)) throw new CredentialError(`The credential “${name}” is not meant for ${url.host}. Add the host to the credential, or choose another one.`);
  if (url.protocol !== 'https:' && !privateHosts.includes(url.host) && !privateHosts.includes(url.hostname)) throw new CredentialError(`The credential “${name}” only goes over https.`);
  switch (kind) {
    case 'bearer': return { url, headers: { ...headers, authorization: `Bearer ${secret}` } };
    case 'basic': return { url, headers: { ...headers, authorization: `Basic ${basicOf(credential)}` } };
    case 'header': return { url, headers: { ...headers, [field.toLowerCase()]: secret } };
    case 'query': {
      const keyed = new URL(url);
      keyed.searchParams.set(field, secret);
      return { url: keyed, headers };
    }
  }
}

/** Every form in which the secret may come back from a system that tells what it was asked. */
export function secretForms(credential: OpenedCredential): string[] {
  const { kind, secret } = credential;
  return kind === 'basic' ? [secret, basicOf(credential)] : [...new Set([secret, encodeURIComponent(secret), new URLSearchParams({ x: secret }).toString().slice(2)])];
}

const basicOf = ({ field, secret }: OpenedCredential): string => Buffer.from(`${field}:${secret}`).toString('base64');
