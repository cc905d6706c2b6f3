import { mediaFileSchema } from '@parley/shared/api/media';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './client.ts';

/** Well within the day for which a link can be used. */
const staleMs = 60 * 60 * 1000;

/** A file of a bot, an author's or a contact's, with a link to it. */
export const mediaQuery = (botId: string, mediaId: string) => queryOptions({
  queryKey: ['bots', botId, 'media', mediaId],
  staleTime: staleMs,
  queryFn: ({ signal }) => ask({ path: `/bots/${botId}/media/${encodeURIComponent(mediaId)}`, answer: mediaFileSchema, signal }),
});

/** Gives a bot a file. */
export const uploadMedia = (botId: string, file: File, signal: AbortSignal) => ask({ method: 'POST', path: `/bots/${botId}/media`, query: { name: file.name }, file, answer: mediaFileSchema, signal });
