import type { Media as MediaRow } from '@parley/db/models/media';
import type { Media } from '@parley/shared/messages/incoming';

/** A file as messages, variables and drawings carry it. */
export function mediaOf({ id, mime, name, bytes }: MediaRow): Media {
  return { id, mime, name, bytes };
}
