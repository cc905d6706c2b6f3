import type { Comment as CommentRow } from '@parley/db/models/comment';
import type { CommentThread } from '@parley/db/models/commentThread';
import type { Comment, Thread } from '@parley/shared/api/comments';
import type { App } from '../app.ts';
import { namesOf } from '../names.ts';

/** Comments with the people they are by and call. */
export async function presentComments(app: Pick<App, 'models'>, rows: readonly CommentRow[]): Promise<Comment[]> {
  const mentions = rows.length === 0 ? [] : await app.models.CommentMention.findAll({ where: { comment: rows.map(({ id }) => id) } });
  const names = await namesOf(app, [...rows.map(({ by }) => by), ...mentions.map(({ account }) => account)]);
  return rows.map(({ id, by, text, madeAt, editedAt }) => ({
    id, by: names.get(by), text, madeAt: madeAt.toISOString(), editedAt: editedAt?.toISOString() ?? null,
    mentions: mentions.flatMap(({ comment, account }) => (comment === id ? names.get(account) ?? [] : [])),
  }));
}

/** Threads with all that was said, as one reader finds them; without a reader, as everybody is told of them. */
export async function presentThreads(app: Pick<App, 'models'>, rows: readonly CommentThread[], reader?: string): Promise<Thread[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [said, reads, names] = await Promise.all([
    app.models.Comment.findAll({ where: { thread: ids }, order: [['id', 'asc']] }),
    reader === undefined ? [] : app.models.CommentRead.findAll({ where: { thread: ids, account: reader } }),
    namesOf(app, rows.map(({ resolvedBy }) => resolvedBy)),
  ]);
  const comments = await presentComments(app, said);
  const byThread = new Map<string, Comment[]>();
  for (const [at, { thread }] of said.entries()) {
    const comment = comments[at];
    if (comment) byThread.set(thread, [...(byThread.get(thread) ?? []), comment]);
  }
  const readAt = new Map(reads.map((read) => [read.thread, read.readAt.toISOString()]));
  return rows.map(({ id, bot, flow, node, title, x, y, resolvedAt, resolvedBy }) => ({
    id, botId: bot, flowId: flow, node, title, x, y, resolved: resolvedAt ? { at: resolvedAt.toISOString(), by: names.get(resolvedBy) } : null,
    comments: byThread.get(id) ?? [], readAt: readAt.get(id) ?? null,
  }));
}
