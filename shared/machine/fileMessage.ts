import type { Json } from '../lib/json.ts';
import type { Parts } from '../expressions/types.ts';
import { kindOfType } from '../messages/files.ts';
import type { FileKind } from '../messages/files.ts';
import type { Media } from '../messages/incoming.ts';
import type { Authored } from '../messages/outgoing.ts';

/** The message that sends a file which stood in a variable; undefined where nobody put one there. What is not of the wished kind goes as a document: every channel takes it as one. */
export function fileMessage(as: FileKind, value: Json, caption: Parts | undefined): Authored | undefined {
  const media = mediaIn(value);
  if (!media) return undefined;
  const type = as === 'document' || kindOfType(media.mime) === as ? as : 'document';
  return type === 'audio' ? { type, media } : { type, media, ...(caption && { caption }) };
}

function mediaIn(value: Json): Media | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { id, mime, name, bytes } = value;
  return typeof id === 'string' && id !== '' && typeof mime === 'string' && typeof name === 'string' && typeof bytes === 'number' ? { id, mime, name, bytes } : undefined;
}
