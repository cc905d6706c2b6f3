import { emptySchema } from '@parley/shared/api/common';
import { flowHeadSchema } from '@parley/shared/api/flows';
import type { BringBackBody } from '@parley/shared/api/history';
import { historyListSchema, historyStateSchema, namedVersionListSchema, namedVersionSchema } from '@parley/shared/api/history';
import type { NamedVersion } from '@parley/shared/api/history';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from './client.ts';

/** The steps of a bot, newest first, page by page; of one flow where `flow` says so. */
export const historyQuery = (botId: string, flow: string | undefined) => infiniteQueryOptions({
  queryKey: ['bots', botId, 'history', flow ?? ''],
  // What was drawn while nobody looked at the history is in it when it is opened again.
  refetchOnMount: 'always',
  queryFn: ({ pageParam, signal }) => ask({ path: `/bots/${botId}/history`, query: { flow, after: pageParam, limit: 200 }, answer: historyListSchema, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next,
});

/** All named versions of a bot, last named first. */
export const namedQuery = (botId: string) => queryOptions({
  queryKey: ['bots', botId, 'named'],
  queryFn: async ({ signal }) => {
    const all: NamedVersion[] = [];
    for (let after: string | undefined; ;) {
      const { items, next } = await ask({ path: `/bots/${botId}/named-versions`, query: { after, limit: 200 }, answer: namedVersionListSchema, signal });
      all.push(...items);
      if (!next) return all;
      after = next;
    }
  },
});

/** A bot as it was at a moment that is past: it never changes. */
export const pastQuery = (botId: string, point: string) => queryOptions({
  queryKey: ['bots', botId, 'past', point],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 60_000,
  queryFn: ({ signal }) => ask({ path: `/bots/${botId}/history/state`, query: { point }, answer: historyStateSchema, signal }),
});

export const bringBackSubflow = (botId: string, body: BringBackBody) => ask({ method: 'POST', path: `/bots/${botId}/history/bring-back`, body, answer: flowHeadSchema });
export const nameVersion = (botId: string, body: { name: string; point: string }) => ask({ method: 'POST', path: `/bots/${botId}/named-versions`, body, answer: namedVersionSchema });
export const renameVersion = (id: string, name: string) => ask({ method: 'PATCH', path: `/named-versions/${id}`, body: { name }, answer: namedVersionSchema });
export const removeVersionName = (id: string) => ask({ method: 'DELETE', path: `/named-versions/${id}`, answer: emptySchema });
