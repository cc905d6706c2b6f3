import { ownOrShared } from '@parley/db/queries/credentials';
import type { BotFile } from '@parley/shared/exchange/botFile';
import { gatherBot } from '@parley/shared/exchange/writeBotFile';
import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { readBotDraft } from './readFlowSet.ts';

/** A bot as it is drawn now, with its kept tests and the names of the credentials and files it uses. */
export async function exportBot(context: Pick<Context, 'models' | 'nodeTypes'>, id: string): Promise<BotFile> {
  const { models, nodeTypes } = context;
  const bot = await models.Bot.findByPk(id, { attributes: ['name'] });
  if (!bot) throw notFound('bot');
  const [{ set }, names, tests, credentials] = await Promise.all([
    readBotDraft(context, id),
    models.Flow.findAll({ attributes: ['id', 'name'], where: { bot: id } }),
    models.ConversationTest.findAll({ attributes: ['test'], where: { bot: id }, order: ['id'] }),
    models.Credential.findAll({ attributes: ['id', 'name', 'hosts'], where: ownOrShared(id) }),
  ]);
  const nameOf = (flow: string): string => names.find((row) => row.id === flow)?.name ?? bot.name;
  const flows = Object.fromEntries(Object.entries(set.flows).map(([flow, document]) => [flow, { name: nameOf(flow), flow: document }]));
  return gatherBot({ name: bot.name, main: set.main, flows, tests: tests.map(({ test }) => test), credentials }, nodeTypes);
}
