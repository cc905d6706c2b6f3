import { mediaAmong } from '@parley/db/queries/mediaRows';
import { filesIn } from '@parley/shared/expressions/filesIn';
import { isObject } from '@parley/shared/expressions/fits';
import type { ValueType } from '@parley/shared/expressions/types';
import type { Json } from '@parley/shared/lib/json';
import type { Pool } from 'pg';
import { AuthorError } from '../authorError.ts';
import type { Conversation } from './withOwnFile.ts';

/** What is said of a file that came from outside and is not this conversation's. */
export const foreignFile = 'It names a file that does not belong to this conversation.';

/** A value from outside and the type it was read as. */
export interface GivenValue {
  type: ValueType;
  value: Json | undefined;
}

/**
 * Whether a value from outside names a file that does not belong to this conversation: with its id alone anybody else's could be had.
 * What `shown` holds was shown to whoever gives the value: a file in it may come back.
 */
export async function namesForeignFile(pool: Pool, { type, value }: GivenValue, conversation: Conversation, shown: Json = null): Promise<boolean> {
  const named = filesIn(type, value);
  // Hardly anything is a file: only then what was shown is looked through.
  if (named.length === 0) return false;
  const seen = new Set(filesAnywhere(shown));
  const ids = [...new Set(named)].filter((id) => !seen.has(id));
  return ids.length > 0 && (await mediaAmong(pool, { ...conversation, ids })) < ids.length;
}

/** The ids of whatever looks like a stored file in a value of no known type: an id alone is none. */
function filesAnywhere(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(filesAnywhere);
  if (!isObject(value)) return [];
  const { id, mime } = value;
  return typeof id === 'string' && typeof mime === 'string' ? [id] : Object.values(value).flatMap(filesAnywhere);
}

/** Throws an `AuthorError` when one of the values that were picked from an answer names a file that does not belong to this conversation. */
export async function mustOwnFiles(pool: Pool, { picks, values }: { picks: readonly { as: string; type: ValueType }[]; values: Readonly<Record<string, Json>> }, conversation: Conversation): Promise<void> {
  for (const { as, type } of picks) if (await namesForeignFile(pool, { type, value: values[as] }, conversation)) throw new AuthorError(foreignFile);
}
