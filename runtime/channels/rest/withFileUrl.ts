import { mediaSchema } from '@parley/shared/messages/incoming';

/** A message as other systems get it: its file with an address they can fetch it from for some days. */
export function withFileUrl<Message extends object>(message: Message, fileUrl: (id: string) => string): Message {
  const media = 'media' in message ? mediaSchema.safeParse(message.media) : undefined;
  return media?.success ? { ...message, media: { ...media.data, url: fileUrl(media.data.id) } } : message;
}
