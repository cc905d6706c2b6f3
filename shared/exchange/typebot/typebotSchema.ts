import * as z from 'zod';

const words = z.string().max(100_000);
const id = z.string().min(1).max(200);
const place = z.object({ x: z.number(), y: z.number() });
/** Options are read by whoever knows the block; what does not fit counts as not there. */
const options = z.record(z.string(), z.json()).optional().catch(undefined);

export const comparisonSchema = z.object({ variableId: words.optional(), comparisonOperator: words.optional(), value: words.nullish() });
export const typebotConditionSchema = z.object({ logicalOperator: words.optional(), comparisons: z.array(comparisonSchema).max(200).default([]) });
export type TypebotCondition = z.infer<typeof typebotConditionSchema>;

const item = z.object({
  id,
  outgoingEdgeId: id.optional(),
  /** Words of a button, or a condition. */
  content: z.json().optional(),
  value: words.nullish(),
  title: words.nullish(),
  description: words.nullish(),
  /** When a button is shown; kept only as far as there is such a condition. */
  displayCondition: z.looseObject({ isEnabled: z.boolean().optional() }).optional().catch(undefined),
  /** Of an A/B test. */
  path: words.optional(),
  /** Of a card. */
  paths: z.array(z.object({ id, text: words.optional(), outgoingEdgeId: id.optional() })).max(50).optional(),
});
export type TypebotItem = z.infer<typeof item>;

const block = z.object({
  id, type: z.string().max(100), outgoingEdgeId: id.optional(), content: z.record(z.string(), z.json()).optional().catch(undefined), options, items: z.array(item).max(500).optional(),
});
export type TypebotBlock = z.infer<typeof block>;

/** An export of Typebot, version 6: what of it matters to a conversation. Everything else (theme, results, plan) is not read. */
export const typebotSchema = z.object({
  version: z.string().regex(/^6/, 'Only exports of version 6 are read. Open the bot in today’s Typebot and export it again'),
  id: id.optional(),
  name: words.default('Typebot'),
  events: z.array(z.object({ id, type: z.string().max(100), outgoingEdgeId: id.optional(), graphCoordinates: place })).max(500),
  groups: z.array(z.object({ id, title: words.default(''), graphCoordinates: place, blocks: z.array(block).max(1_000) })).max(5_000),
  edges: z.array(z.object({ id, to: z.object({ groupId: id, blockId: id.optional() }) })).max(20_000),
  variables: z.array(z.object({ id, name: words, value: z.json().optional() })).max(5_000),
});
export type Typebot = z.infer<typeof typebotSchema>;
