import type { CredentialKind } from '@parley/shared/api/credentials';
import type { Pool } from 'pg';
import { Op } from 'sequelize';

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

/** Credentials a bot may use: its own and the shared ones. */
export function ownOrShared(bot: string): Record<string, unknown> {
  return { bot: { [Op.or]: [bot, null] } };
}

/** Notes that a credential was used; once a minute is enough. */
export async function noteCredentialUse(pool: Pool, { id, now }: { id: string; now: Date }): Promise<void> {
  await pool.query({
    name: 'note_credential_use',
    text: `update parley.credentials set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
    values: [id, now],
  });
}

/** A draft that names a credential. */
export interface CredentialUse {
  credential: string;
  botId: string;
  bot: string;
  flowId: string;
  flow: string;
}

/** The drafts that name these credentials. Ids are unique wherever they stand, so the documents are searched as text. */
export async function usesOfCredentials(pool: Pool, ids: readonly string[]): Promise<CredentialUse[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<CredentialUse>({
    name: 'uses_of_credentials',
    text: `select c.id as credential, b.id as "botId", b.name as bot, f.id as "flowId", f.name as flow
      from parley.credentials c join parley.flows f on c.bot is null or f.bot = c.bot join parley.bots b on b.id = f.bot
      where f.removed_at is null and c.id = any($1) and position(c.id::text in f.document::text) > 0 order by b.name, f.name, f.id`,
    values: [ids],
  });
  return rows;
}

/** The bots among these releases whose drawing names a credential. */
export async function releasesNaming(pool: Pool, { id, releases }: { id: string; releases: readonly string[] }): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>({
    name: 'releases_naming_credential',
    text: 'select b.name from parley.releases r join parley.bots b on b.id = r.bot where r.id = any($1) and position($2 in r.flow::text) > 0 order by b.name',
    values: [releases, id],
  });
  return rows.map(({ name }) => name);
}
