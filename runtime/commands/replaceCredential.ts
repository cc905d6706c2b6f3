import { ownOrShared } from '@parley/db/queries/credentials';
import { replaceReferences } from '@parley/shared/exchange/references';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { documentOf, saveDraft } from './saveDraft.ts';
import type { Saved } from './saveDraft.ts';

/** Has every node of a bot that names one credential name another, which the bot may use: a step of each flow it changes. */
export async function replaceCredential(context: Pick<Context, 'clock' | 'db' | 'models' | 'nodeTypes' | 'random'>, by: string | null, { bot, from, to }: { bot: string; from: string; to: string }): Promise<Saved[]> {
  const { models, nodeTypes } = context;
  if (!(await models.Bot.count({ where: { id: bot } }))) throw notFound('bot');
  const credential = await models.Credential.findOne({ attributes: ['name'], where: { id: to, ...ownOrShared(bot) } });
  if (!credential) throw new Refusal('invalid', 'This bot has no such credential. Choose one of its own or a shared one.', { fields: [{ path: 'to', message: 'The bot may not use this credential' }] });
  const saved: Saved[] = [];
  for (const row of await models.Flow.findAll({ where: { bot }, order: ['id'] })) {
    const flow = documentOf(context, row);
    const next = replaceReferences(flow, nodeTypes, { flows: new Map(), credentials: new Map([[from, to]]), media: new Map() });
    if (diffFlows(flow, next).length > 0) saved.push(await saveDraft(context, by, { flowId: row.id, revision: row.revision, flow: next, gesture: `Use the credential “${credential.name.slice(0, 80)}”` }));
  }
  return saved;
}
