import type { CredentialKind } from '@parley/shared/api/credentials';
import type { Pool } from 'pg';

/** A credential as a request needs it; its secret is still sealed. */
export interface SealedCredential {
  id: string;
  name: string;
  kind: CredentialKind;
  field: string;
  secret: string;
  hosts: string[];
}

/** A credential that a bot may use: its own, or a shared one. */
export async function findCredential(pool: Pool, { id, bot }: { id: string; bot: string }): Promise<SealedCredential | undefined> {
  const { rows } = await pool.query<SealedCredential>({
    name: 'find_credential',
    // Ids in flows are texts: one that is no uuid is one that is not there.
    text: 'select id, name, kind, field, secret, hosts from parley.credentials where id::text = $1 and (bot = $2 or bot is null)',
    values: [id, bot],
  });
  return rows[0];
}

/** Notes that a credential was used; once a minute is enough. */
export async function noteCredentialUse(pool: Pool, { id, now }: { id: string; now: Date }): Promise<void> {
  await pool.query({
    name: 'note_credential_use',
    text: `update parley.credentials set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
    values: [id, now],
  });
}
