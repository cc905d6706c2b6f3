import type { ChannelType } from '@parley/shared/flow/document';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Pool } from 'pg';

/** What a channel's door needs to know of it. */
export interface ChannelForDoor {
  id: string;
  bot: string;
  type: ChannelType;
  settings: JsonObject;
  paused: boolean;
  botName: string;
  botSlug: string;
  botPaused: boolean;
}

const columns = `c.id, c.bot, c.type, c.settings, c.paused, b.name as "botName", b.slug as "botSlug", b.paused as "botPaused"`;

/** The channel of a type whose address holds a token; undefined when there is none. */
export async function findChannelByToken(pool: Pool, { type, hash }: { type: ChannelType; hash: string }): Promise<ChannelForDoor | undefined> {
  const { rows } = await pool.query<ChannelForDoor>({
    name: 'channel_by_token',
    text: `select ${columns} from parley.channels c join parley.bots b on b.id = c.bot where c.token_hash = $1 and c.type = $2`,
    values: [hash, type],
  });
  return rows[0];
}

/** The web channel of the bot with this slug; undefined when there is none. */
export async function findWebChannel(pool: Pool, slug: string): Promise<ChannelForDoor | undefined> {
  const { rows } = await pool.query<ChannelForDoor>({
    name: 'web_channel',
    text: `select ${columns} from parley.channels c join parley.bots b on b.id = c.bot where b.slug = $1 and c.type = 'web'`,
    values: [slug],
  });
  return rows[0];
}

/** A channel by its id, for what goes out; undefined when it was deleted. */
export async function findChannel(pool: Pool, id: string): Promise<ChannelForDoor | undefined> {
  const { rows } = await pool.query<ChannelForDoor>({
    name: 'channel_by_id',
    text: `select ${columns} from parley.channels c join parley.bots b on b.id = c.bot where c.id = $1`,
    values: [id],
  });
  return rows[0];
}
