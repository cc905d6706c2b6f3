import type { Credential } from '@parley/db/models/credential';
import type { createCredentialBodySchema } from '@parley/shared/api/credentials';
import type * as z from 'zod';
import type { Context } from '../lib/context.ts';
import { Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';
import { refuseTakenName } from './refuseTakenName.ts';

/** Keeps a credential; its secret is sealed at once and never given out again. */
export async function createCredential(context: Pick<Context, 'clock' | 'db' | 'keys' | 'models'>, by: string | null, body: z.output<typeof createCredentialBodySchema>): Promise<Credential> {
  const { clock, db, keys, models } = context;
  const { botId: bot, name, kind, field, secret, hosts } = body;
  const id = uuid7(clock);
  const now = clock.now();
  return db.transaction(async (transaction) => {
    if (bot !== null && !(await models.Bot.findByPk(bot, { attributes: ['id'], lock: true, transaction }))) {
      throw new Refusal('malformed', 'Some fields cannot be used.', { fields: [{ path: 'botId', message: 'There is no such bot' }] });
    }
    await refuseTakenName(context, { bot, name }, transaction);
    const made = await models.Credential.create({ id, bot, name, kind, field, secret: keys.seal(secret, id), hosts: [...new Set(hosts)], madeBy: by, madeAt: now, changedBy: by, changedAt: now }, { transaction });
    await audit(context, { by, action: 'credential.create', subject: { kind: 'credential', id }, details: { bot, name, kind, hosts: made.hosts } }, { transaction });
    return made;
  });
}
