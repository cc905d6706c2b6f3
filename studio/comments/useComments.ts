import type { CommentBody, StartThreadBody, Thread } from '@parley/shared/api/comments';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sentenceOf } from '../api/ApiFailure.ts';
import { changeComment, deleteComment, putThread, readThread, replyToThread, resolveThread, startThread, threadsQuery } from '../api/comments.ts';
import { meQuery } from '../api/queries.ts';
import { useDesigner } from '../store/designerContext.ts';
import { toastError } from '../ui/toast.tsx';

/** What is said about the open bot, and everything that can be done with it. */
export interface CommentsAtHand {
  threads: readonly Thread[] | undefined;
  failure: unknown;
  again: () => void;
  me: string;
  mayComment: boolean;
  mayManage: boolean;
  start(body: StartThreadBody): Promise<Thread>;
  reply(thread: Thread, body: CommentBody): Promise<unknown>;
  settle(thread: Thread, resolved: boolean): void;
  change(comment: string, body: CommentBody): Promise<unknown>;
  remove(comment: string): void;
  /** Everything up to now is read. */
  read(thread: Thread): void;
}

/** The threads of the open bot; what is done is shown as the server has it. */
export function useComments(): CommentsAtHand {
  const { book: { botId } } = useDesigner();
  const queries = useQueryClient();
  const me = useQuery(meQuery).data;
  const found = useQuery(threadsQuery(botId));
  const deeds = useMemo(() => {
    const put = (thread: Thread): Thread => {
      putThread(queries, botId, thread.id, thread);
      return thread;
    };
    const said = (error: unknown): void => toastError(sentenceOf(error));
    return {
      start: async (body: StartThreadBody) => put(await startThread(botId, body)),
      reply: async (thread: Thread, body: CommentBody) => put(await replyToThread(thread.id, body)),
      settle: (thread: Thread, resolved: boolean) => void resolveThread(thread.id, resolved).then(put, said),
      change: async (comment: string, body: CommentBody) => put(await changeComment(comment, body)),
      remove: (comment: string) => void deleteComment(comment).then(() => queries.invalidateQueries({ queryKey: threadsQuery(botId).queryKey }), said),
      read: (thread: Thread) => {
        const upTo = thread.comments.at(-1)?.madeAt;
        if (upTo === undefined) return;
        putThread(queries, botId, thread.id, { ...thread, readAt: upTo });
        // Not read yet there is no harm: it is said again with the next look.
        void readThread(thread.id, upTo).then(() => queries.invalidateQueries({ queryKey: ['mentions'] }), () => undefined);
      },
    };
  }, [queries, botId]);
  return {
    threads: found.data, failure: found.error ?? undefined, again: () => void found.refetch(), me: me?.id ?? '',
    mayComment: me?.rights.includes('bots.comment') ?? false, mayManage: me?.rights.includes('bots.manage') ?? false, ...deeds,
  };
}
