import { sessionDetailSchema, sessionListSchema, turnListSchema, turnSnapshotSchema } from '@parley/shared/api/sessions';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from './client.ts';
import { whileShown } from './whileShown.ts';

/** Which conversations of a bot are listed. */
export type SessionFilter = 'all' | 'open' | 'ended' | 'failed';

/** Conversations of a bot, the one last heard from first, by pages; refreshed while the page is open. */
export const sessionsQuery = (botId: string, status: SessionFilter) => infiniteQueryOptions({
  queryKey: ['bots', botId, 'sessions', status],
  initialPageParam: '',
  refetchInterval: whileShown(3_000),
  queryFn: ({ pageParam, signal }) => ask({ path: `/bots/${botId}/sessions`, query: { limit: 50, after: pageParam || undefined, status: status === 'all' ? undefined : status }, answer: sessionListSchema, signal }),
  getNextPageParam: (last) => last.next,
});

/** One conversation with its position, variables and transcript. */
export const sessionQuery = (sessionId: string) => queryOptions({
  queryKey: ['sessions', sessionId],
  refetchInterval: whileShown(2_000),
  queryFn: ({ signal }) => ask({ path: `/sessions/${encodeURIComponent(sessionId)}`, answer: sessionDetailSchema, signal }),
});

/** The turns of a conversation with what each did. */
export const turnsQuery = (sessionId: string) => queryOptions({
  queryKey: ['sessions', sessionId, 'turns'],
  refetchInterval: whileShown(2_000),
  queryFn: ({ signal }) => ask({ path: `/sessions/${encodeURIComponent(sessionId)}/turns`, query: { limit: 200 }, answer: turnListSchema, signal }),
});

/** A conversation as it stood after a turn; it never changes. */
export const turnSnapshotQuery = (sessionId: string, turn: number) => queryOptions({
  queryKey: ['sessions', sessionId, 'turns', turn, 'snapshot'], staleTime: Number.POSITIVE_INFINITY, retry: false,
  queryFn: ({ signal }) => ask({ path: `/sessions/${encodeURIComponent(sessionId)}/turns/${turn}/snapshot`, answer: turnSnapshotSchema, signal }),
});
