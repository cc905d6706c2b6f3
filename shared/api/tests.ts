import * as z from 'zod';
import { conversationTestSchema } from '../nodes/golden.ts';
import { idSchema, listOf, timeSchema } from './common.ts';

/** The most tests one bot keeps, and the most bytes of one. */
export const testLimits = { tests: 500, bytes: 100_000 } as const;

/** What may be kept: a name to know it by and a conversation that says something. */
export const keptTestSchema = conversationTestSchema.extend({
  description: z.string().trim().min(1).max(120),
  conversation: conversationTestSchema.shape.conversation.min(1).max(500),
});

/** A kept conversation test. */
export const testSchema = z.object({
  id: idSchema,
  test: conversationTestSchema,
  by: z.object({ id: idSchema, name: z.string() }).nullable(),
  madeAt: timeSchema,
  changedAt: timeSchema,
}).meta({ id: 'ConversationTest' });
export type KeptTest = z.infer<typeof testSchema>;

export const testListSchema = listOf(testSchema).meta({ id: 'ConversationTestList' });
export const testBodySchema = z.object({ test: keptTestSchema });
export type TestBody = z.input<typeof testBodySchema>;
