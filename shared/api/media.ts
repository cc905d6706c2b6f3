import * as z from 'zod';
import { mediaSchema } from '../messages/incoming.ts';
import { fileKinds } from '../messages/files.ts';
import { listOf, timeSchema } from './common.ts';

/** A file in the media store with a link that can be used for a day. */
export const mediaFileSchema = mediaSchema.extend({
  kind: z.enum(fileKinds),
  /** Of images. */
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  /** A path on this server, signed. */
  url: z.string(),
  madeAt: timeSchema,
}).meta({ id: 'MediaFile' });
export type MediaFile = z.infer<typeof mediaFileSchema>;

export const mediaListSchema = listOf(mediaFileSchema).meta({ id: 'MediaList' });

/** The query of an upload; the file is the body as it is. */
export const uploadQuerySchema = z.object({ name: z.string().max(1_000).default('') });

/** What an upload in a chat gives back: the file as a message carries it. */
export const sentFileSchema = z.object({ media: mediaSchema, kind: z.enum(fileKinds) }).meta({ id: 'SentFile' });
export type SentFile = z.infer<typeof sentFileSchema>;
