import type { JsonObject } from '@parley/shared/lib/json';
import type { CallbackContract } from '@parley/shared/machine/callback';
import type { Pool } from 'pg';
import { jsonText } from '../jsonText.ts';

/** An address that can be called back once, with what it answers. */
export interface CallbackRow {
  id: string;
  bot: string;
  contact: string | null;
  lane: string;
  session: number;
  wait: number;
  contract: CallbackContract;
  inputs: JsonObject;
  /** The one the contact reads; null = not known. */
  language: string | null;
  madeAt: Date;
  expiresAt: Date;
}

/** A stored address with what became of it. */
export interface FoundCallback extends CallbackRow {
  botName: string;
  outcome: 'taken' | 'late' | 'expired' | null;
}

/** Keeps an address; the same one kept again changes nothing. */
export async function keepCallback(pool: Pool, { id, bot, contact, lane, session, wait, contract, inputs, language, madeAt, expiresAt }: CallbackRow): Promise<void> {
  await pool.query({
    name: 'keep_callback',
    text: `insert into parley.callback_references (id, bot, contact, lane, session, wait, contract, inputs, language, made_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing`,
    values: [id, bot, contact, lane, session, wait, jsonText(contract), jsonText(inputs), language, madeAt, expiresAt],
  });
}

/** An address by its id; undefined when it was deleted. */
export async function findCallback(pool: Pool, id: string): Promise<FoundCallback | undefined> {
  const { rows } = await pool.query<FoundCallback>({
    name: 'find_callback',
    text: `select c.id, c.bot, c.contact, c.lane, c.session, c.wait, c.contract, c.inputs, c.language, c.made_at as "madeAt", c.expires_at as "expiresAt", c.outcome, b.name as "botName"
      from parley.callback_references c join parley.bots b on b.id = c.bot where c.id = $1`,
    values: [id],
  });
  return rows[0];
}

/** Notes what became of an address; what was noted first stays. */
export async function settleCallback(pool: Pool, { id, outcome, code, now }: { id: string; outcome: 'taken' | 'late' | 'expired'; code: string | null; now: Date }): Promise<void> {
  await pool.query({
    name: 'settle_callback',
    text: 'update parley.callback_references set outcome = $2, code = $3, answered_at = $4 where id = $1 and outcome is null',
    values: [id, outcome, code, now],
  });
}

/**
 * Whether a wait of a session is over: its session ended, or rests in a later one. One that has not begun yet is not over, nor one that goes on
 * while a shortcut comes between.
 */
export async function isWaitOver(lanes: Pool, { lane, session, wait }: Pick<CallbackRow, 'lane' | 'session' | 'wait'>): Promise<boolean> {
  const { rows } = await lanes.query<{ over: boolean }>({
    name: 'is_wait_over',
    text: `select ended_at is not null or (coalesce(wait > $3, false) and not exists (
        select from json_array_elements(snapshot::json -> 'frames') frame where (frame -> 'rests' ->> 'wait')::bigint = $3)) as over
      from lanes.sessions where lane = $1 and no = $2`,
    values: [lane, session, wait],
  });
  return rows[0]?.over ?? true;
}

/** Deletes addresses that expired before `before`. */
export async function deleteExpiredCallbacks(pool: Pool, before: Date): Promise<void> {
  await pool.query('delete from parley.callback_references where expires_at < $1', [before]);
}
