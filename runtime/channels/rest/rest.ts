import * as z from 'zod';
import { incomingSchema } from '@parley/shared/messages/incoming';
import type { Channel } from '../channel.ts';
import { sendCallback } from './sendCallback.ts';

/** An identifier as any system may have it: a number, an address, a uuid. */
const identifier = z.string().trim().min(1).max(200).refine((text) => !text.includes('\0'), 'The character 0 cannot be part of it');

/** The body of `POST /channels/rest/:token/messages`. */
export const restMessageSchema = z.object({
  /** Made by the caller; the same id is the same message. */
  id: z.string().min(1).max(200).refine((text) => !text.includes('\0'), 'The character 0 cannot be part of it'),
  from: z.union([
    identifier.transform((value) => ({ id: value })),
    z.object({ id: identifier, name: z.string().max(200).optional(), language: z.string().max(35).optional(), zone: z.string().max(60).optional(), test: z.boolean().optional() }),
  ]),
  message: incomingSchema,
}).meta({ id: 'RestMessage' });

/** Any other system: JSON in; answers come back in the response (`?wait=1`) and, where an address is given, as signed callbacks. */
export const rest: Channel = {
  type: 'rest',
  delivery: 'keyed',
  // Its token is held by a system, not by a person: nobody writes too fast.
  limit: null,
  normalise: (given) => given.normalize('NFC').trim(),
  decode(body) {
    const parsed = restMessageSchema.safeParse(body);
    if (!parsed.success) return { fields: parsed.error.issues.slice(0, 50).map(({ path, message }) => ({ path: path.map(String).join('.'), message })) };
    const { id, from: { id: from, ...about }, message } = parsed.data;
    return [{ id, from: { ...about, identifier: rest.normalise(from) }, message }];
  },
  encode({ turnId, identifier: from, messages }, { settings }) {
    if (typeof settings['callbackUrl'] !== 'string' || messages.length === 0) return null;
    return { turnId, from, messages: messages.map(({ message, language, error }) => ({ ...message, language, ...(error && { error }) })) };
  },
  send: sendCallback,
};
