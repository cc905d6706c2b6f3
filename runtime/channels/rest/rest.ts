import * as z from 'zod';
import { fileKinds } from '@parley/shared/messages/files';
import { incomingSchema, maxText } from '@parley/shared/messages/incoming';
import type { Channel, Decoded, Malformed, RemoteFile, Sender } from '../channel.ts';
import { sendCallback } from './sendCallback.ts';

/** An identifier as any system may have it: a number, an address, a uuid. */
const identifier = z.string().trim().min(1).max(200).refine((text) => !text.includes('\0'), 'The character 0 cannot be part of it');

/** A file that is somewhere else: its address in place of a stored file. */
const remoteFileSchema: z.ZodType<RemoteFile> = z.object({
  type: z.enum(fileKinds),
  /** Fetched once, from the public internet. */
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  name: z.string().max(255).optional(),
  caption: z.string().max(maxText).optional(),
});

const about = {
  /** Made by the caller; the same id is the same message. */
  id: z.string().min(1).max(200).refine((text) => !text.includes('\0'), 'The character 0 cannot be part of it'),
  from: z.union([
    identifier.transform((value) => ({ id: value })),
    z.object({ id: identifier, name: z.string().max(200).optional(), language: z.string().max(35).optional(), zone: z.string().max(60).optional(), test: z.boolean().optional() }),
  ]),
};
const spokenSchema = z.object({ ...about, message: incomingSchema });
const remoteSchema = z.object({ ...about, message: remoteFileSchema });

/** The body of `POST /channels/rest/:token/messages`. */
export const restMessageSchema = z.union([spokenSchema, remoteSchema]).meta({ id: 'RestMessage' });

/** A body that names the address of a file: its mistakes are told as such a body's. */
const namesAddress = z.object({ message: z.object({ url: z.string() }) });

/** Any other system: JSON in; answers come back in the response (`?wait=1`) and, where an address is given, as signed callbacks. */
export const rest: Channel = {
  type: 'rest',
  delivery: 'keyed',
  // Its token is held by a system, not by a person: nobody writes too fast.
  limit: null,
  normalise: (given) => given.normalize('NFC').trim(),
  decode(body) {
    if (namesAddress.safeParse(body).success) {
      const parsed = remoteSchema.safeParse(body);
      if (!parsed.success) return { fields: problemsOf(parsed.error) };
      const { message: remote, ...event } = parsed.data;
      return [{ ...eventOf(event), message: { type: 'unsupported', was: remote.type }, remote }];
    }
    const parsed = spokenSchema.safeParse(body);
    if (!parsed.success) return { fields: problemsOf(parsed.error) };
    const { message, ...event } = parsed.data;
    return [{ ...eventOf(event), message }];
  },
  encode({ turnId, identifier: from, messages }, { settings }) {
    if (typeof settings['callbackUrl'] !== 'string' || messages.length === 0) return null;
    return { turnId, from, messages: messages.map(({ message, language, error }) => ({ ...message, language, ...(error && { error }) })) };
  },
  send: sendCallback,
};

function eventOf({ id, from: { id: from, ...person } }: { id: string; from: Omit<Sender, 'identifier'> & { id: string } }): Pick<Decoded, 'id' | 'from'> {
  return { id, from: { ...person, identifier: rest.normalise(from) } };
}

function problemsOf(error: z.ZodError): Malformed['fields'] {
  return error.issues.slice(0, 50).map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}
