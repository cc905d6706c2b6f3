import { mentionsOf, unreadMentions } from '@parley/db/queries/mentions';
import { page } from '@parley/db/queries/page';
import { mayUse } from '@parley/shared/api/access';
import { colleagueListSchema, commentBodySchema, mentionListSchema, readThreadBodySchema, resolveThreadBodySchema, startThreadBodySchema, threadListSchema, threadSchema } from '@parley/shared/api/comments';
import type { Thread } from '@parley/shared/api/comments';
import { emptySchema } from '@parley/shared/api/common';
import type { CommentThread } from '@parley/db/models/commentThread';
import * as z from 'zod';
import { changeComment, colleagues, deleteComment, readThread, replyToThread, resolveThread, startThread } from '../../commands/comments.ts';
import type { Said } from '../../commands/comments.ts';
import { notFound } from '../../lib/refusal.ts';
import type { App } from '../app.ts';
import { rowId, rowPage } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Caller, Route } from '../route.ts';
import { commentPolicy } from './policy.ts';
import { presentComments, presentThreads } from './present.ts';

const tag = 'Comments';
const ofBot = z.object({ botId: rowId });
const ofThread = z.object({ threadId: rowId });
const ofComment = z.object({ commentId: rowId });

async function presentOne(app: App, row: CommentThread, reader?: string): Promise<Thread> {
  const [thread] = await presentThreads(app, [row], reader);
  if (!thread) throw notFound('thread');
  return thread;
}

/** Tells everybody in the bot, and whoever was called, of what was said; answers as the caller sees it. */
async function told(app: App, caller: Caller, { thread, called }: Said): Promise<Thread> {
  app.announce.thread({ botId: thread.bot, threadId: thread.id, thread: await presentOne(app, thread) });
  if (called.length > 0) app.announce.mentioned(called, { botId: thread.bot, threadId: thread.id, title: thread.title, by: caller.name });
  return presentOne(app, thread, caller.id);
}

/** What people say about a drawing. */
export const commentRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/comment-threads', id: 'listThreads', tag, summary: 'Lists what is said about a bot’s flows, settled threads too, oldest first', policy: commentPolicy.list,
    params: ofBot, query: rowPage, reply: { status: 200, json: threadListSchema },
    handle: async (app, { caller, params: { botId }, query }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      // What is said about a flow that was deleted waits for it to be brought back.
      const flows = (await app.models.Flow.findAll({ attributes: ['id'], where: { bot: botId } })).map(({ id }) => id);
      const { rows, next } = await page(app.models.CommentThread, { where: { bot: botId, flow: flows }, ...query, order: 'old' });
      return { items: await presentThreads(app, rows, caller.id), ...(next ? { next } : {}) };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/comment-threads', id: 'startThread', tag, summary: 'Begins a thread on a node or a place of the canvas', policy: commentPolicy.start,
    params: ofBot, body: startThreadBodySchema, reply: { status: 201, json: threadSchema },
    handle: async (app, { caller, params: { botId }, body: { flowId, ...body } }) => told(app, caller, await startThread(app, caller.id, { bot: botId, flow: flowId, ...body })),
  }),
  defineRoute({
    method: 'post', path: '/api/v1/comment-threads/:threadId/comments', id: 'replyToThread', tag, summary: 'Says something in a thread; a settled one is open again', policy: commentPolicy.reply,
    params: ofThread, body: commentBodySchema, reply: { status: 201, json: threadSchema },
    handle: async (app, { caller, params: { threadId }, body }) => told(app, caller, await replyToThread(app, caller.id, { id: threadId, ...body })),
  }),
  defineRoute({
    method: 'patch', path: '/api/v1/comment-threads/:threadId', id: 'resolveThread', tag, summary: 'Settles a thread, or opens it again', policy: commentPolicy.resolve,
    params: ofThread, body: resolveThreadBodySchema, reply: { status: 200, json: threadSchema },
    handle: async (app, { caller, params: { threadId }, body }) => told(app, caller, { thread: await resolveThread(app, caller.id, { id: threadId, ...body }), called: [] }),
  }),
  defineRoute({
    method: 'post', path: '/api/v1/comment-threads/:threadId/read', id: 'readThread', tag, summary: 'Notes how far the caller has read', policy: commentPolicy.read,
    params: ofThread, body: readThreadBodySchema, reply: { status: 200, json: emptySchema },
    handle: async (app, { caller, params: { threadId }, body }) => {
      await readThread(app, caller.id, { id: threadId, upTo: new Date(body.upTo) });
      return {};
    },
  }),
  defineRoute({
    method: 'patch', path: '/api/v1/comments/:commentId', id: 'changeComment', tag, summary: 'Changes the words of one’s own comment', policy: commentPolicy.change,
    params: ofComment, body: commentBodySchema, reply: { status: 200, json: threadSchema },
    handle: async (app, { caller, params: { commentId }, body }) => told(app, caller, await changeComment(app, caller.id, { id: commentId, ...body })),
  }),
  defineRoute({
    method: 'delete', path: '/api/v1/comments/:commentId', id: 'deleteComment', tag, summary: 'Deletes a comment for good; a thread goes with its last one', policy: commentPolicy.delete,
    params: ofComment, reply: { status: 200, json: emptySchema },
    handle: async (app, { caller, params: { commentId } }) => {
      const { thread, gone } = await deleteComment(app, { id: caller.id, manages: mayUse(caller.access, 'bots.manage') }, commentId);
      if (gone) app.announce.thread({ botId: thread.bot, threadId: thread.id, thread: null });
      else await told(app, caller, { thread, called: [] });
      return {};
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/colleagues', id: 'listColleagues', tag, summary: 'Lists the people a comment can call', policy: commentPolicy.colleagues,
    reply: { status: 200, json: colleagueListSchema },
    handle: async (app) => {
      const rows = await app.models.Account.findAll({ attributes: ['id', 'name', 'access'], where: { access: colleagues, suspended: false }, order: [['name', 'asc'], ['id', 'asc']], limit: 1_000 });
      return { items: rows.map(({ id, name, access }) => ({ id, name, access })) };
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/mentions', id: 'listMentions', tag, summary: 'Lists the comments that call the caller, newest first', policy: commentPolicy.mentions,
    query: rowPage, reply: { status: 200, json: mentionListSchema },
    handle: async (app, { caller, query: { after, limit } }) => {
      const [rows, unread] = await Promise.all([mentionsOf(app.db.pool, { account: caller.id, after, limit: limit + 1 }), unreadMentions(app.db.pool, caller.id)]);
      const shown = rows.slice(0, limit);
      const comments = await presentComments(app, await app.models.Comment.findAll({ where: { id: shown.map(({ comment }) => comment) } }));
      const items = shown.flatMap(({ comment, thread, title, node, bot, botName, flow, flowName, main, read }) => {
        const said = comments.find(({ id }) => id === comment);
        return said ? [{ comment: said, threadId: thread, title, node, bot: { id: bot, name: botName }, flow: { id: flow, name: flowName, main }, read }] : [];
      });
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return { items, unread, ...(last ? { next: last.comment } : {}) };
    },
  }),
];
