import * as z from 'zod';
import { accessSchema, rights } from './access.ts';
import { idSchema, nameSchema } from './common.ts';

const email = z.email('This is no e-mail address').max(254).transform((text) => text.toLowerCase()).meta({ type: 'string', format: 'email', maxLength: 254 });
const password = z.string().min(10, 'A password has at least 10 characters').max(200);

/** Whether an owner must be made first, and whether this visitor needs the code printed at start. */
export const setupStatusSchema = z.object({ needed: z.boolean(), codeNeeded: z.boolean() }).meta({ id: 'SetupStatus' });
export type SetupStatus = z.infer<typeof setupStatusSchema>;

/** Makes the first owner. `code` is needed unless the request comes from this machine. */
export const setupBodySchema = z.object({ name: nameSchema, email, password, code: z.string().max(40).optional() });
export type SetupBody = z.input<typeof setupBodySchema>;

export const signInBodySchema = z.object({ email, password: z.string().min(1, 'The password is missing').max(200) });
export type SignInBody = z.input<typeof signInBodySchema>;

/** A short-lived bearer token, to be kept in memory only; the refresh cookie comes beside it. */
export const signedInSchema = z.object({ accessToken: z.string(), expiresIn: z.number().int().describe('Seconds') }).meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof signedInSchema>;

/** The account that asks. */
export const meSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  access: accessSchema,
  rights: z.array(z.enum(rights)),
}).meta({ id: 'Me' });
export type Me = z.infer<typeof meSchema>;

export const changeMeBodySchema = z.object({
  name: nameSchema.optional(),
  /** Both, to change the password; all other sign-ins end. */
  password: password.optional(),
  currentPassword: z.string().max(200).optional(),
});
export type ChangeMeBody = z.input<typeof changeMeBodySchema>;

/** Takes up an invitation: signs in at once. */
export const acceptInvitationBodySchema = z.object({ token: z.string().min(20).max(100), name: nameSchema, password });
export type AcceptInvitationBody = z.input<typeof acceptInvitationBodySchema>;

export const emailSchema = email;
