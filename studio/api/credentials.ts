import { emptySchema } from '@parley/shared/api/common';
import { credentialListSchema, credentialSchema } from '@parley/shared/api/credentials';
import type { ChangeCredentialBody, CreateCredentialBody, CredentialList } from '@parley/shared/api/credentials';
import { triedRequestSchema } from '@parley/shared/api/requests';
import type { TryRequestBody } from '@parley/shared/api/requests';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './client.ts';

/** Credentials without their secrets; with a bot, its own and the shared ones. Pages are joined. */
export const credentialsQuery = (botId?: string) => queryOptions({
  queryKey: ['credentials', botId ?? null],
  async queryFn({ signal }): Promise<Omit<CredentialList, 'next'>> {
    const items: CredentialList['items'] = [];
    let after: string | undefined;
    for (;;) {
      const page = await ask({ path: '/credentials', query: { botId, limit: 200, after }, answer: credentialListSchema, signal });
      items.push(...page.items);
      after = page.next;
      if (!after) return { items, privateHosts: page.privateHosts };
    }
  },
});

/** Keeps a credential; its secret is never given back. */
export const createCredential = (body: CreateCredentialBody) => ask({ method: 'POST', path: '/credentials', body, answer: credentialSchema });

/** Renames a credential, replaces its secret or changes where it goes. */
export const changeCredential = (id: string, body: ChangeCredentialBody) => ask({ method: 'PATCH', path: `/credentials/${id}`, body, answer: credentialSchema });

/** Deletes a credential that no flow uses. */
export const deleteCredential = (id: string) => ask({ method: 'DELETE', path: `/credentials/${id}`, answer: emptySchema });

/** Sends the request of an http node once, through the server. */
export const tryRequest = (botId: string, body: TryRequestBody) => ask({ method: 'POST', path: `/bots/${botId}/requests`, body, answer: triedRequestSchema });
