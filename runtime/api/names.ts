import type { App } from './app.ts';

/** Accounts by id as answers name them: null when nobody did it or the account is gone. */
export interface Names {
  get(id: string | null): { id: string; name: string } | null;
}

/** Looks up the names behind account ids, in one query. */
export async function namesOf({ models }: Pick<App, 'models'>, ids: readonly (string | null)[]): Promise<Names> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = wanted.length === 0 ? [] : await models.Account.findAll({ attributes: ['id', 'name'], where: { id: wanted } });
  const known = new Map(rows.map(({ id, name }) => [id, { id, name }]));
  return { get: (id) => (id === null ? null : (known.get(id) ?? null)) };
}
