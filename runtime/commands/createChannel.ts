import type { Channel } from '@parley/db/models/channel';
import type { CreateChannelBody } from '@parley/shared/api/channels';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Context } from '../lib/context.ts';
import { hashToken, makeToken } from '../lib/keys.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';

/** A fresh channel and what is told of it once. */
export interface MadeChannel {
  channel: Channel;
  token?: string;
  callbackSecret?: string;
}

/** Opens a way to reach a bot. A bot has one web channel at most; a rest channel gets a token and, with a callback, a signing secret. */
export async function createChannel(context: Pick<Context, 'clock' | 'db' | 'keys' | 'models'>, by: string | null, { bot, body }: { bot: string; body: CreateChannelBody }): Promise<MadeChannel> {
  const { clock, db, keys, models } = context;
  const id = uuid7(clock);
  const token = body.type === 'rest' ? makeToken() : undefined;
  const callbackSecret = body.type === 'rest' ? makeToken() : undefined;
  const settings: JsonObject = body.type === 'rest'
    ? { ...(body.callbackUrl ? { callbackUrl: body.callbackUrl } : {}), ...(callbackSecret ? { callbackSecret: keys.seal(callbackSecret, id) } : {}) }
    : { origins: body.origins ?? [] };
  const channel = await db.transaction(async (transaction) => {
    if (!(await models.Bot.findByPk(bot, { attributes: ['id'], lock: true, transaction }))) throw notFound('bot');
    if (body.type === 'web' && (await models.Channel.count({ where: { bot, type: 'web' }, transaction }))) throw new Refusal('conflict', 'This bot has a web channel already.');
    const made = await models.Channel.create({ id, bot, type: body.type, tokenHash: token ? hashToken(token) : null, settings, madeAt: clock.now() }, { transaction });
    await audit(context, { by, action: 'channel.create', subject: { kind: 'channel', id }, details: { bot, type: body.type } }, { transaction });
    return made;
  });
  return { channel, ...(token ? { token } : {}), ...(callbackSecret ? { callbackSecret } : {}) };
}
