import { acceptInvitationBodySchema, changeMeBodySchema, meSchema, setupBodySchema, setupStatusSchema, signedInSchema, signInBodySchema } from '@parley/shared/api/auth';
import { emptySchema, errorSchema } from '@parley/shared/api/common';
import { acceptInvitation } from '../../commands/acceptInvitation.ts';
import { changeMe } from '../../commands/changeMe.ts';
import { createOwner, needsOwner } from '../../commands/createOwner.ts';
import { Refusal } from '../../lib/refusal.ts';
import { audit } from '../../people/audit.ts';
import { isPassword } from '../../people/passwords.ts';
import { clearRefreshCookie, readRefreshCookie } from '../../people/refreshCookie.ts';
import { endFamily, familyOf, rotate } from '../../people/refreshTokens.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { authPolicy } from './policy.ts';
import { presentMe, presentSignedIn, signInAs } from './present.ts';

const tag = 'Sign-in';

/** Set-up, signing in and out, and one's own account. */
export const authRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/setup', id: 'setupStatus', tag, summary: 'Tells whether an owner must be made first', policy: authPolicy.setupStatus,
    reply: { status: 200, json: setupStatusSchema },
    handle: async (app, { request }) => {
      const needed = await needsOwner(app);
      return { needed, codeNeeded: needed && app.setup.needsCode(request) };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/setup', id: 'setup', tag, summary: 'Makes the first owner and signs in', policy: authPolicy.setup, limit: 'signIn',
    body: setupBodySchema, reply: { status: 201, json: signedInSchema },
    handle: async (app, call) => {
      if (!(await needsOwner(app))) throw new Refusal('conflict', 'There is an owner already. Sign in instead.');
      const { code, ...owner } = call.body;
      if (app.setup.needsCode(call.request) && !app.setup.isCode(code ?? '')) {
        const message = 'From another machine the code printed at start is needed.';
        throw new Refusal('forbidden', message, { fields: [{ path: 'code', message }] });
      }
      return signInAs(app, call, await createOwner(app, owner));
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/auth/sign-in', id: 'signIn', tag, summary: 'Signs in', policy: authPolicy.signIn, limit: 'signIn',
    body: signInBodySchema, reply: { status: 200, json: signedInSchema },
    handle: async (app, call) => {
      const account = await app.models.Account.findOne({ where: { email: call.body.email } });
      const identity = account && (await app.models.Identity.findOne({ where: { account: account.id, kind: 'password' } }));
      const right = await isPassword(call.body.password, identity?.secret);
      if (!account || !right || account.suspended) {
        if (account) await audit(app, { by: null, action: 'account.signInFailed', subject: { kind: 'account', id: account.id } });
        throw new Refusal('signedOut', 'This address and password do not belong together.');
      }
      await audit(app, { by: account.id, action: 'account.signIn', subject: { kind: 'account', id: account.id } });
      return signInAs(app, call, account.id);
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/auth/refresh', id: 'refresh', tag, summary: 'Trades the refresh cookie for a new access token', policy: authPolicy.refresh, limit: 'refresh',
    reply: { status: 200, json: signedInSchema },
    handle: async (app, call) => {
      const token = readRefreshCookie(call.request, app.env);
      const next = token === undefined ? undefined : await rotate(app, token);
      const account = next && (await app.models.Account.findByPk(next.account));
      if (!next || !account || account.suspended) {
        clearRefreshCookie(call, app.env);
        throw new Refusal('signedOut', 'Sign in first.');
      }
      return presentSignedIn(app, call, next);
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/auth/sign-out', id: 'signOut', tag, summary: 'Ends the sign-in of the refresh cookie', policy: authPolicy.signOut, limit: 'refresh',
    reply: { status: 200, json: emptySchema },
    handle: async (app, call) => {
      const token = readRefreshCookie(call.request, app.env);
      const known = token === undefined ? undefined : await familyOf(app, token);
      if (known) {
        await endFamily(app, known.family);
        app.announce.accessChanged(known.account);
        await audit(app, { by: known.account, action: 'account.signOut', subject: { kind: 'account', id: known.account } });
      }
      clearRefreshCookie(call, app.env);
      return {};
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/auth/accept-invitation', id: 'acceptInvitation', tag, summary: 'Takes up an invitation and signs in', policy: authPolicy.acceptInvitation, limit: 'signIn',
    body: acceptInvitationBodySchema, reply: { status: 201, json: signedInSchema }, refusals: { 404: errorSchema },
    handle: async (app, call) => signInAs(app, call, await acceptInvitation(app, call.body)),
  }),
  defineRoute({
    method: 'get', path: '/api/v1/me', id: 'getMe', tag, summary: 'The account that asks', policy: authPolicy.me,
    reply: { status: 200, json: meSchema },
    handle: async (_app, { caller }) => presentMe(caller),
  }),
  defineRoute({
    method: 'patch', path: '/api/v1/me', id: 'changeMe', tag, summary: 'Changes one’s own name or password', policy: authPolicy.changeMe, limit: 'signIn',
    body: changeMeBodySchema, reply: { status: 200, json: meSchema },
    handle: async (app, { caller, body }) => {
      await changeMe(app, caller, body);
      return presentMe({ ...caller, name: body.name ?? caller.name });
    },
  }),
];
