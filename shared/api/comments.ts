import * as z from 'zod';
import { accessSchema } from './access.ts';
import { idSchema, listOf, timeSchema } from './common.ts';

/** How much is kept: characters of a comment, people called by one, comments of a thread, threads of a bot. */
export const commentLimits = { text: 4_000, mentions: 20, comments: 500, threads: 2_000 } as const;

const person = z.object({ id: idSchema, name: z.string() });
const place = z.number().min(-1_000_000).max(1_000_000);

/** One thing somebody said. `by` is null when the account is gone. */
export const commentSchema = z.object({
  id: idSchema,
  by: person.nullable(),
  text: z.string(),
  mentions: z.array(person),
  madeAt: timeSchema,
  editedAt: timeSchema.nullable(),
}).meta({ id: 'Comment' });
export type Comment = z.infer<typeof commentSchema>;

/** What is said about a node, or about a place of the canvas. It stands beside the drawing and outlives the node. */
export const threadSchema = z.object({
  id: idSchema,
  botId: idSchema,
  flowId: idSchema,
  node: z.string().nullable().describe('Id of the node in the flow’s document; null: a place on the canvas'),
  title: z.string().describe('What the node was called when it was first spoken of'),
  x: z.number(),
  y: z.number(),
  resolved: z.object({ at: timeSchema, by: person.nullable() }).nullable(),
  comments: z.array(commentSchema),
  readAt: timeSchema.nullable().describe('How far the caller has read; null: not at all'),
}).meta({ id: 'CommentThread' });
export type Thread = z.infer<typeof threadSchema>;
export const threadListSchema = listOf(threadSchema).meta({ id: 'CommentThreadList' });

/** What is written: plain text, never markup. Whoever is in `mentions` is told. */
export const commentBodySchema = z.object({
  text: z.string().trim().min(1, 'A comment says something').max(commentLimits.text, `A comment has at most ${commentLimits.text} characters`),
  mentions: z.array(idSchema).max(commentLimits.mentions).default([]),
});
export type CommentBody = z.input<typeof commentBodySchema>;

/** Begins a thread on a node, or without one at a place of the canvas. */
export const startThreadBodySchema = commentBodySchema.extend({
  flowId: z.uuid(),
  node: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'This is no id of a node').nullable().default(null),
  x: place,
  y: place,
});
export type StartThreadBody = z.input<typeof startThreadBodySchema>;

export const resolveThreadBodySchema = z.object({ resolved: z.boolean() });
export type ResolveThreadBody = z.input<typeof resolveThreadBodySchema>;

/** How far somebody has read: the time of the last comment seen. */
export const readThreadBodySchema = z.object({ upTo: timeSchema });

/** People who can be called by a comment: every account that sees the bot. */
export const colleagueListSchema = z.object({ items: z.array(person.extend({ access: accessSchema })) }).meta({ id: 'ColleagueList' });
export type Colleague = z.infer<typeof colleagueListSchema>['items'][number];

/** Somebody called the caller. */
export const mentionSchema = z.object({
  comment: commentSchema,
  threadId: idSchema,
  title: z.string(),
  node: z.string().nullable(),
  bot: person,
  flow: z.object({ id: idSchema, name: z.string(), main: z.boolean() }),
  read: z.boolean(),
}).meta({ id: 'Mention' });
export type Mention = z.infer<typeof mentionSchema>;
export const mentionListSchema = listOf(mentionSchema).extend({ unread: z.number().int() }).meta({ id: 'MentionList' });
export type MentionList = z.infer<typeof mentionListSchema>;
