import { page } from '@parley/db/queries/page';
import type { ConversationTest } from '@parley/db/models/conversationTest';
import { emptySchema } from '@parley/shared/api/common';
import { testBodySchema, testLimits, testListSchema, testSchema } from '@parley/shared/api/tests';
import type { KeptTest } from '@parley/shared/api/tests';
import * as z from 'zod';
import { changeTest } from '../../commands/changeTest.ts';
import { deleteTest } from '../../commands/deleteTest.ts';
import { keepTest } from '../../commands/keepTest.ts';
import { notFound } from '../../lib/refusal.ts';
import type { App } from '../app.ts';
import { rowId, rowPage } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { testPolicy } from './policy.ts';
import { presentTests } from './present.ts';

const tag = 'Tests';
const ofBot = z.object({ botId: rowId });
const ofTest = z.object({ testId: rowId });
const limits = { body: testBodySchema, bodyLimit: testLimits.bytes };

async function presentOne(app: App, row: ConversationTest): Promise<KeptTest> {
  const [test] = await presentTests(app, [row]);
  if (!test) throw notFound('test');
  return test;
}

/** The conversations a bot is tested with. */
export const testRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/tests', id: 'listTests', tag, summary: 'Lists the conversations kept as tests of a bot', policy: testPolicy.list,
    params: ofBot, query: rowPage, reply: { status: 200, json: testListSchema },
    handle: async (app, { params: { botId }, query }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      const { rows, next } = await page(app.models.ConversationTest, { where: { bot: botId }, ...query, order: 'old' });
      return { items: await presentTests(app, rows), ...(next ? { next } : {}) };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/tests', id: 'keepTest', tag, summary: 'Keeps a conversation as a test; publishing runs it from now on', policy: testPolicy.keep,
    params: ofBot, ...limits, reply: { status: 201, json: testSchema },
    handle: async (app, { caller, params: { botId }, body }) => presentOne(app, await keepTest(app, caller.id, { bot: botId, test: body.test })),
  }),
  defineRoute({
    method: 'put', path: '/api/v1/tests/:testId', id: 'changeTest', tag, summary: 'Changes a kept test: its name, or what is right from now on', policy: testPolicy.change,
    params: ofTest, ...limits, reply: { status: 200, json: testSchema },
    handle: async (app, { caller, params: { testId }, body }) => presentOne(app, await changeTest(app, caller.id, { id: testId, test: body.test })),
  }),
  defineRoute({
    method: 'delete', path: '/api/v1/tests/:testId', id: 'deleteTest', tag, summary: 'Deletes a kept test', policy: testPolicy.delete,
    params: ofTest, reply: { status: 200, json: emptySchema },
    handle: async (app, { caller, params: { testId } }) => {
      await deleteTest(app, caller.id, testId);
      return {};
    },
  }),
];
