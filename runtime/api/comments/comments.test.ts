import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { commentLimits, mentionListSchema, threadListSchema, threadSchema } from '@parley/shared/api/comments';
import type { StartThreadBody, Thread } from '@parley/shared/api/comments';
import { flowHeadSchema } from '@parley/shared/api/flows';
import { describe, expect, test } from 'vitest';
import { testApi } from '../../test/testApi.ts';
import { testClock } from '../../test/testContext.ts';

const clock = testClock();
const api = await testApi(await testDatabase(), { context: { clock } });
const makeBot = async (name: string) => botSchema.parse(await api.good('POST', '/api/v1/bots', { name }));
const bot = await makeBot('Spoken of');
const place = { flowId: bot.flowId, x: 10, y: 20 };
type Who = keyof typeof api.accounts;

const list = async (as: Who, of = bot.id): Promise<Thread[]> => threadListSchema.parse((await api.ask('GET', `/api/v1/bots/${of}/comment-threads?limit=200`, { as })).body).items;
const start = async (as: Who, body: Partial<StartThreadBody> & { text: string }, of = bot.id): Promise<Thread> => threadSchema.parse((await api.ask('POST', `/api/v1/bots/${of}/comment-threads`, { as, body: { ...place, ...body } })).body);
const reply = (as: Who, thread: string, text: string, mentions: string[] = []) => api.ask('POST', `/api/v1/comment-threads/${thread}/comments`, { as, body: { text, mentions } });
const mentions = async (as: Who) => mentionListSchema.parse((await api.ask('GET', '/api/v1/mentions', { as })).body);
const unread = (thread: Thread | undefined, me: string): boolean => thread?.comments.some(({ by, madeAt }) => by?.id !== me && madeAt > (thread.readAt ?? '')) ?? false;
const later = () => clock.pass(1_000);

describe('what is said about a drawing', () => {
  test('is a thread that others answer, settle and open again by answering', async () => {
    const thread = await start('analyst', { text: '  Is this polite?  ', node: 'start' });
    expect(thread).toMatchObject({ botId: bot.id, flowId: bot.flowId, node: 'start', resolved: null, x: 10, y: 20, comments: [{ text: 'Is this polite?', by: { name: 'analyst person' }, editedAt: null }] });
    const answered = threadSchema.parse((await reply('editor', thread.id, 'Yes.')).body);
    expect(answered.comments.map(({ text }) => text)).toEqual(['Is this polite?', 'Yes.']);
    const settled = threadSchema.parse((await api.ask('PATCH', `/api/v1/comment-threads/${thread.id}`, { as: 'agent', body: { resolved: true } })).body);
    expect(settled.resolved?.by?.name).toBe('agent person');
    expect(threadSchema.parse((await reply('owner', thread.id, 'Not in French.')).body).resolved).toBeNull();
    expect((await list('agent')).map(({ id }) => id)).toContain(thread.id);
  });

  test('is plain text as it was typed: markup stays letters, in every script', async () => {
    const text = '<img src=x onerror="alert(1)">\n**not bold** مرحبا 👋 {{name}}';
    expect((await start('editor', { text })).comments[0]?.text).toBe(text);
  });

  test('is unread for whoever did not look since, never for its author', async () => {
    const thread = await start('editor', { text: 'New' });
    const { admin, editor } = api.accounts;
    const seen = async (as: Who, me: string) => unread((await list(as)).find(({ id }) => id === thread.id), me);
    expect([await seen('admin', admin.id), await seen('editor', editor.id)]).toEqual([true, false]);
    const read = (upTo: string) => api.ask('POST', `/api/v1/comment-threads/${thread.id}/read`, { as: 'admin', body: { upTo } });
    await read(thread.comments[0]?.madeAt ?? '');
    expect(await seen('admin', admin.id)).toBe(false);
    later();
    await reply('editor', thread.id, 'More');
    expect(await seen('admin', admin.id)).toBe(true);
    later();
    await read(clock.now().toISOString());
    // What was read stays read, whatever a slower tab says.
    await read(thread.comments[0]?.madeAt ?? '');
    expect(await seen('admin', admin.id)).toBe(false);
  });

  test('is changed by its author only, and deleted by its author or whoever manages the bot; nothing of it stays', async () => {
    const thread = await start('editor', { text: 'Secret 123' });
    const id = thread.comments[0]?.id ?? '';
    const change = (as: Who) => api.ask('PATCH', `/api/v1/comments/${id}`, { as, body: { text: 'Better' } });
    expect([(await change('owner')).status, (await change('analyst')).status]).toEqual([403, 403]);
    later();
    const changed = threadSchema.parse((await change('editor')).body).comments[0];
    expect(changed?.text).toBe('Better');
    expect(changed?.editedAt).not.toBeNull();
    await reply('analyst', thread.id, 'Mine');
    expect((await api.ask('DELETE', `/api/v1/comments/${id}`, { as: 'analyst' })).status).toBe(403);
    expect((await api.ask('DELETE', `/api/v1/comments/${id}`, { as: 'admin' })).status).toBe(200);
    const rest = (await list('editor')).find((each) => each.id === thread.id);
    expect(rest?.comments.map(({ text }) => text)).toEqual(['Mine']);
    expect((await api.ask('DELETE', `/api/v1/comments/${rest?.comments[0]?.id}`, { as: 'analyst' })).status).toBe(200);
    expect((await list('editor')).some((each) => each.id === thread.id)).toBe(false);
    const audit = JSON.stringify((await api.ask('GET', '/api/v1/audit?limit=200', { as: 'owner' })).body);
    expect(audit).toContain('comment.delete');
    expect(audit).not.toMatch(/Secret 123|Better/);
  });

  test('calls people who see the bot, each once, and tells them until they have read it', async () => {
    const { admin, editor, member } = api.accounts;
    const before = (await mentions('admin')).unread;
    const thread = await start('editor', { text: '@admin person look', mentions: [admin.id, admin.id, editor.id] });
    expect(thread.comments[0]?.mentions.map(({ id }) => id).toSorted()).toEqual([admin.id, editor.id].toSorted());
    const told = await mentions('admin');
    expect(told.unread).toBe(before + 1);
    expect(told.items[0]).toMatchObject({ threadId: thread.id, bot: { id: bot.id, name: 'Spoken of' }, flow: { id: bot.flowId, main: true }, read: false, comment: { text: '@admin person look' } });
    // Whoever calls himself has read it.
    expect((await mentions('editor')).items[0]?.read).toBe(true);
    await api.ask('POST', `/api/v1/comment-threads/${thread.id}/read`, { as: 'admin', body: { upTo: thread.comments[0]?.madeAt } });
    expect((await mentions('admin')).unread).toBe(before);
    for (const id of [member.id, '00000000-0000-4000-8000-000000000000', 'nobody']) {
      expect((await reply('editor', thread.id, 'x', [admin.id, id])).body).toMatchObject({ error: { fields: [{ path: 'mentions.1' }] } });
    }
    const names = (await api.ask('GET', '/api/v1/colleagues', { as: 'agent' })).body as { items: { name: string; email?: string }[] };
    expect(names.items.map(({ name }) => name)).toContain('admin person');
    expect(names.items.map(({ name }) => name)).not.toContain('member person');
    expect(JSON.stringify(names)).not.toContain('@example.org');
  });

  test('has limits that are told', async () => {
    expect((await api.ask('POST', `/api/v1/bots/${bot.id}/comment-threads`, { as: 'editor', body: { ...place, text: 'x'.repeat(commentLimits.text + 1) } })).status).toBe(400);
    expect((await api.ask('POST', `/api/v1/bots/${bot.id}/comment-threads`, { as: 'editor', body: { ...place, text: ' \n ' } })).status).toBe(400);
    const thread = await start('editor', { text: 'Long' });
    const { models } = api.context;
    await models.Comment.bulkCreate(Array.from({ length: commentLimits.comments - 1 }, (_, n) => ({ id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`, thread: thread.id, by: null, text: 'x', madeAt: clock.now() })));
    const full = await reply('editor', thread.id, 'One more');
    expect(full.status).toBe(409);
    expect(full.body).toMatchObject({ error: { message: expect.stringContaining('at most 500') } });
    const other = await makeBot('Other');
    expect((await api.ask('POST', `/api/v1/bots/${other.id}/comment-threads`, { as: 'editor', body: { ...place, text: 'x' } })).body).toMatchObject({ error: { fields: [{ path: 'flowId' }] } });
  });

  test('stands beside the drawing: no revision, no export, no copy; and goes with its flow and its bot', async () => {
    const mine = await makeBot('Copied');
    const flowId = mine.flowId;
    const sub = flowHeadSchema.parse(await api.good('POST', `/api/v1/bots/${mine.id}/flows`, { name: 'Sub' }));
    await start('editor', { flowId, text: 'Only here', node: 'gone-node' }, mine.id);
    await start('editor', { flowId: sub.id, text: 'In the subflow' }, mine.id);
    const draft = (await api.ask('GET', `/api/v1/flows/${flowId}/draft`, { as: 'editor' })).body as { revision: number };
    expect(draft.revision).toBe(1);
    expect(JSON.stringify((await api.ask('GET', `/api/v1/bots/${mine.id}/export`, { as: 'owner' })).body)).not.toContain('Only here');
    await api.good('POST', `/api/v1/bots/${mine.id}/duplicate`, {});
    const { models } = api.context;
    const copy = await models.Bot.findOne({ where: { name: 'Copied (copy)' } });
    expect(await list('owner', copy?.id)).toEqual([]);
    await api.good('DELETE', `/api/v1/flows/${sub.id}`);
    expect((await list('owner', mine.id)).map(({ comments }) => comments[0]?.text)).toEqual(['Only here']);
    await models.Bot.destroy({ where: { id: mine.id } });
    expect(await models.CommentThread.count({ where: { bot: mine.id } })).toBe(0);
    expect(await models.Comment.count({ where: { text: 'Only here' } })).toBe(0);
  });
});
