import type { addModelBodySchema, changeModelBodySchema } from '@parley/shared/api/models';
import type { ModelRole } from '@parley/shared/machine/modelCall';
import type * as z from 'zod';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';
import type { InTransaction } from '../people/audit.ts';

type Given = Pick<Context, 'clock' | 'db' | 'models'>;

/** Adds a model of an endpoint; it comes last in the roles it is given. */
export async function addModel(context: Given, by: string, { endpoint, body }: { endpoint: string; body: z.output<typeof addModelBodySchema> }): Promise<void> {
  const { clock, db, models } = context;
  const { roles, ...facts } = body;
  const id = uuid7(clock);
  await db.transaction(async (transaction) => {
    if (!(await models.ModelEndpoint.findByPk(endpoint, { lock: true, transaction }))) throw notFound('endpoint');
    await refuseTaken(context, { endpoint, name: facts.name }, transaction);
    await models.LanguageModel.create({ id, endpoint, ...facts, madeAt: clock.now() }, { transaction });
    for (const role of new Set(roles)) {
      const last = await models.ModelRole.findOne({ where: { role }, order: [['position', 'DESC']], transaction });
      await models.ModelRole.create({ role, model: id, position: (last?.position ?? 0) + 1 }, { transaction });
    }
    await audit(context, { by, action: 'model.create', subject: { kind: 'model', id }, details: { endpoint, name: facts.name, roles } }, { transaction });
  });
}

/** Changes a model's name, prices or limit; what was called before keeps what it cost. */
export async function changeModel(context: Given, by: string, { id, body }: { id: string; body: z.output<typeof changeModelBodySchema> }): Promise<void> {
  const { db, models } = context;
  await db.transaction(async (transaction) => {
    const model = await models.LanguageModel.findByPk(id, { lock: true, transaction });
    if (!model) throw notFound('model');
    if (body.name !== undefined) await refuseTaken(context, { endpoint: model.endpoint, name: body.name, id }, transaction);
    const { name, priceIn, priceOut, maxOutput } = body;
    await model.update({ ...(name !== undefined && { name }), ...(priceIn !== undefined && { priceIn }), ...(priceOut !== undefined && { priceOut }), ...(maxOutput !== undefined && { maxOutput }) }, { transaction });
    await audit(context, { by, action: 'model.change', subject: { kind: 'model', id }, details: { changed: Object.keys(body) } }, { transaction });
  });
}

/** Removes a model; what it took stays recorded. */
export async function removeModel(context: Given, by: string, id: string): Promise<void> {
  const { db, models } = context;
  await db.transaction(async (transaction) => {
    const model = await models.LanguageModel.findByPk(id, { lock: true, transaction });
    if (!model) throw notFound('model');
    await model.destroy({ transaction });
    await audit(context, { by, action: 'model.delete', subject: { kind: 'model', id }, details: { name: model.name } }, { transaction });
  });
}

/** Says which models serve a role, in the order in which they are tried. */
export async function orderModels(context: Given, by: string, { role, models: wanted }: { role: ModelRole; models: readonly string[] }): Promise<void> {
  const { db, models } = context;
  const ids = [...new Set(wanted)];
  await db.transaction(async (transaction) => {
    if ((await models.LanguageModel.count({ where: { id: ids }, transaction })) < ids.length) throw new Refusal('malformed', 'Some fields cannot be used.', { fields: [{ path: 'models', message: 'There is no such model' }] });
    await models.ModelRole.destroy({ where: { role }, transaction });
    await models.ModelRole.bulkCreate(ids.map((model, at) => ({ role, model, position: at + 1 })), { transaction });
    await audit(context, { by, action: 'model.order', subject: { kind: 'modelRole', id: role }, details: { models: ids } }, { transaction });
  });
}

async function refuseTaken({ models }: Pick<Context, 'models'>, { endpoint, name, id }: { endpoint: string; name: string; id?: string }, transaction: InTransaction['transaction']): Promise<void> {
  const other = await models.LanguageModel.findOne({ where: { endpoint, name }, transaction: transaction ?? null });
  if (other && other.id !== id) throw new Refusal('conflict', 'The endpoint has a model of this name.', { fields: [{ path: 'name', message: 'This name is taken' }] });
}
