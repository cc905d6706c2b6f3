import { usesOfCredentials } from '@parley/db/queries/credentials';
import type { Credential as CredentialRow } from '@parley/db/models/credential';
import type { Credential } from '@parley/shared/api/credentials';
import type { App } from '../app.ts';
import { namesOf } from '../names.ts';

/** Credentials without their secrets, with who uses them. */
export async function presentCredentials(app: Pick<App, 'db' | 'models'>, rows: readonly CredentialRow[]): Promise<Credential[]> {
  const [names, uses] = await Promise.all([
    namesOf(app, rows.flatMap(({ madeBy, changedBy }) => [madeBy, changedBy])),
    usesOfCredentials(app.db.pool, rows.map(({ id }) => id)),
  ]);
  return rows.map(({ id, bot, name, kind, field, hosts, madeAt, madeBy, changedAt, changedBy, lastUsedAt }) => ({
    id, botId: bot, name, kind, field, hosts,
    madeAt: madeAt.toISOString(), madeBy: names.get(madeBy)?.name ?? null, changedAt: changedAt.toISOString(), changedBy: names.get(changedBy)?.name ?? null, lastUsedAt: lastUsedAt?.toISOString() ?? null,
    usedBy: uses.filter(({ credential }) => credential === id).map(({ botId, bot: usedIn, flowId, flow }) => ({ botId, bot: usedIn, flowId, flow })),
  }));
}
