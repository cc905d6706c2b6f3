import * as z from 'zod';

const id = z.string().min(1).max(200);
const words = z.string().max(100_000);
const record = z.record(z.string(), z.json());

const flowCase = z.object({ uuid: id, type: words, arguments: z.array(words).max(100).default([]), category_uuid: id });
export type RapidproCase = z.infer<typeof flowCase>;

const router = z.object({
  type: words,
  operand: words.default(''),
  result_name: words.optional(),
  wait: z.object({ type: words, timeout: z.object({ seconds: z.number(), category_uuid: id }).nullish() }).nullish(),
  categories: z.array(z.object({ uuid: id, name: words.default(''), exit_uuid: id.nullish() })).max(500).default([]),
  cases: z.array(flowCase).max(500).default([]),
  default_category_uuid: id.nullish(),
});
export type RapidproRouter = z.infer<typeof router>;

const action = z.object({ uuid: id, type: words }).catchall(z.json());
export type RapidproAction = z.infer<typeof action>;

const node = z.object({
  uuid: id, actions: z.array(action).max(100).default([]), router: router.nullish(), exits: z.array(z.object({ uuid: id, destination_uuid: id.nullish() })).max(500),
});
export type RapidproNode = z.infer<typeof node>;

const place = z.object({ left: z.number(), top: z.number() });

const flow = z.object({
  uuid: id,
  name: words.default('Flow'),
  spec_version: z.string().regex(/^1[34]\b/, 'Only flows of spec 13 and 14 are read. Export them again from a current version'),
  language: words.default('eng'),
  /** language -> uuid of a thing -> its field -> texts */
  localization: z.record(z.string(), z.record(z.string(), record)).default({}),
  nodes: z.array(node).max(5_000),
  _ui: z.object({ nodes: z.record(z.string(), z.object({ position: place })).default({}), stickies: z.record(z.string(), z.object({ position: place, title: words.default(''), body: words.default('') })).default({}) }).optional().catch(undefined),
});
export type RapidproFlow = z.infer<typeof flow>;

/** An export of RapidPro or TextIt; one of Glific wraps each flow in `definition`; a bare flow stands for itself. */
export const rapidproSchema = z.preprocess(unwrapped, z.object({
  flows: z.array(flow).min(1).max(200),
  triggers: z.array(record).max(5_000).default([]),
  campaigns: z.array(record).max(5_000).default([]),
}));
export type Rapidpro = z.infer<typeof rapidproSchema>;

function unwrapped(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if (!('flows' in json)) return { flows: [json] };
  if (!Array.isArray(json.flows)) return json;
  return { ...json, flows: json.flows.map((each: unknown) => (typeof each === 'object' && each !== null && 'definition' in each ? each.definition : each)) };
}
