import type { ChannelType } from '@parley/shared/flow/document';
import { channelLimits } from '@parley/shared/messages/limits';

/** The longest a text of this kind may be on all the channels the author means to use; undefined = no such limit. */
export function limitOf(kind: string | undefined, channels: readonly ChannelType[]): number | undefined {
  if (kind === undefined || channels.length === 0) return undefined;
  const found = channels.flatMap((channel) => Object.entries(channelLimits[channel].characters).flatMap(([name, most]) => (name === kind ? [most] : [])));
  return found.length > 0 ? Math.min(...found) : undefined;
}
