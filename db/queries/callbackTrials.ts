import type { Json, JsonObject } from '@parley/shared/lib/json';
import type { CallbackContract } from '@parley/shared/machine/callback';
import type { Pool } from 'pg';
import { jsonText } from '../jsonText.ts';
import { notify } from '../notices.ts';

/** The channel on which the id of a trial is told when something became of it: it was called back or given up. */
export const trialNotices = 'parley_trials';

/** A real address that an author tries out a callback with. */
export interface TrialRow {
  id: string;
  bot: string;
  flow: string;
  node: string;
  madeBy: string;
  contract: CallbackContract;
  inputs: JsonObject;
  madeAt: Date;
  expiresAt: Date;
}

/** A stored one with what became of it. */
export interface FoundTrial extends TrialRow {
  botName: string;
  code: string | null;
  /** The values that were called back. */
  called: Record<string, Json> | null;
  calledAt: Date | null;
  leftAt: Date | null;
}

/** Whoever waits looks once more at the end of their time: what could not be told makes them wait, and costs no answer. */
async function tell(pool: Pool, id: string): Promise<void> {
  await notify(pool, trialNotices, id).catch(() => undefined);
}

/** Keeps an address; the one its author had for this node before is of no use from now on. */
export async function keepTrial(pool: Pool, { id, bot, flow, node, madeBy, contract, inputs, madeAt, expiresAt }: TrialRow): Promise<void> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'keep_callback_trial',
    text: `with former as (
        update parley.callback_trials set left_at = $8 where made_by = $5 and flow = $3 and node = $4 and called_at is null and left_at is null returning id
      ), made as (
        insert into parley.callback_trials (id, bot, flow, node, made_by, contract, inputs, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      )
      select id from former`,
    values: [id, bot, flow, node, madeBy, jsonText(contract), jsonText(inputs), madeAt, expiresAt],
  });
  for (const former of rows) await tell(pool, former.id);
}

/** An address by its id; undefined when there is none or it was deleted. */
export async function findTrial(pool: Pool, id: string): Promise<FoundTrial | undefined> {
  const { rows } = await pool.query<FoundTrial>({
    name: 'find_callback_trial',
    text: `select c.id, c.bot, c.flow, c.node, c.made_by as "madeBy", c.contract, c.inputs, c.made_at as "madeAt", c.expires_at as "expiresAt",
        c.code, c.called, c.called_at as "calledAt", c.left_at as "leftAt", b.name as "botName"
      from parley.callback_trials c join parley.bots b on b.id = c.bot where c.id = $1`,
    values: [id],
  });
  return rows[0];
}

/** Takes what was called back, once; false when somebody was first or its author has gone on. */
export async function takeTrial(pool: Pool, { id, code, values, now }: { id: string; code: string; values: Record<string, Json>; now: Date }): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'take_callback_trial',
    text: 'update parley.callback_trials set code = $2, called = $3, called_at = $4 where id = $1 and called_at is null and left_at is null and expires_at > $4',
    values: [id, code, jsonText(values), now],
  });
  if (rowCount === 1) await tell(pool, id);
  return rowCount === 1;
}

/** Its author goes on without it: whoever calls from now on is refused. False when they have none of this id. */
export async function leaveTrial(pool: Pool, { id, madeBy, now }: { id: string; madeBy: string; now: Date }): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'leave_callback_trial',
    text: 'update parley.callback_trials set left_at = coalesce(left_at, $3) where id = $1 and made_by = $2',
    values: [id, madeBy, now],
  });
  if (rowCount === 1) await tell(pool, id);
  return rowCount === 1;
}

/** Deletes addresses that expired before `before`, with what was called back there. */
export async function deleteExpiredTrials(pool: Pool, before: Date): Promise<void> {
  await pool.query('delete from parley.callback_trials where expires_at < $1', [before]);
}
