import * as z from 'zod';
import { valueTypeSchema } from '../flow/document.ts';
import { modelRoles, writingRoles } from '../machine/modelCall.ts';
import { maxText } from '../messages/incoming.ts';
import { idSchema, nameSchema } from './common.ts';

/** What a model is used for. */
export const modelRoleSchema = z.enum(modelRoles);

const baseUrl = z.string().trim().max(500).regex(/^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/i, 'An address is such as https://api.openai.com/v1').transform((text) => text.replace(/\/+$/, ''));

const key = z.string().trim().min(1, 'The key is missing').max(2_000).regex(/^[\x21-\x7e]+$/, 'A key has no spaces or line breaks');
const price = z.number().min(0).max(100_000);
const maxOutput = z.number().int().min(1).max(1_000_000).nullable();
const modelName = z.string().trim().min(1, 'A name is missing').max(200);

/** A model of an endpoint. Prices are per million tokens, in whatever currency the owner counts in. */
export const languageModelSchema = z.object({
  id: idSchema,
  name: z.string(),
  priceIn: z.number(),
  priceOut: z.number(),
  maxOutput: z.number().nullable(),
  /** What it took in the last 30 days. */
  spent: z.object({ calls: z.number().int(), failed: z.number().int(), tokensIn: z.number(), tokensOut: z.number(), cost: z.number() }),
}).meta({ id: 'LanguageModel' });
export type LanguageModel = z.infer<typeof languageModelSchema>;

/** An endpoint with its models; its key is never shown again. */
export const modelEndpointSchema = z.object({
  id: idSchema,
  name: z.string(),
  baseUrl: z.string(),
  hasKey: z.boolean(),
  /** Its address names a private network. */
  private: z.boolean(),
  models: z.array(languageModelSchema),
}).meta({ id: 'ModelEndpoint' });
export type ModelEndpoint = z.infer<typeof modelEndpointSchema>;

/** All models of the installation; roles list ids in the order in which they are tried. */
export const modelRegistrySchema = z.object({
  endpoints: z.array(modelEndpointSchema),
  roles: z.object({ fast: z.array(idSchema), best: z.array(idSchema), embedding: z.array(idSchema), speech: z.array(idSchema) }),
  /** Calls of the last 30 days that the stand-in answered. */
  standInCalls: z.number().int(),
}).meta({ id: 'ModelRegistry' });
export type ModelRegistry = z.infer<typeof modelRegistrySchema>;

/** The roles that have a model, for everybody who draws. */
export const servedRolesSchema = z.object({ roles: z.array(modelRoleSchema) }).meta({ id: 'ServedRoles' });

export const createModelEndpointBodySchema = z.object({ name: nameSchema, baseUrl, key: key.nullable().default(null) });
export type CreateModelEndpointBody = z.input<typeof createModelEndpointBodySchema>;

/** Left out = unchanged; a key of null is taken away. */
export const changeModelEndpointBodySchema = z.object({ name: nameSchema.optional(), baseUrl: baseUrl.optional(), key: key.nullable().optional() });
export type ChangeModelEndpointBody = z.input<typeof changeModelEndpointBodySchema>;

export const addModelBodySchema = z.object({ name: modelName, priceIn: price.default(0), priceOut: price.default(0), maxOutput: maxOutput.default(null), roles: z.array(modelRoleSchema).max(modelRoles.length).default([]) });
export type AddModelBody = z.input<typeof addModelBodySchema>;

export const changeModelBodySchema = z.object({ name: modelName.optional(), priceIn: price.optional(), priceOut: price.optional(), maxOutput: maxOutput.optional() });
export type ChangeModelBody = z.input<typeof changeModelBodySchema>;

/** The models of a role, in the order in which they are tried. */
export const orderModelsBodySchema = z.object({ models: z.array(z.uuid()).max(50) });

export const tryModelBodySchema = z.object({ role: modelRoleSchema });

/** How trying a model out went. */
export const triedModelSchema = z.object({ ok: z.boolean(), ms: z.number(), says: z.string(), tokensIn: z.number(), tokensOut: z.number(), cost: z.number() }).meta({ id: 'TriedModel' });
export type TriedModel = z.infer<typeof triedModelSchema>;

const parts = z.array(z.union([z.string().max(maxText), z.object({ value: z.string().max(65_536), name: z.string().max(maxText), personal: z.boolean().optional() })])).max(500);

const modelFieldSchema = z.object({ as: z.string().max(100), name: z.string().max(200), help: z.string().max(maxText), type: valueTypeSchema });

/** One call of a model, language or classify node with its values in it, to see what it gives. */
export const tryModelCallBodySchema = z.object({
  node: z.string().max(40),
  role: z.enum(writingRoles),
  instructions: parts,
  data: z.record(z.string().max(200), z.json()),
  /** The conversation's last lines, where the node hands them over. */
  lines: z.array(z.object({ by: z.enum(['contact', 'bot']), text: z.string().max(maxText) })).max(100).default([]),
  output: z.discriminatedUnion('as', [
    z.object({ as: z.literal('text'), mostLetters: z.number().int().min(1).max(65_536), streams: z.boolean() }),
    z.object({ as: z.literal('fields'), fields: z.array(modelFieldSchema).max(100) }),
    z.object({ as: z.literal('option'), options: z.array(z.object({ id: z.string().max(100), label: parts, description: parts.optional(), examples: parts.optional() })).max(200), least: z.number().min(0).max(1) }),
  ]),
  /** Flows it may ask for while it makes its answer, how often, and what they gave so far. */
  tools: z.array(z.object({ id: z.string().max(100), name: z.string().max(200), help: z.string().max(maxText), takes: z.array(modelFieldSchema).max(100), gives: z.array(z.string().max(100)).max(100) })).max(50).optional(),
  mostCalls: z.number().int().min(0).max(100).optional(),
  steps: z.array(z.object({ tool: z.string().max(100), arguments: z.record(z.string(), z.json()), result: z.record(z.string(), z.json()).nullable() })).max(100).optional(),
  temperature: z.number().min(0).max(2).optional(),
  mostTokens: z.number().int().min(1).max(1_000_000).optional(),
  timeoutMs: z.number().min(1).max(300_000),
  language: z.string().max(40),
});
export type TryModelCallBody = z.input<typeof tryModelCallBodySchema>;

/** What the models of the role gave, and what it took; or the sentence the author reads. */
export const triedModelCallSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), ms: z.number(), result: z.record(z.string(), z.json()), used: z.object({ model: z.string().nullable(), tokensIn: z.number(), tokensOut: z.number(), cost: z.number() }) }),
  z.object({ ok: z.literal(false), error: z.string() }),
]).meta({ id: 'TriedModelCall' });
export type TriedModelCall = z.infer<typeof triedModelCallSchema>;
