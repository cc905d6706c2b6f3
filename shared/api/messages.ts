import * as z from 'zod';
import { fileKinds } from '../messages/files.ts';
import { formKinds } from '../messages/form.ts';
import { incomingSchema, mediaSchema } from '../messages/incoming.ts';
import type { Outgoing } from '../messages/outgoing.ts';

const said = {
  text: z.object({ type: z.literal('text'), text: z.string(), header: z.string().optional(), footer: z.string().optional(), by: z.enum(['model', 'standIn']).optional() }),
  picture: z.object({ type: z.enum(['image', 'video', 'document']), media: mediaSchema, caption: z.string().optional() }),
  audio: z.object({ type: z.literal('audio'), media: mediaSchema }),
  choices: z.object({
    type: z.literal('choices'),
    body: z.string(),
    header: z.string().optional(),
    footer: z.string().optional(),
    options: z.array(z.object({ id: z.string(), label: z.string(), note: z.string().optional() })),
    several: z.object({ least: z.number().int(), most: z.number().int() }).optional(),
    wait: z.number().int(),
  }),
  form: z.object({
    type: z.literal('form'),
    body: z.string(),
    submit: z.string(),
    cancel: z.string().optional(),
    fields: z.array(z.object({
      id: z.string(), kind: z.enum(formKinds), label: z.string(), note: z.string().optional(), required: z.boolean(),
      options: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
      when: z.object({ field: z.string(), is: z.enum(['answered', 'unanswered', 'equal', 'different', 'atLeast', 'atMost']), value: z.string() }).optional(),
      min: z.number().optional(), max: z.number().optional(), whole: z.boolean().optional(), maxLength: z.number().optional(), files: z.array(z.enum(fileKinds)).optional(),
    })),
    given: z.record(z.string(), z.json()),
    errors: z.record(z.string(), z.string()),
    wait: z.number().int(),
  }),
  typing: z.object({ type: z.literal('typing') }),
};

/** What a bot said, as it is stored and shown. */
export const outgoingSchema: z.ZodType<Outgoing> = z.discriminatedUnion('type', [said.text, said.picture, said.audio, said.choices, said.form, said.typing]).meta({ id: 'OutgoingMessage' });

/** What stands beside a message given out: the language it is in, and whether it is the apology for a turn that failed. */
const beside = { language: z.string(), error: z.boolean().optional() };

/** A file as other systems get it: with a signed address, good for some days. */
const addressed = { media: mediaSchema.extend({ url: z.url() }) };

/** What a bot said, as other systems get it. */
export const answerMessageSchema: z.ZodType<Outgoing & { language: string; error?: boolean | undefined }> = z.discriminatedUnion('type', [
  said.text.extend(beside), said.picture.extend({ ...beside, ...addressed }), said.audio.extend({ ...beside, ...addressed }), said.choices.extend(beside), said.form.extend(beside), said.typing.extend(beside),
]).meta({ id: 'AnswerMessage' });

/** What a contact said, as it is stored and shown. */
export const incomingMessageSchema = incomingSchema.meta({ id: 'IncomingMessage' });
