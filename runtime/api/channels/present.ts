import type { Channel } from '@parley/shared/api/channels';
import type { Channel as ChannelRow } from '@parley/db/models/channel';
import * as z from 'zod';

const settingsSchema = z.object({ callbackUrl: z.string().nullable().default(null), origins: z.array(z.string()).default([]) });

/** A channel without its secrets. */
export function presentChannel(row: ChannelRow): Channel {
  const { callbackUrl, origins } = settingsSchema.parse(row.settings);
  return { id: row.id, type: row.type, paused: row.paused, callbackUrl, origins, madeAt: row.madeAt.toISOString() };
}
