import * as z from 'zod';
import type { ValueType } from '../expressions/types.ts';
import { maxText } from '../messages/incoming.ts';

/** The current shape of the document; older ones are migrated on read (`flow/migrations`). */
export const flowSchemaVersion = 1;

/** Caps on one document (reference: contracts, "Flow document"). */
export const flowLimits = { nodes: 5_000, bytes: 5_000_000, text: maxText, code: 65_536 } as const;

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'An id has 1 to 40 letters, digits, - or _');
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language is a tag such as en, fr or pt-BR');
/** How variables, and the fields of their values, may be named: as expressions say them. */
export const nameShape = /^[A-Za-z_][A-Za-z0-9_]{0,39}$/;
const coordinate = z.number().min(-1_000_000).max(1_000_000);
const text = z.string().max(flowLimits.text);

/** A value type as authors declare it; lists and objects nest at most two deep. */
export const valueTypeSchema: z.ZodType<ValueType> = z.lazy(() => z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['text', 'number', 'boolean', 'date', 'time', 'datetime', 'duration', 'file']) }),
  z.object({ kind: z.literal('list'), of: valueTypeSchema }),
  z.object({ kind: z.literal('object'), fields: z.record(z.string().regex(nameShape), valueTypeSchema) }),
])) as z.ZodType<ValueType>;

export const variableSchema = z.object({
  name: z.string().regex(nameShape, 'A name starts with a letter and has letters, digits and _'),
  type: valueTypeSchema,
  initial: z.json().optional(),
  /** Redacted in logs and traces, masked for people without the right to see it. */
  personal: z.boolean().optional(),
  /** In a subflow: filled by the caller, or given back to it. */
  direction: z.enum(['in', 'out']).optional(),
  order: z.number(),
});

export const nodeSchema = z.object({
  type: z.string().min(1).max(40),
  title: z.string().max(120).optional(),
  x: coordinate,
  y: coordinate,
  /** Parsed by the node type's own schema; see `parseFlow`. */
  data: z.record(z.string(), z.json()),
});

/** From a node's exit to a node. At most one edge per exit. */
export const edgeSchema = z.object({ from: id, exit: z.string().min(1).max(40), to: id });

export const noteSchema = z.object({ text, x: coordinate, y: coordinate, width: z.number().min(80).max(2_000), height: z.number().min(40).max(2_000) });

/** The colours a frame can have, by the family of nodes or the mark they are taken from. */
export const frameTones = ['ends', 'talk', 'work', 'think', 'connect', 'warn'] as const;
export type FrameTone = (typeof frameTones)[number];

/** A titled, coloured area. What stands in it is found by where it stands, so that two people's moves never disagree about it. */
export const frameSchema = z.object({ title: z.string().max(120), tone: z.enum(frameTones), x: coordinate, y: coordinate, width: z.number().min(80).max(20_000), height: z.number().min(60).max(20_000) });

/** One translated text; `source` is the hash of the original it was made from, so that an outdated one is known. */
export const translationSchema = z.object({ text, source: z.string().max(64), by: z.enum(['person', 'machine']), accepted: z.boolean() });

export const channelTypes = ['web', 'rest', 'whatsapp', 'telegram'] as const;
export type ChannelType = (typeof channelTypes)[number];

export const shortcutSchema = z.object({
  /** Words separated by commas; translatable as `settings/shortcuts.<id>.keywords`. */
  keywords: text,
  does: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('restart') }),
    z.object({ kind: z.literal('dialog'), dialog: z.enum(['language', 'reset']) }),
    z.object({ kind: z.literal('call'), flow: id }),
  ]),
  order: z.number(),
});

/** What holds for the whole flow. Texts here are translatable as `settings/<field>`. A subflow says the main flow's where it has '' or nothing. */
export const settingsSchema = z.object({
  /** The channels the author means to use; the proof holds every text against their limits. */
  channels: z.array(z.enum(channelTypes)).max(4),
  /** The bot's own colour where its channel lets it show one, `#rrggbb`; the page adjusts it until it reads. Unset = the product's ink. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, 'A colour is # and six digits from 0 to f, such as #10597a').optional(),
  /** IANA time zone used when the contact's is unknown. */
  zone: z.string().max(60),
  sessionHours: z.number().int().min(1).max(720),
  /** Said when an action or expression fails and the node has no way out for it; the session then ends. */
  errorText: text,
  /** Said when a message cannot be an answer and the node says nothing itself. */
  unreadableText: text,
  /** Said when a message comes while an effect is under way. */
  waitingText: text,
  /** Silence on a message wait that sets no time of its own: after how long (ISO duration; unset = for ever) the session ends. */
  silenceAfter: z.string().max(30).optional(),
  /** An author's word that missing translations are meant: they become warnings. */
  missingTranslationsAccepted: z.boolean(),
  /** Asked before the first turn of a contact; '' = no consent asked. */
  consentText: text,
  shortcuts: z.record(id, shortcutSchema),
});

/** The authored document: what the author decided, nothing derived. Maps by id; ordered things carry `order`. */
export const flowSchema = z.object({
  schema: z.literal(flowSchemaVersion),
  kind: z.enum(['bot', 'task', 'workflow', 'subflow']),
  /** The first is the default, in which texts are typed. */
  languages: z.array(language).min(1).max(50),
  variables: z.record(id, variableSchema),
  nodes: z.record(id, nodeSchema),
  edges: z.record(id, edgeSchema),
  notes: z.record(id, noteSchema),
  /** Left out by documents from before there were frames. */
  frames: z.record(id, frameSchema).optional(),
  /** language -> key (`<nodeId>/<path.of.field>` or `settings/<path>`) -> translation */
  translations: z.record(language, z.record(z.string().max(200), translationSchema)),
  settings: settingsSchema,
});

export type Flow = z.infer<typeof flowSchema>;
export type FlowNode = z.infer<typeof nodeSchema>;
export type FlowEdge = z.infer<typeof edgeSchema>;
export type FlowFrame = z.infer<typeof frameSchema>;
export type FlowVariable = z.infer<typeof variableSchema>;
export type FlowSettings = z.infer<typeof settingsSchema>;
export type Translation = z.infer<typeof translationSchema>;

/** The flows of one bot as they are proven, compiled and released together. */
export interface FlowSet {
  /** Id of the main flow in `flows`. */
  main: string;
  flows: Record<string, Flow>;
}
