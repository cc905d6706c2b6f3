import type { FlowSet } from '@parley/shared/flow/document';
import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { documentOf } from './saveDraft.ts';

/** The drafts of a bot as they are proven and released together. */
export interface BotDraft {
  bot: string;
  set: FlowSet;
  /** Revision of each flow in `set`. */
  revisions: Record<string, number>;
}

/** Reads all drafts of the bot that a flow belongs to, as of one moment. */
export async function readFlowSet(context: Pick<Context, 'models' | 'nodeTypes'>, flowId: string): Promise<BotDraft> {
  const flow = await context.models.Flow.findByPk(flowId, { attributes: ['bot'] });
  if (!flow) throw notFound('flow');
  return readBotDraft(context, flow.bot);
}

/** Reads all drafts of a bot. */
export async function readBotDraft(context: Pick<Context, 'models' | 'nodeTypes'>, bot: string): Promise<BotDraft> {
  const rows = await context.models.Flow.findAll({ where: { bot }, order: ['id'] });
  const main = rows.find(({ kind }) => kind !== 'subflow');
  if (!main) throw notFound('bot');
  return {
    bot,
    set: { main: main.id, flows: Object.fromEntries(rows.map((row) => [row.id, documentOf(context, row)])) },
    revisions: Object.fromEntries(rows.map((row) => [row.id, row.revision])),
  };
}
