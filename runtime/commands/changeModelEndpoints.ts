import type { changeModelEndpointBodySchema, createModelEndpointBodySchema } from '@parley/shared/api/models';
import type * as z from 'zod';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';
import type { InTransaction } from '../people/audit.ts';

type Given = Pick<Context, 'clock' | 'db' | 'keys' | 'models'>;

/** Adds an endpoint; its key is sealed at once and never given out again. */
export async function createModelEndpoint(context: Given, by: string, { name, baseUrl, key }: z.output<typeof createModelEndpointBodySchema>): Promise<void> {
  const { clock, db, keys, models } = context;
  const id = uuid7(clock);
  const now = clock.now();
  await db.transaction(async (transaction) => {
    await refuseTaken(context, { name }, transaction);
    await models.ModelEndpoint.create({ id, name, baseUrl, key: key === null ? null : keys.seal(key, id), madeBy: by, madeAt: now, changedBy: by, changedAt: now }, { transaction });
    await audit(context, { by, action: 'modelEndpoint.create', subject: { kind: 'modelEndpoint', id }, details: { name, baseUrl } }, { transaction });
  });
}

/** Renames an endpoint, moves it or replaces its key. Whoever sends a key to another host must know it. */
export async function changeModelEndpoint(context: Given, by: string, { id, body }: { id: string; body: z.output<typeof changeModelEndpointBodySchema> }): Promise<void> {
  const { clock, db, keys, models } = context;
  const { name, baseUrl, key } = body;
  await db.transaction(async (transaction) => {
    const endpoint = await models.ModelEndpoint.findByPk(id, { lock: true, transaction });
    if (!endpoint) throw notFound('endpoint');
    const moves = baseUrl !== undefined && new URL(baseUrl).origin !== new URL(endpoint.baseUrl).origin;
    if (moves && endpoint.key !== null && key === undefined) throw new Refusal('malformed', 'Some fields cannot be used.', { fields: [{ path: 'key', message: 'Give the key again to send it to another host' }] });
    if (name !== undefined) await refuseTaken(context, { name, id }, transaction);
    await endpoint.update({
      ...(name !== undefined && { name }), ...(baseUrl !== undefined && { baseUrl }), ...(key !== undefined && { key: key === null ? null : keys.seal(key, id) }), changedBy: by, changedAt: clock.now(),
    }, { transaction });
    await audit(context, { by, action: 'modelEndpoint.change', subject: { kind: 'modelEndpoint', id }, details: { changed: Object.keys(body), ...(baseUrl !== undefined && { baseUrl }) } }, { transaction });
  });
}

/** Deletes an endpoint with its models; what they took stays recorded. */
export async function deleteModelEndpoint(context: Given, by: string, id: string): Promise<void> {
  const { db, models } = context;
  await db.transaction(async (transaction) => {
    const endpoint = await models.ModelEndpoint.findByPk(id, { lock: true, transaction });
    if (!endpoint) throw notFound('endpoint');
    await endpoint.destroy({ transaction });
    await audit(context, { by, action: 'modelEndpoint.delete', subject: { kind: 'modelEndpoint', id }, details: { name: endpoint.name } }, { transaction });
  });
}

async function refuseTaken({ models }: Pick<Context, 'models'>, { name, id }: { name: string; id?: string }, transaction: InTransaction['transaction']): Promise<void> {
  const other = await models.ModelEndpoint.findOne({ where: { name }, transaction: transaction ?? null });
  if (other && other.id !== id) throw new Refusal('conflict', 'There is an endpoint of this name.', { fields: [{ path: 'name', message: 'This name is taken' }] });
}
