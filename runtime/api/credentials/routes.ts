import { ownOrShared } from '@parley/db/queries/credentials';
import { page } from '@parley/db/queries/page';
import type { Credential as CredentialRow } from '@parley/db/models/credential';
import { emptySchema } from '@parley/shared/api/common';
import { changeCredentialBodySchema, createCredentialBodySchema, credentialListSchema, credentialSchema } from '@parley/shared/api/credentials';
import type { Credential } from '@parley/shared/api/credentials';
import * as z from 'zod';
import { changeCredential } from '../../commands/changeCredential.ts';
import { createCredential } from '../../commands/createCredential.ts';
import { deleteCredential } from '../../commands/deleteCredential.ts';
import { notFound } from '../../lib/refusal.ts';
import type { App } from '../app.ts';
import { rowId, rowPage } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { credentialPolicy } from './policy.ts';
import { presentCredentials } from './present.ts';

const tag = 'Credentials';
const ofCredential = z.object({ credentialId: rowId });

async function presentOne(app: App, row: CredentialRow): Promise<Credential> {
  const [credential] = await presentCredentials(app, [row]);
  if (!credential) throw notFound('credential');
  return credential;
}

/** What flows prove themselves with to other systems. Secrets go in and never come out. */
export const credentialRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/credentials', id: 'listCredentials', tag, summary: 'Lists credentials without their secrets; with a bot, its own and the shared ones', policy: credentialPolicy.list,
    query: rowPage.extend({ botId: rowId.optional() }), reply: { status: 200, json: credentialListSchema },
    handle: async (app, { query: { botId, ...query } }) => {
      const { rows, next } = await page(app.models.Credential, { ...(botId !== undefined && { where: ownOrShared(botId) }), ...query, order: 'old' });
      return { items: await presentCredentials(app, rows), ...(next ? { next } : {}), privateHosts: app.env.privateHosts };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/credentials', id: 'createCredential', tag, summary: 'Keeps a credential, for one bot or shared by all', policy: credentialPolicy.create,
    body: createCredentialBodySchema, reply: { status: 201, json: credentialSchema },
    handle: async (app, { caller, body }) => presentOne(app, await createCredential(app, caller.id, body)),
  }),
  defineRoute({
    method: 'patch', path: '/api/v1/credentials/:credentialId', id: 'changeCredential', tag, summary: 'Renames a credential, replaces its secret or changes where it goes', policy: credentialPolicy.change,
    params: ofCredential, body: changeCredentialBodySchema, reply: { status: 200, json: credentialSchema },
    handle: async (app, { caller, params: { credentialId }, body }) => presentOne(app, await changeCredential(app, caller.id, { id: credentialId, body })),
  }),
  defineRoute({
    method: 'delete', path: '/api/v1/credentials/:credentialId', id: 'deleteCredential', tag, summary: 'Deletes a credential that no flow uses', policy: credentialPolicy.delete,
    params: ofCredential, reply: { status: 200, json: emptySchema },
    handle: async (app, { caller, params: { credentialId } }) => {
      await deleteCredential(app, caller.id, credentialId);
      return {};
    },
  }),
];
