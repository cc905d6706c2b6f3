import type { Media } from '@parley/db/models/media';
import type { MediaFile } from '@parley/shared/api/media';
import type { Context } from '../../lib/context.ts';
import { mediaPath, pageLinkMs } from '../../lib/media/mediaLinks.ts';
import { mediaOf } from '../../lib/media/mediaOf.ts';

/** A file with a fresh link. */
export function presentMedia({ clock, keys }: Pick<Context, 'clock' | 'keys'>, row: Media): MediaFile {
  const { id, kind, width, height, madeAt } = row;
  return {
    ...mediaOf(row), kind, ...(width !== null && height !== null && { width, height }),
    url: mediaPath(keys, { id, now: clock.now(), ms: pageLinkMs }), madeAt: madeAt.toISOString(),
  };
}
