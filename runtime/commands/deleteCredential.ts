import { releasesNaming, usesOfCredentials } from '@parley/db/queries/credentials';
import { readLive } from '@parley/db/queries/live';
import type { Credential } from '@parley/db/models/credential';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';

/** Deletes a credential for ever; refused while a draft or a live version names it. */
export async function deleteCredential(context: Pick<Context, 'clock' | 'db' | 'models'>, by: string | null, id: string): Promise<void> {
  const { db, models } = context;
  const found = await models.Credential.findByPk(id);
  if (!found) throw notFound('credential');
  const uses = await usesInWords(context, found);
  if (uses.length > 0) throw new Refusal('conflict', `It is used by ${uses.join(', ')}. Choose another credential there first.`);
  await db.transaction(async (transaction) => {
    const credential = await models.Credential.findByPk(id, { lock: true, transaction });
    if (!credential) throw notFound('credential');
    await credential.destroy({ transaction });
    await audit(context, { by, action: 'credential.delete', subject: { kind: 'credential', id }, details: { bot: credential.bot, name: credential.name } }, { transaction });
  });
}

async function usesInWords({ db, models }: Pick<Context, 'db' | 'models'>, { id, bot }: Credential): Promise<string[]> {
  const drafts = (await usesOfCredentials(db.pool, [id])).map((use) => `“${use.flow}” of ${use.bot}`);
  const bots = bot === null ? (await models.Bot.findAll({ attributes: ['id'] })).map((row) => row.id) : [bot];
  const releases = [...(await readLive(db.lanes, bots)).values()].flatMap(({ release }) => release ?? []);
  const live = (await releasesNaming(db.pool, { id, releases })).map((name) => `the live version of ${name}`);
  return [...drafts, ...live];
}
