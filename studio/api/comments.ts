import { colleagueListSchema, mentionListSchema, threadListSchema, threadSchema } from '@parley/shared/api/comments';
import type { CommentBody, StartThreadBody, Thread } from '@parley/shared/api/comments';
import { emptySchema } from '@parley/shared/api/common';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { ask } from './client.ts';

/** What is said about a bot's flows, oldest thread first, all pages joined. */
export const threadsQuery = (botId: string) => queryOptions({
  queryKey: ['bots', botId, 'threads'],
  async queryFn({ signal }) {
    const all: Thread[] = [];
    let after: string | undefined;
    do {
      const page = await ask({ path: `/bots/${botId}/comment-threads`, query: { limit: 200, after }, answer: threadListSchema, signal });
      all.push(...page.items);
      after = page.next;
    } while (after);
    return all;
  },
  staleTime: Infinity,
});

/** People a comment can call. */
export const colleaguesQuery = queryOptions({ queryKey: ['colleagues'], queryFn: () => ask({ path: '/colleagues', answer: colleagueListSchema }), staleTime: 300_000 });

/** Comments that call me, newest first, page by page. */
export const mentionsQuery = infiniteQueryOptions({
  queryKey: ['mentions'],
  queryFn: ({ pageParam, signal }) => ask({ path: '/mentions', query: { limit: 30, after: pageParam }, answer: mentionListSchema, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next,
});

/** Begins a thread. */
export const startThread = (botId: string, body: StartThreadBody) => ask({ method: 'POST', path: `/bots/${botId}/comment-threads`, body, answer: threadSchema });

/** Says something in a thread. */
export const replyToThread = (threadId: string, body: CommentBody) => ask({ method: 'POST', path: `/comment-threads/${threadId}/comments`, body, answer: threadSchema });

/** Settles a thread, or opens it again. */
export const resolveThread = (threadId: string, resolved: boolean) => ask({ method: 'PATCH', path: `/comment-threads/${threadId}`, body: { resolved }, answer: threadSchema });

/** Notes how far I have read. */
export const readThread = (threadId: string, upTo: string) => ask({ method: 'POST', path: `/comment-threads/${threadId}/read`, body: { upTo }, answer: emptySchema });

/** Changes the words of my comment. */
export const changeComment = (commentId: string, body: CommentBody) => ask({ method: 'PATCH', path: `/comments/${commentId}`, body, answer: threadSchema });

/** Deletes a comment for good. */
export const deleteComment = (commentId: string) => ask({ method: 'DELETE', path: `/comments/${commentId}`, answer: emptySchema });

/** Puts a thread as it is now among those that are known; what I have read stays read. null = it was deleted. */
export function putThread(queries: QueryClient, botId: string, threadId: string, thread: Thread | null): void {
  queries.setQueryData(threadsQuery(botId).queryKey, (before) => {
    if (!before) return undefined;
    const known = before.find(({ id }) => id === threadId);
    if (!thread) return before.filter(({ id }) => id !== threadId);
    const readAt = [known?.readAt, thread.readAt].filter((at) => typeof at === 'string').toSorted().at(-1) ?? null;
    return known ? before.map((each) => (each.id === threadId ? { ...thread, readAt } : each)) : [...before, { ...thread, readAt }];
  });
}
