import * as z from 'zod';
import { accessSchema } from './access.ts';
import { emailSchema } from './auth.ts';
import { idSchema, listOf, nameSchema, timeSchema } from './common.ts';

/** A person who works here. `invited` = the invitation is not taken up yet. */
export const accountSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  access: accessSchema,
  state: z.enum(['active', 'invited', 'suspended']),
  madeAt: timeSchema,
}).meta({ id: 'Account' });
export type Account = z.infer<typeof accountSchema>;

export const accountListSchema = listOf(accountSchema).meta({ id: 'AccountList' });

export const inviteBodySchema = z.object({ email: emailSchema, name: nameSchema, access: accessSchema });
export type InviteBody = z.input<typeof inviteBodySchema>;

/** The invitation is shown once: whoever invites hands the link over. It holds for 7 days. */
export const invitedSchema = z.object({ account: accountSchema, url: z.string(), token: z.string(), expiresAt: timeSchema }).meta({ id: 'Invited' });
export type Invited = z.infer<typeof invitedSchema>;

export const changeAccountBodySchema = z.object({ access: accessSchema.optional(), suspended: z.boolean().optional(), name: nameSchema.optional() });
export type ChangeAccountBody = z.input<typeof changeAccountBodySchema>;

/** One entry of the audit log. */
export const auditEventSchema = z.object({
  id: idSchema,
  at: timeSchema,
  account: z.object({ id: idSchema, name: z.string() }).nullable(),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  details: z.record(z.string(), z.json()),
}).meta({ id: 'AuditEvent' });
export type AuditEvent = z.infer<typeof auditEventSchema>;

export const auditListSchema = listOf(auditEventSchema).meta({ id: 'AuditList' });
