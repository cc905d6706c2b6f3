import { accountListSchema, accountSchema, changeAccountBodySchema, inviteBodySchema, invitedSchema } from '@parley/shared/api/accounts';
import { page } from '@parley/db/queries/page';
import * as z from 'zod';
import { changeAccount } from '../../commands/changeAccount.ts';
import { inviteAccount, inviteAgain } from '../../commands/inviteAccount.ts';
import { notFound } from '../../lib/refusal.ts';
import type { App } from '../app.ts';
import { rowId, rowPage } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { accountPolicy } from './policy.ts';
import { presentAccounts, presentInvited } from './present.ts';

const tag = 'Accounts';
const params = z.object({ accountId: rowId });

/** The people who work here. */
export const accountRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/accounts', id: 'listAccounts', tag, summary: 'Lists accounts', policy: accountPolicy.list,
    query: rowPage, reply: { status: 200, json: accountListSchema },
    handle: async (app, { query }) => {
      const { rows, next } = await page(app.models.Account, { ...query, order: 'old' });
      return { items: await presentAccounts(app, rows), ...(next ? { next } : {}) };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/accounts', id: 'inviteAccount', tag, summary: 'Invites a person', policy: accountPolicy.invite,
    body: inviteBodySchema, reply: { status: 201, json: invitedSchema },
    handle: async (app, { caller, body }) => {
      const invitation = await inviteAccount(app, caller, body);
      return presentInvited(app, await accountOf(app, invitation.account), invitation);
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/accounts/:accountId/invitation', id: 'inviteAgain', tag, summary: 'Gives a new invitation; earlier ones end', policy: accountPolicy.inviteAgain,
    params, reply: { status: 201, json: invitedSchema },
    handle: async (app, { caller, params: { accountId } }) => {
      const invitation = await inviteAgain(app, caller, accountId);
      return presentInvited(app, await accountOf(app, accountId), invitation);
    },
  }),
  defineRoute({
    method: 'patch', path: '/api/v1/accounts/:accountId', id: 'changeAccount', tag, summary: 'Changes access or name, suspends', policy: accountPolicy.change,
    params, body: changeAccountBodySchema, reply: { status: 200, json: accountSchema },
    handle: async (app, { caller, params: { accountId }, body }) => {
      await changeAccount(app, caller, accountId, body);
      app.announce.accessChanged(accountId);
      return accountOf(app, accountId);
    },
  }),
];

async function accountOf(app: App, id: string) {
  const row = await app.models.Account.findByPk(id);
  const [account] = row ? await presentAccounts(app, [row]) : [];
  if (!account) throw notFound('account');
  return account;
}
