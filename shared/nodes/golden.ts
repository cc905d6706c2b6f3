import * as z from 'zod';
import { incomingSchema, maxText } from '../messages/incoming.ts';
import { frameSchema } from '../machine/frameSchema.ts';

const text = z.string().max(maxText);
const name = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'A name has 1 to 40 letters, digits, - or _');
const json = z.record(z.string(), z.json());

/** A drawing in few words: no places, no settings but those that matter, edges as arrows. */
export const sketchSchema = z.strictObject({
  kind: z.enum(['bot', 'task', 'workflow', 'subflow']).optional(),
  /** The first is the author's. Unset = English. */
  languages: z.array(z.string()).min(1).optional(),
  /** By name: a type's name for the plain ones, else a variable as the document has it (without name and order). */
  variables: z.record(z.string(), z.union([z.string(), json])).optional(),
  /** By id: the node's type, or one entry `type: data`; data left out takes the type's own defaults. */
  nodes: z.record(name, z.union([z.string(), json])),
  /** `node -> node` by the first way out, or `node.exit -> node`. */
  edges: z.array(z.string().regex(/^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)? -> [A-Za-z0-9_-]+$/, 'An edge is written "node.exit -> node"')),
  /** language -> `node/field.path` -> text */
  translations: z.record(z.string(), z.record(z.string(), text)).optional(),
  settings: json.optional(),
});
export type Sketch = z.infer<typeof sketchSchema>;

/** What a bot said, as people see it. A bare text when it is nothing more. */
const saidSchema = z.union([text, z.strictObject({
  text: text.optional(),
  header: text.optional(),
  footer: text.optional(),
  /** `image: price-list.png` */
  file: z.string().optional(),
  /** Labels; with their note after ` | `. */
  options: z.array(text).optional(),
  /** How many options may be chosen together: `1-3`. */
  several: text.optional(),
  /** Fields of a form, see `formLines`. */
  form: z.array(text).optional(),
})]);
export type BotSaid = z.infer<typeof saidSchema>;

/** One line of a golden conversation: what comes in, or what must come out. */
export const goldenStepSchema = z.union([
  z.strictObject({ user: z.union([text, incomingSchema]) }),
  /** Taps an option of the last question by its label or id. */
  z.strictObject({ tap: text }),
  /** Takes several options of the last question together. */
  z.strictObject({ taps: z.array(text).min(1) }),
  z.strictObject({ bot: saidSchema }),
  /** An effect the machine asks for, without its wait. */
  z.strictObject({ does: json }),
  z.strictObject({ result: z.union([
    z.strictObject({ ok: z.literal(true), value: z.json() }),
    z.strictObject({ ok: z.literal(false), outcome: z.enum(['failed', 'unknown']), error: z.string() }),
  ]) }),
  /** What another system says about the callback that was opened; values left out are their type's zero. */
  z.strictObject({ callback: z.strictObject({ code: z.string().max(100), values: json.optional() }) }),
  /** How the dialog that was opened ended; the language dialog changes the contact's language. */
  z.strictObject({ dialogDone: z.string(), /** Set when the contact opened it themself. */ dialog: z.enum(['language', 'reset']).optional() }),
  /** Somebody sets variables by hand, those of the running flow first; null = nobody has set it. */
  z.strictObject({ set: json }),
  /** Time passes (ISO 8601 duration); what falls due happens. */
  z.strictObject({ later: z.string() }),
  z.strictObject({ ends: z.literal(true) }),
]);
export type GoldenStep = z.infer<typeof goldenStepSchema>;

/** In the middle: a node that is entered (`node`, or `flow:node`), or where a session rests that was had before, as its snapshot tells. */
const startSchema = z.union([
  z.strictObject({ at: z.string().min(1).max(100), variables: json.optional(), /** Of the called flow, where it is in one. */ locals: json.optional() }),
  z.strictObject({ frames: z.array(frameSchema).min(1).max(16), variables: json.optional(), /** Waits counted so far: buttons of before carry their numbers. */ seq: z.number().int().min(0).optional() }),
]);
export type GoldenStart = z.infer<typeof startSchema>;

/**
 * One golden conversation: a flow, what people say and what must be answered. The one format of cases, simulator, tests and
 * import. A message before the bot's first words only opens the conversation.
 */
export const goldenSchema = z.strictObject({
  description: z.string().min(1),
  flow: sketchSchema,
  /** Flows that the main one calls, by id. */
  subflows: z.record(name, sketchSchema).optional(),
  /** The contact's language. Unset = the author's. */
  language: z.string().optional(),
  /** ISO datetime in UTC at which the conversation begins. */
  clock: z.iso.datetime(),
  /** Minutes that the contact's time is ahead of UTC. */
  ahead: z.number().int().min(-840).max(840).optional(),
  /** The contact's time zone (IANA), where summer and winter matter; before `ahead`. */
  zone: z.string().max(60).optional(),
  /** Where it begins, unless at the beginning. */
  start: startSchema.optional(),
  channel: z.string().optional(),
  /** The contact's name, and their id: who is who in a split. */
  contact: z.string().optional(),
  conversation: z.array(goldenStepSchema),
  /** Values of the main flow's variables that are set when it is over. */
  variables: json.optional(),
});
export type Golden = z.infer<typeof goldenSchema>;

/** A conversation that a bot must be able to hold, whatever it is drawn like: written by an author, kept from a run, or by the model. */
export const conversationTestSchema = goldenSchema.omit({ flow: true, subflows: true });
export type ConversationTest = z.infer<typeof conversationTestSchema>;

/** The cases of one node type: golden conversations, and for every field one that differs from an example in that field only. */
export const nodeCasesSchema = z.strictObject({
  examples: z.array(goldenSchema).min(1),
  fields: z.array(z.strictObject({
    /** The field's path in the schema, entries of maps as `*`: `options.*.note`. */
    field: z.string(),
    /** Description of the example it is like. */
    like: z.string(),
    node: name,
    /** Where in the node's data it differs; `*` of the field is an entry's id here. */
    at: z.string(),
    /** What stands there instead; null = it is left out. */
    to: z.json(),
    /** Its own conversation; unset = the example's lines are played. */
    conversation: z.array(goldenStepSchema).optional(),
  })),
});
export type NodeCases = z.infer<typeof nodeCasesSchema>;
