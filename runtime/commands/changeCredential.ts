import type { Credential } from '@parley/db/models/credential';
import { fieldProblem } from '@parley/shared/api/credentials';
import type { ChangeCredentialBody } from '@parley/shared/api/credentials';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { audit } from '../people/audit.ts';
import { refuseTakenName } from './refuseTakenName.ts';

/** Renames a credential, replaces its secret or changes where it goes. Whoever sends a secret to another host must know it. */
export async function changeCredential(context: Pick<Context, 'clock' | 'db' | 'keys' | 'models'>, by: string | null, { id, body }: { id: string; body: ChangeCredentialBody }): Promise<Credential> {
  const { clock, db, keys, models } = context;
  const { name, field, secret, hosts } = body;
  return db.transaction(async (transaction) => {
    const credential = await models.Credential.findByPk(id, { lock: true, transaction });
    if (!credential) throw notFound('credential');
    const problem = field === undefined ? undefined : fieldProblem(credential.kind, field);
    if (problem) throw wrong('field', problem);
    if (secret === undefined && hosts?.some((host) => !credential.hosts.includes(host))) throw wrong('secret', 'Give the secret again to send it to another host');
    if (name !== undefined) await refuseTakenName(context, { bot: credential.bot, name, id }, transaction);
    await credential.update({
      ...(name !== undefined && { name }), ...(field !== undefined && { field }), ...(secret !== undefined && { secret: keys.seal(secret, id) }), ...(hosts && { hosts: [...new Set(hosts)] }),
      changedBy: by, changedAt: clock.now(),
    }, { transaction });
    await audit(context, { by, action: 'credential.change', subject: { kind: 'credential', id }, details: { changed: Object.keys(body), ...(hosts && { hosts }) } }, { transaction });
    return credential;
  });
}

function wrong(path: string, message: string): Refusal {
  return new Refusal('malformed', 'Some fields cannot be used.', { fields: [{ path, message }] });
}
