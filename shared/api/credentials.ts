import * as z from 'zod';
import { idSchema, listOf, nameSchema, timeSchema } from './common.ts';

/** How a credential goes along with a request: as a bearer token, as user and password, in a header, as a parameter of the address. */
export const credentialKinds = ['bearer', 'basic', 'header', 'query'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

/** A host as it stands in an address: a name or an address, with its port when it is not the usual one. */
export const hostSchema = z.string().trim().toLowerCase().max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?$/, 'A host is such as api.example.org, without https:// and without a path');

const hosts = z.array(hostSchema).min(1, 'Name at least one host').max(20, 'At most 20 hosts');
const secret = z.string().min(1, 'The secret is missing').max(8_000).refine((text) => !/[\0\r\n]/.test(text), 'A secret has one line');
const field = z.string().trim().max(200);

/** The name of the header or parameter, or of the user; a bearer token has none. */
const fieldProblems: Readonly<Record<CredentialKind, { pattern: RegExp; message: string }>> = {
  bearer: { pattern: /^$/, message: 'A bearer token has no name' },
  basic: { pattern: /^[^:\p{Cc}]+$/u, message: 'The name of the user is missing or has a colon' },
  header: { pattern: /^(?!(?:host|connection|content-length|transfer-encoding|cookie)$)[A-Za-z0-9-]+$/i, message: 'A header has letters, digits and -, and is not one the connection sets' },
  query: { pattern: /^[\w.~-]+$/, message: 'A parameter has letters, digits, . _ ~ and -' },
};

/** What is wrong with the name that goes with a kind; undefined when all is well. */
export function fieldProblem(kind: CredentialKind, name: string): string | undefined {
  const { pattern, message } = fieldProblems[kind];
  return pattern.test(name) ? undefined : message;
}

/** A credential without its secret, which is never shown again. */
export const credentialSchema = z.object({
  id: idSchema,
  /** null = shared by all bots. */
  botId: idSchema.nullable(),
  name: z.string(),
  kind: z.enum(credentialKinds),
  field: z.string(),
  hosts: z.array(z.string()),
  madeAt: timeSchema,
  madeBy: z.string().nullable(),
  changedAt: timeSchema,
  changedBy: z.string().nullable(),
  lastUsedAt: timeSchema.nullable(),
  /** Flows whose draft names it. */
  usedBy: z.array(z.object({ botId: idSchema, bot: z.string(), flowId: idSchema, flow: z.string() })),
}).meta({ id: 'Credential' });
export type Credential = z.infer<typeof credentialSchema>;

export const credentialListSchema = listOf(credentialSchema).extend({
  /** Hosts of private networks that the owner lets flows call. */
  privateHosts: z.array(z.string()),
}).meta({ id: 'CredentialList' });
export type CredentialList = z.infer<typeof credentialListSchema>;

export const createCredentialBodySchema = z.object({
  botId: z.uuid().nullable().default(null), name: nameSchema, kind: z.enum(credentialKinds), field: field.default(''), secret, hosts,
}).superRefine(({ kind, field: name }, context) => {
  const message = fieldProblem(kind, name);
  if (message) context.addIssue({ code: 'custom', path: ['field'], message });
});
export type CreateCredentialBody = z.input<typeof createCredentialBodySchema>;

/** Left out = unchanged. A credential keeps its kind. */
export const changeCredentialBodySchema = z.object({ name: nameSchema.optional(), field: field.optional(), secret: secret.optional(), hosts: hosts.optional() });
export type ChangeCredentialBody = z.input<typeof changeCredentialBodySchema>;
