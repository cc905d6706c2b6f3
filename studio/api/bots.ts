import { botListSchema, botSchema, waitingListSchema } from '@parley/shared/api/bots';
import type { ChangeBotBody, CreateBotBody } from '@parley/shared/api/bots';
import { channelListSchema, channelSchema, createdChannelSchema, testVisitorSchema } from '@parley/shared/api/channels';
import type { ChangeChannelBody, CreateChannelBody } from '@parley/shared/api/channels';
import { emptySchema } from '@parley/shared/api/common';
import { importedSchema, usedCredentialsSchema } from '@parley/shared/api/exchange';
import type { UseCredentialBody } from '@parley/shared/api/exchange';
import { templateListSchema } from '@parley/shared/api/gallery';
import { queryOptions } from '@tanstack/react-query';
import { ask, askText } from './client.ts';

/** All bots, newest first; pages are joined, an installation has tens of them. */
export const botsQuery = queryOptions({
  queryKey: ['bots'],
  async queryFn({ signal }) {
    const all = [];
    let after: string | undefined;
    do {
      const page = await ask({ path: '/bots', query: { limit: 200, after }, answer: botListSchema, signal });
      all.push(...page.items);
      after = page.next;
    } while (after);
    return all;
  },
});

/** One bot by its id. */
export const botQuery = (botId: string) => queryOptions({ queryKey: ['bots', botId], queryFn: ({ signal }) => ask({ path: `/bots/${botId}`, answer: botSchema, signal }) });

/** The bots that come along to begin with; they change with the program only. */
export const galleryQuery = queryOptions({ queryKey: ['gallery'], staleTime: Infinity, queryFn: async ({ signal }) => (await ask({ path: '/gallery', answer: templateListSchema, signal })).items });

/** Where people wait now, asked for again every ten seconds while somebody looks. */
export const waitingQuery = (botId: string) => queryOptions({ queryKey: ['bots', botId, 'waiting'], refetchInterval: 10_000, queryFn: async ({ signal }) => (await ask({ path: `/bots/${botId}/waiting`, answer: waitingListSchema, signal })).items });

/** Makes a bot with an empty flow, or one of the gallery, and a web channel. */
export const createBot = (body: CreateBotBody) => ask({ method: 'POST', path: '/bots', body, answer: botSchema });

/** Renames, pauses or sets the retention of a bot. */
export const changeBot = (botId: string, body: ChangeBotBody) => ask({ method: 'PATCH', path: `/bots/${botId}`, body, answer: botSchema });

/** Makes a bot that is drawn like this one. */
export const duplicateBot = (botId: string) => ask({ method: 'POST', path: `/bots/${botId}/duplicate`, body: {}, answer: importedSchema });

/** A bot as the text of its file. */
export const exportBot = (botId: string) => askText(`/bots/${botId}/export`);

/** Makes a bot from a file, ours or another tool's. */
export const importBot = (file: Blob) => ask({ method: 'POST', path: '/bots/import', file, answer: importedSchema });

/** Puts a credential in the place of one that is not here, in all nodes of a bot. */
export const putCredential = (botId: string, body: UseCredentialBody) => ask({ method: 'POST', path: `/bots/${botId}/use-credential`, body, answer: usedCredentialsSchema });

/** The ways to reach a bot. */
export const channelsQuery = (botId: string) => queryOptions({ queryKey: ['bots', botId, 'channels'], queryFn: ({ signal }) => ask({ path: `/bots/${botId}/channels`, answer: channelListSchema, signal }) });

/** A visitor of the web chat that is marked as an author’s test. */
export const makeTestVisitor = (botId: string) => ask({ method: 'POST', path: `/bots/${botId}/test-visitors`, body: {}, answer: testVisitorSchema });

/** Opens a channel; its token and secret are told this once. */
export const createChannel = (botId: string, body: CreateChannelBody) => ask({ method: 'POST', path: `/bots/${botId}/channels`, body, answer: createdChannelSchema });

/** Changes what a channel is set to. */
export const changeChannel = (channelId: string, body: ChangeChannelBody) => ask({ method: 'PATCH', path: `/channels/${channelId}`, body, answer: channelSchema });

/** Closes a channel for good. */
export const deleteChannel = (channelId: string) => ask({ method: 'DELETE', path: `/channels/${channelId}`, answer: emptySchema });
