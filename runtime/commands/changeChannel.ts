import { wakeDeliveries } from '@parley/db/laneSweeps';
import type { Channel } from '@parley/db/models/channel';
import type { ChangeChannelBody } from '@parley/shared/api/channels';
import { keptMs } from '../lib/briefly.ts';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';

/**
 * Pauses a channel or changes its settings; a setting its type does not have is refused. While paused, nothing is taken in and nothing is
 * sent; what there is to send is sent in order when it goes on.
 */
export async function changeChannel(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, { id, body }: { id: string; body: ChangeChannelBody }): Promise<Channel> {
  const { clock, db, models } = context;
  const changed = await db.transaction(async (transaction) => {
    const channel = await models.Channel.findByPk(id, { lock: true, transaction });
    if (!channel) throw notFound('channel');
    const { paused, callbackUrl, origins } = body;
    if (callbackUrl !== undefined && channel.type !== 'rest') throw notIts('callbackUrl', channel.type);
    if (origins !== undefined && channel.type !== 'web') throw notIts('origins', channel.type);
    const settings = { ...channel.settings, ...(origins === undefined ? {} : { origins }), ...(callbackUrl ? { callbackUrl } : {}) };
    if (callbackUrl === null) delete settings['callbackUrl'];
    await channel.update({ paused: paused ?? channel.paused, settings }, { transaction });
    await audit(context, { by, action: 'channel.change', subject: { kind: 'channel', id }, details: { changed: Object.keys(body), ...(paused === undefined ? {} : { paused }) } }, { transaction });
    return channel;
  });
  // By then every process knows that it goes on.
  if (body.paused === false) await wakeDeliveries(db.lanes, { channel: id, at: new Date(clock.now().getTime() + keptMs) });
  return changed;
}

function notIts(field: string, type: string): Refusal {
  return new Refusal('malformed', 'Some fields cannot be used.', { fields: [{ path: field, message: `A ${type} channel has no such setting` }] });
}
