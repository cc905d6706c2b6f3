import type { Comment } from '@parley/db/models/comment';
import type { CommentThread } from '@parley/db/models/commentThread';
import { accessLevels, mayUse } from '@parley/shared/api/access';
import { commentLimits } from '@parley/shared/api/comments';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';
import type { InTransaction } from '../people/audit.ts';

type Commenting = Pick<Context, 'clock' | 'db' | 'models'>;

/** What is written, and who is called by it. */
export interface Words {
  text: string;
  mentions: readonly string[];
}

/** Who was called anew by a write, without the one who wrote. */
export interface Said {
  thread: CommentThread;
  called: string[];
}

/** The access levels of people who can be called: those that see bots. */
export const colleagues = accessLevels.filter((access) => mayUse(access, 'bots.read'));

/** Begins a thread on a node or a place of a flow. Refused when the bot has as many as one keeps. */
export async function startThread(context: Commenting, by: string, { bot, flow, node, x, y, ...words }: Words & { bot: string; flow: string; node: string | null; x: number; y: number }): Promise<Said> {
  const { clock, db, models } = context;
  return db.transaction(async (transaction) => {
    // The lock keeps the bot, and the count, while the thread is made.
    if (!(await models.Bot.findByPk(bot, { attributes: ['id'], lock: true, transaction }))) throw notFound('bot');
    const drawn = await models.Flow.findOne({ attributes: node === null ? ['id'] : ['id', 'document'], where: { id: flow, bot }, transaction });
    if (!drawn) throw new Refusal('malformed', 'Some fields cannot be used.', { fields: [{ path: 'flowId', message: 'This bot has no such flow' }] });
    if ((await models.CommentThread.count({ where: { bot }, transaction })) >= commentLimits.threads) throw new Refusal('conflict', `A bot keeps at most ${commentLimits.threads} threads. Delete settled ones first.`);
    const thread = await models.CommentThread.create({ id: uuid7(clock), bot, flow, node, title: (node === null ? undefined : drawn.document.nodes[node]?.title) ?? '', x, y, madeAt: clock.now() }, { transaction });
    return { thread, called: await say(context, by, thread, words, { transaction }) };
  });
}

/** Says something in a thread; a settled one is open again by it. */
export async function replyToThread(context: Commenting, by: string, { id, ...words }: Words & { id: string }): Promise<Said> {
  const { db, models } = context;
  return db.transaction(async (transaction) => {
    const thread = await models.CommentThread.findByPk(id, { lock: true, transaction });
    if (!thread) throw notFound('thread');
    if ((await models.Comment.count({ where: { thread: id }, transaction })) >= commentLimits.comments) throw new Refusal('conflict', `A thread holds at most ${commentLimits.comments} comments. Begin another one.`);
    const called = await say(context, by, thread, words, { transaction });
    if (thread.resolvedAt) await thread.update({ resolvedAt: null, resolvedBy: null }, { transaction });
    return { thread, called };
  });
}

/** Settles a thread, or opens it again. */
export async function resolveThread(context: Commenting, by: string, { id, resolved }: { id: string; resolved: boolean }): Promise<CommentThread> {
  const { clock, db, models } = context;
  return db.transaction(async (transaction) => {
    const thread = await models.CommentThread.findByPk(id, { lock: true, transaction });
    if (!thread) throw notFound('thread');
    if (resolved === (thread.resolvedAt !== null)) return thread;
    await thread.update(resolved ? { resolvedAt: clock.now(), resolvedBy: by } : { resolvedAt: null, resolvedBy: null }, { transaction });
    await audit(context, { by, action: resolved ? 'comment.resolve' : 'comment.reopen', subject: { kind: 'thread', id }, details: { bot: thread.bot } }, { transaction });
    return thread;
  });
}

/** Changes the words of one’s own comment. */
export async function changeComment(context: Commenting, by: string, { id, ...words }: Words & { id: string }): Promise<Said> {
  const { clock, db, models } = context;
  return db.transaction(async (transaction) => {
    const { comment, thread } = await lockComment(context, id, { transaction });
    if (comment.by !== by) throw new Refusal('forbidden', 'Only whoever wrote a comment may change it.');
    const before = (await models.CommentMention.findAll({ where: { comment: id }, transaction })).map(({ account }) => account);
    await comment.update({ text: words.text, editedAt: clock.now() }, { transaction });
    const called = await call(context, by, id, words.mentions, { transaction });
    await audit(context, { by, action: 'comment.change', subject: { kind: 'comment', id }, details: { bot: thread.bot, thread: thread.id } }, { transaction });
    return { thread, called: called.filter((account) => !before.includes(account)) };
  });
}

/** Deletes one’s own comment, or anybody’s with the right to manage bots: nothing of it stays. A thread goes with its last one. */
export async function deleteComment(context: Commenting, by: { id: string; manages: boolean }, id: string): Promise<{ thread: CommentThread; gone: boolean }> {
  const { db, models } = context;
  return db.transaction(async (transaction) => {
    const { comment, thread } = await lockComment(context, id, { transaction });
    if (comment.by !== by.id && !by.manages) throw new Refusal('forbidden', 'Only whoever wrote a comment, or somebody who manages the bot, may delete it.');
    await comment.destroy({ transaction });
    const gone = (await models.Comment.count({ where: { thread: thread.id }, transaction })) === 0;
    if (gone) await thread.destroy({ transaction });
    await audit(context, { by: by.id, action: 'comment.delete', subject: { kind: 'comment', id }, details: { bot: thread.bot, thread: thread.id, of: comment.by } }, { transaction });
    return { thread, gone };
  });
}

/** Notes how far somebody has read a thread; what was read stays read. */
export async function readThread({ clock, models }: Commenting, by: string, { id, upTo }: { id: string; upTo: Date }): Promise<void> {
  if (!(await models.CommentThread.count({ where: { id } }))) throw notFound('thread');
  const known = await models.CommentRead.findOne({ where: { thread: id, account: by } });
  const readAt = upTo < clock.now() ? upTo : clock.now();
  if (!known || known.readAt < readAt) await models.CommentRead.upsert({ thread: id, account: by, readAt });
}

async function say(context: Commenting, by: string, thread: CommentThread, { text, mentions }: Words, options: InTransaction): Promise<string[]> {
  const { clock, models } = context;
  const { id } = await models.Comment.create({ id: uuid7(clock), thread: thread.id, by, text, madeAt: clock.now() }, options);
  const called = await call(context, by, id, mentions, options);
  // Whoever writes has seen what was there.
  await models.CommentRead.upsert({ thread: thread.id, account: by, readAt: clock.now() }, options);
  await audit(context, { by, action: 'comment.add', subject: { kind: 'comment', id }, details: { bot: thread.bot, thread: thread.id } }, options);
  return called;
}

/** Writes down whom a comment calls; refused for anybody who could not come and read it. */
async function call({ models }: Commenting, by: string, comment: string, mentions: readonly string[], options: InTransaction): Promise<string[]> {
  const wanted = [...new Set(mentions)];
  const known = wanted.length === 0 ? [] : await models.Account.findAll({ attributes: ['id'], where: { id: wanted.filter((id) => uuid.test(id)), access: colleagues, suspended: false }, ...options });
  const missing = wanted.findIndex((id) => !known.some((account) => account.id === id));
  if (missing >= 0) throw new Refusal('malformed', 'Some fields cannot be used.', { fields: [{ path: `mentions.${missing}`, message: 'Nobody of this id sees the bot' }] });
  await models.CommentMention.destroy({ where: { comment }, ...options });
  await models.CommentMention.bulkCreate(wanted.map((account) => ({ comment, account })), options);
  return wanted.filter((account) => account !== by);
}

async function lockComment({ models }: Commenting, id: string, options: InTransaction): Promise<{ comment: Comment; thread: CommentThread }> {
  const comment = await models.Comment.findByPk(id, options);
  // Threads first, as replies lock them: two writes never wait for one another.
  const thread = comment && await models.CommentThread.findByPk(comment.thread, { lock: true, ...options });
  if (!thread || !(await models.Comment.count({ where: { id }, ...options }))) throw notFound('comment');
  return { comment, thread };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
