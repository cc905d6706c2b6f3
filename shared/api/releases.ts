import * as z from 'zod';
import { flowSchema } from '../flow/document.ts';
import { idSchema, listOf, timeSchema } from './common.ts';
import { issueSchema } from './issues.ts';

/** What was proven when a release was made; kept with it. */
export const proofSchema = z.object({
  issues: z.array(issueSchema),
  /** Counts the proof prints: nodes, exits, loops, variables, texts ... */
  facts: z.record(z.string(), z.json()),
  /** The run of the readable code under xstate beside the engine; `left` = events it did not try, in a very large flow. */
  codeCheck: z.object({ paths: z.number().int(), steps: z.number().int(), left: z.number().int().default(0), ms: z.number(), shared: z.array(z.string()) }).nullable(),
  /** Kept conversations that were held with it, and how many of them went otherwise than written and were accepted so. */
  tests: z.object({ ran: z.number().int(), otherwise: z.number().int() }).default({ ran: 0, otherwise: 0 }),
  ms: z.number(),
}).meta({ id: 'Proof' });
export type Proof = z.infer<typeof proofSchema>;

/** A published, immutable version. */
export const releaseSchema = z.object({
  id: idSchema,
  botId: idSchema,
  /** Shown as v14. */
  no: z.number().int(),
  note: z.string(),
  sha256: z.string(),
  by: z.object({ id: idSchema, name: z.string() }).nullable(),
  at: timeSchema,
  /** Whether new conversations start on it. */
  live: z.boolean(),
  openSessions: z.number().int(),
  proof: proofSchema,
}).meta({ id: 'Release' });
export type Release = z.infer<typeof releaseSchema>;

export const releaseListSchema = listOf(releaseSchema).meta({ id: 'ReleaseList' });

/** `moved` = conversations that went over at once. */
export const publishedSchema = z.object({ release: releaseSchema, moved: z.number().int() }).meta({ id: 'Published' });
export type Published = z.infer<typeof publishedSchema>;

export const rolledBackSchema = z.object({ release: releaseSchema }).meta({ id: 'RolledBack' });

/** `against`: another release of the bot, `draft`, or `previous` (the one before; with none, an empty drawing). */
export const diffQuerySchema = z.object({ against: z.string().min(1).max(80).default('previous') });

/** One thing that is different. Paths are those of the document; values as they stand on each side. */
export const changeSchema = z.object({
  flow: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  what: z.enum(['flow', 'node', 'edge', 'variable', 'note', 'frame', 'translation', 'setting']),
  id: z.string(),
  /** The node's title or type, the variable's name: something to read. */
  label: z.string(),
  fields: z.array(z.object({ path: z.array(z.string()), before: z.json().optional(), after: z.json().optional() })),
  /** Only its place on the canvas is different. */
  moved: z.boolean(),
}).meta({ id: 'Change' });
export type Change = z.infer<typeof changeSchema>;

/** Two versions side by side: `from` null = nothing, `to` null = the draft. */
export const diffSchema = z.object({
  from: z.object({ id: idSchema, no: z.number().int() }).nullable(),
  to: z.object({ id: idSchema, no: z.number().int() }).nullable(),
  changes: z.array(changeSchema),
}).meta({ id: 'Diff' });
export type Diff = z.infer<typeof diffSchema>;

/** The flows of a release as they were drawn. */
export const releaseFlowsSchema = z.object({ main: idSchema, flows: z.record(idSchema, flowSchema) }).meta({ id: 'ReleaseFlows' });
export type ReleaseFlows = z.infer<typeof releaseFlowsSchema>;
