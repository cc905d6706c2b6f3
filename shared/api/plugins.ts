import * as z from 'zod';
import { pluginDefinitionSchema } from '../nodes/pluginDefinition.ts';
import { idSchema, timeSchema } from './common.ts';

/** A plugin by its newest version. */
export const pluginSchema = z.object({
  definition: pluginDefinitionSchema,
  madeAt: timeSchema,
  madeBy: z.string().nullable(),
  /** Flows whose draft uses it, and the oldest version they use. */
  usedBy: z.array(z.object({ botId: idSchema, bot: z.string(), flowId: idSchema, flow: z.string(), version: z.number().int() })),
}).meta({ id: 'Plugin' });
export type Plugin = z.infer<typeof pluginSchema>;

export const pluginListSchema = z.object({
  items: z.array(pluginSchema),
  /** Ready-made ones to begin with. */
  examples: z.array(pluginDefinitionSchema),
}).meta({ id: 'PluginList' });
export type PluginList = z.infer<typeof pluginListSchema>;

/** A key as addresses have it. */
export const pluginKeySchema = pluginDefinitionSchema.shape.key;

/** A definition without its version: that is given when it is kept. */
export const pluginBodySchema = pluginDefinitionSchema.omit({ version: true });
export type PluginBody = z.input<typeof pluginBodySchema>;

/** A new version; `base` is the one it was made from. */
export const pluginVersionBodySchema = z.object({ base: z.number().int().min(1), definition: pluginBodySchema });

/** A definition to try with these values for its inputs. */
export const tryPluginBodySchema = z.object({ definition: pluginBodySchema, inputs: z.record(z.string().max(40), z.json()) });

/** What came of trying it: what was asked and taken, or the sentence the author reads. */
export const triedPluginSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), /** What was asked, without secrets. */ asked: z.string(), status: z.number(), ms: z.number(), isJson: z.boolean(), value: z.json(), /** By the names of the outputs. */ values: z.record(z.string(), z.json()), problem: z.string().optional() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]).meta({ id: 'TriedPlugin' });
export type TriedPlugin = z.infer<typeof triedPluginSchema>;
