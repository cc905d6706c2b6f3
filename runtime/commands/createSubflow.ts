import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import type { Flow } from '@parley/db/models/flow';
import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';

/** Makes an empty subflow in the languages of the bot's main flow. */
export async function createSubflow(context: Pick<Context, 'clock' | 'db' | 'models' | 'nodeTypes' | 'random'>, by: string | null, { bot, name }: { bot: string; name: string }): Promise<Flow> {
  const { clock, db, models, nodeTypes, random } = context;
  const id = uuid7(clock);
  const now = clock.now();
  return db.transaction(async (transaction) => {
    const main = await models.Flow.findOne({ where: { bot, kind: 'bot' }, transaction });
    if (!main) throw notFound('bot');
    const { languages } = main.document;
    const document = { ...emptyFlow({ kind: 'subflow', language: languages[0] ?? 'en', random, nodeTypes }), languages };
    const flow = await models.Flow.create({ id, bot, kind: 'subflow', name, document, madeAt: now, changedAt: now, changedBy: by }, { transaction });
    await audit(context, { by, action: 'flow.create', subject: { kind: 'flow', id }, details: { bot, name } }, { transaction });
    return flow;
  });
}
