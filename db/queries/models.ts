import type { ModelRole } from '@parley/shared/machine/modelCall';
import type { Pool } from 'pg';

/** A model with all that calling it needs; the key is still sealed, about the endpoint's id. */
export interface CallableModel {
  id: string;
  name: string;
  priceIn: number;
  priceOut: number;
  maxOutput: number | null;
  endpoint: string;
  baseUrl: string;
  key: string | null;
}

const columns = 'm.id, m.name, m.price_in as "priceIn", m.price_out as "priceOut", m.max_output as "maxOutput", e.id as endpoint, e.base_url as "baseUrl", e.key';

/** The models of a role, in the order in which they are tried. */
export async function modelsInRole(pool: Pool, role: ModelRole): Promise<CallableModel[]> {
  const { rows } = await pool.query<CallableModel>({
    name: 'models_in_role',
    text: `select ${columns} from parley.model_roles r join parley.models m on m.id = r.model join parley.model_endpoints e on e.id = m.endpoint where r.role = $1 order by r.position, m.id`,
    values: [role],
  });
  return rows;
}

/** One model, ready to be called. */
export async function callableModel(pool: Pool, id: string): Promise<CallableModel | undefined> {
  const { rows } = await pool.query<CallableModel>({
    name: 'callable_model',
    text: `select ${columns} from parley.models m join parley.model_endpoints e on e.id = m.endpoint where m.id = $1`,
    values: [id],
  });
  return rows[0];
}

/** One call as it is recorded. */
export interface ModelCallRow {
  id: string;
  bot: string | null;
  contact: string | null;
  account: string | null;
  effect: string | null;
  node: string | null;
  role: ModelRole;
  model: string | null;
  name: string;
  tokensIn: number;
  tokensOut: number;
  estimated: boolean;
  cost: number;
  ms: number;
  outcome: string;
  madeAt: Date;
}

/** Records a call; one of a model, bot or person that was deleted meanwhile is recorded without it. */
export async function recordModelCall(pool: Pool, call: ModelCallRow): Promise<void> {
  const { id, bot, contact, account, effect, node, role, model, name, tokensIn, tokensOut, estimated, cost, ms, outcome, madeAt } = call;
  await pool.query({
    name: 'record_model_call',
    text: `insert into parley.model_calls (id, bot, contact, account, effect, node, role, model, name, tokens_in, tokens_out, estimated, cost, ms, outcome, made_at)
      values ($1, (select id from parley.bots where id = $2), (select id from parley.contacts where id = $3), (select id from parley.accounts where id = $4), $5, $6, $7,
        (select id from parley.models where id = $8), $9, $10, $11, $12, $13, $14, $15, $16)`,
    values: [id, bot, contact, account, effect, node, role, model, name, tokensIn, tokensOut, estimated, cost, ms, outcome, madeAt],
  });
}

/** What a model took since a day; `model` null = the stand-in and models that are gone. */
export interface ModelSpending {
  model: string | null;
  calls: number;
  failed: number;
  tokensIn: number;
  tokensOut: number;
  cost: number;
}

/** What models took since a day, by model. */
export async function modelSpending(pool: Pool, since: Date): Promise<ModelSpending[]> {
  const { rows } = await pool.query<ModelSpending>({
    name: 'model_spending',
    text: `select model, count(*) as calls, count(*) filter (where outcome <> 'done') as failed, coalesce(sum(tokens_in), 0) as "tokensIn", coalesce(sum(tokens_out), 0) as "tokensOut", coalesce(sum(cost), 0) as cost
      from parley.model_calls where made_at >= $1 group by 1`,
    values: [since],
  });
  return rows;
}

/** Deletes the records of calls made before `before`. */
export async function deleteModelCalls(pool: Pool, before: Date): Promise<void> {
  await pool.query('delete from parley.model_calls where made_at < $1', [before]);
}
