import * as z from 'zod';
import { idSchema, listOf, nameSchema, timeSchema } from './common.ts';
import { changeSchema, releaseFlowsSchema } from './releases.ts';

/** What a bot keeps of its history: so many named versions for good, and single steps for so many days. */
export const historyLimits = { named: 200, days: 400 } as const;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * A moment of a bot: `now`, `release:<id>`, `version:<id>` (a named one), or `step:<flow id>:<revision>` = right after that step, and
 * `before:<flow id>:<revision>` = right before it, both with the other flows as they were then.
 */
export const pointSchema = z.string().regex(new RegExp(`^(now|(release|version):${uuid}|(step|before):${uuid}:[1-9][0-9]{0,8})$`), 'A moment is now, release:<id>, version:<id>, step:<flow id>:<revision> or before:<flow id>:<revision>');

/** One thing a step was about, in the name it had then. */
const thingSchema = z.object({
  what: z.enum(['flow', 'node', 'edge', 'variable', 'note', 'frame', 'translation', 'setting']),
  id: z.string(),
  label: z.string(),
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
});

/** One step: what a person did at once. */
export const historyStepSchema = z.object({
  flowId: idSchema,
  revision: z.number().int(),
  /** What the person did, in words: "Move 3 nodes". */
  gesture: z.string(),
  by: z.object({ id: idSchema, name: z.string() }).nullable(),
  at: timeSchema,
  things: z.array(thingSchema),
  /** How many things in all; `things` has the first of them. */
  count: z.number().int(),
  /** Whether the drawing of this step can be shown: not that of steps from before drawings were kept. */
  kept: z.boolean(),
}).meta({ id: 'HistoryStep' });
export type HistoryStep = z.infer<typeof historyStepSchema>;

/** The steps of a bot, newest first. */
export const historyListSchema = listOf(historyStepSchema).meta({ id: 'HistoryList' });
export type HistoryList = z.infer<typeof historyListSchema>;
export const historyQuerySchema = z.object({
  /** Only the steps of this flow. */
  flow: z.uuid().optional(),
  after: z.string().regex(new RegExp(`^\\d{1,15}:${uuid}:\\d{1,9}$`), 'Give `next` of the page before').optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

/** A bot as it was at a moment. */
export const historyStateSchema = releaseFlowsSchema.extend({
  /** The revision of each flow; of a release or a named version, those it was made from. */
  revisions: z.record(idSchema, z.number().int()),
  /** What each flow is called now, or was when it was deleted; empty when nobody knows any more. */
  names: z.record(idSchema, z.string()),
  at: timeSchema,
}).meta({ id: 'HistoryState' });
export type HistoryState = z.infer<typeof historyStateSchema>;
export const stateQuerySchema = z.object({ point: pointSchema.default('now') });

/** A subflow that was deleted since, as it was at a moment; without one, as it was when it was deleted. */
export const bringBackBodySchema = z.object({ point: pointSchema.optional(), flowId: z.uuid() });
export type BringBackBody = z.input<typeof bringBackBodySchema>;

/** What is different between two moments; a side that is left out is now. */
export const historyDiffSchema = z.object({ changes: z.array(changeSchema) }).meta({ id: 'HistoryDiff' });
export const historyDiffQuerySchema = z.object({ from: pointSchema.default('now'), to: pointSchema.default('now') });

/** A moment that somebody gave a name. */
export const namedVersionSchema = z.object({
  id: idSchema,
  botId: idSchema,
  name: z.string(),
  /** The moment itself. */
  at: timeSchema,
  by: z.object({ id: idSchema, name: z.string() }).nullable(),
  madeAt: timeSchema,
}).meta({ id: 'NamedVersion' });
export type NamedVersion = z.infer<typeof namedVersionSchema>;
export const namedVersionListSchema = listOf(namedVersionSchema).meta({ id: 'NamedVersionList' });

export const nameVersionBodySchema = z.object({ name: nameSchema, point: pointSchema });
export type NameVersionBody = z.input<typeof nameVersionBodySchema>;
export const renameVersionBodySchema = z.object({ name: nameSchema });
