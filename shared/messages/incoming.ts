import * as z from 'zod';

/** The most characters of text one message may carry anywhere in Parley. */
export const maxText = 4096;

const text = z.string().max(maxText);

/** A stored file as messages carry it: never a url, the media store resolves `id`. */
export const mediaSchema = z.object({
  id: z.string().min(1).max(100),
  mime: z.string().max(100),
  name: z.string().max(255),
  bytes: z.number().int().nonnegative(),
});
export type Media = z.infer<typeof mediaSchema>;

/** Everything that can come in from a contact, on any channel, parsed at the door. */
export const incomingSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: text.min(1) }),
  z.object({ type: z.literal('image'), media: mediaSchema, caption: text.optional() }),
  z.object({ type: z.literal('audio'), media: mediaSchema }),
  z.object({ type: z.literal('video'), media: mediaSchema, caption: text.optional() }),
  z.object({ type: z.literal('document'), media: mediaSchema, caption: text.optional() }),
  z.object({ type: z.literal('location'), latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), label: text.optional() }),
  z.object({ type: z.literal('contact'), name: text, phones: z.array(z.string().max(40)).max(20) }),
  /** A tapped option; `wait` is the id of the wait that offered it, so that a late tap is known as late. */
  z.object({ type: z.literal('choiceReply'), option: z.string().min(1).max(256), label: text.optional(), wait: z.number().int().nonnegative().optional() }),
  /** Several options taken together. */
  z.object({ type: z.literal('choicesReply'), options: z.array(z.string().min(1).max(256)).min(1).max(1_000), label: text.optional(), wait: z.number().int().nonnegative().optional() }),
  z.object({ type: z.literal('formReply'), values: z.record(z.string().max(100), z.json()), wait: z.number().int().nonnegative().optional() }),
  z.object({ type: z.literal('dialogReply'), dialog: z.string().max(50), value: z.string().max(256) }),
  z.object({ type: z.literal('reaction'), emoji: z.string().max(16), message: z.string().max(100).optional() }),
  z.object({ type: z.literal('edited'), message: z.string().max(100), text }),
  z.object({ type: z.literal('callback'), reference: z.string().max(200), code: z.string().max(100), value: z.json().optional() }),
  /** The contact opened the chat without saying anything (web page opened, Telegram /start). */
  z.object({ type: z.literal('start'), payload: z.string().max(256).optional() }),
  z.object({ type: z.literal('unsupported'), was: z.string().max(100) }),
]);
export type Incoming = z.infer<typeof incomingSchema>;
