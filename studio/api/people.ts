import { acceptInvitationBodySchema, setupBodySchema, signInBodySchema, signedInSchema } from '@parley/shared/api/auth';
import type { AcceptInvitationBody, SetupBody, SignInBody } from '@parley/shared/api/auth';
import { emptySchema } from '@parley/shared/api/common';
import type * as z from 'zod';
import { ask, askOpenly, keepToken } from './client.ts';

/** What an entry form found wrong before anything was sent: field name -> sentence. */
export type FieldErrors = Record<string, string>;

/** Checks a form's values by the API's own schema; undefined when they can be sent. */
export function problemsOf(schema: z.ZodType, values: unknown): FieldErrors | undefined {
  const parsed = schema.safeParse(values);
  if (parsed.success) return undefined;
  return Object.fromEntries(parsed.error.issues.toReversed().map(({ path, message }) => [path.join('.'), message]));
}

export const entrySchemas = { setUp: setupBodySchema, signIn: signInBodySchema, invitation: acceptInvitationBodySchema };

async function enter(path: string, body: unknown): Promise<void> {
  const { accessToken } = await askOpenly({ method: 'POST', path, body, answer: signedInSchema });
  keepToken(accessToken);
}

/** Signs in; the token stays in memory. */
export const signIn = (body: SignInBody): Promise<void> => enter('/auth/sign-in', body);

/** Makes the first owner and signs in. */
export const setUp = (body: SetupBody): Promise<void> => enter('/setup', body);

/** Takes up an invitation and signs in. */
export const acceptInvitation = (body: AcceptInvitationBody): Promise<void> => enter('/auth/accept-invitation', body);

/** Ends the sign-in of this browser. */
export async function signOut(): Promise<void> {
  await ask({ method: 'POST', path: '/auth/sign-out', answer: emptySchema });
  keepToken(undefined);
}
