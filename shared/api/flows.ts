import * as z from 'zod';
import { batchSchema } from '../flow/batch.ts';
import { flowSchema } from '../flow/document.ts';
import { idSchema, listOf, nameSchema, timeSchema } from './common.ts';
import { issueSchema } from './issues.ts';

/** A flow of a bot without its drawing. */
export const flowHeadSchema = z.object({
  id: idSchema,
  botId: idSchema,
  kind: z.enum(['bot', 'task', 'workflow', 'subflow']),
  name: z.string(),
  revision: z.number().int(),
  changedAt: timeSchema,
}).meta({ id: 'FlowHead' });
export type FlowHead = z.infer<typeof flowHeadSchema>;

export const flowListSchema = listOf(flowHeadSchema).meta({ id: 'FlowList' });

export const createSubflowBodySchema = z.object({ name: nameSchema });
export type CreateSubflowBody = z.input<typeof createSubflowBodySchema>;

export const renameFlowBodySchema = z.object({ name: nameSchema });
export type RenameFlowBody = z.input<typeof renameFlowBodySchema>;

/** A document on its way in: parsed by `parseFlow`, which names the path of every field that is wrong. */
const documentIn = z.record(z.string(), z.unknown()).meta({ description: 'A flow document, as in Draft.flow' });

/** A drawing in its current revision. */
export const draftSchema = z.object({ revision: z.number().int(), flow: flowSchema }).meta({ id: 'Draft' });
export type Draft = z.infer<typeof draftSchema>;

/** Saves a whole drawing made from `revision`; the server finds the ops. */
export const saveDraftBodySchema = z.object({ revision: z.number().int().min(0), flow: documentIn, gesture: z.string().min(1).max(120).optional() });
export type SaveDraftBody = z.input<typeof saveDraftBodySchema>;

/** What to say beside a refusal for being late: the drawing as it is now. */
export const staleSchema = z.object({
  error: z.object({
    code: z.enum(['stale', 'gone']),
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })),
    requestId: z.string(),
  }),
  revision: z.number().int(),
  flow: flowSchema,
  /** For a batch: the first op that does not fit, and what stands in its place. */
  refusal: z.object({
    op: z.number().int(),
    path: z.array(z.string()),
    reason: z.enum(['stale', 'gone', 'exists']),
    current: z.json().optional(),
    message: z.string(),
  }).optional(),
}).meta({ id: 'Stale' });
export type Stale = z.infer<typeof staleSchema>;

/** Adds one batch. It need not be made from the newest revision: each op says what it expects. */
export const addOpsBodySchema = batchSchema;
export type AddOpsBody = z.input<typeof addOpsBodySchema>;

/** One accepted batch, in the order the server gave it. */
export const acceptedBatchSchema = z.object({
  flowId: idSchema,
  revision: z.number().int(),
  batch: batchSchema,
  by: z.object({ id: idSchema, name: z.string() }).nullable(),
  at: timeSchema,
}).meta({ id: 'AcceptedBatch' });
export type AcceptedBatch = z.infer<typeof acceptedBatchSchema>;

/** Batches after a revision, oldest first: how a studio catches up. */
export const batchListSchema = listOf(acceptedBatchSchema).meta({ id: 'BatchList' });
export const batchQuerySchema = z.object({
  afterRevision: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

/** `acceptWarnings`: true accepts all, a list those with these keys (`issueKey`). `move`: which conversations go over at once. */
export const publishBodySchema = z.object({
  note: z.string().max(500).optional(),
  acceptWarnings: z.union([z.boolean(), z.array(z.string().max(300)).max(5_000)]).optional(),
  move: z.enum(['new', 'resting']).optional(),
});
export type PublishBody = z.input<typeof publishBodySchema>;

/** Why nothing was published: all issues, and under `fields` what to do about those that stand in the way. */
export const unpublishableSchema = z.object({
  error: z.object({
    code: z.literal('invalid'),
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })),
    requestId: z.string(),
  }),
  issues: z.array(issueSchema),
}).meta({ id: 'Unpublishable' });
export type Unpublishable = z.infer<typeof unpublishableSchema>;
