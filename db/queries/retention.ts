import type { Pool } from 'pg';

/** Hot tables whose rows are deleted at a fixed age. */
export const agingTables = ['inbox', 'outbox', 'journal'] as const;
export type AgingTable = (typeof agingTables)[number];

/** Which old rows may go: what is not finished, and what was set aside for a person to look at, stays. */
const finished: Record<AgingTable, string> = {
  inbox: 'x.set_aside_at is null and (x.done_at is not null or exists (select from lanes.lanes l where l.lane = x.lane and (l.open_from is null or l.open_from > x.seq)))',
  outbox: 'x.done_at is not null',
  journal: `not exists (select from lanes.inbox i join lanes.lanes l on l.lane = i.lane
    where i.lane = x.lane and i.seq = x.seq and i.done_at is null and (i.set_aside_at is not null or i.seq >= l.open_from))`,
};

/** Lanes handled in one statement: short enough to hold nobody up, long enough that the trips do not count. */
const batch = 200;

/** Deletes rows made before `before`, of a batch of lanes. False once nothing is left. */
export async function deleteAged(lanes: Pool, { table, before }: { table: AgingTable; before: Date }): Promise<boolean> {
  const old = `x.created_at < $1 and ${finished[table]}`;
  const { rows } = await lanes.query<{ lane: string }>(`select distinct x.lane from lanes.${table} x where ${old} limit ${batch}`, [before]);
  if (rows.length === 0) return false;
  await lanes.query(`delete from lanes.${table} x where ${old} and x.lane = any ($2::uuid[])`, [before, rows.map((row) => row.lane)]);
  return rows.length === batch;
}

/**
 * Deletes what was said with these bots before `before`, of a batch of lanes: messages, turns and ended sessions. A lane's last session
 * stays, because the next one takes from it what belongs to the contact; its variables go. False once nothing is left.
 */
export async function deleteConversations(lanes: Pool, { bots, before }: { bots: readonly string[]; before: Date }): Promise<boolean> {
  const values = [bots, before];
  const { rows } = await lanes.query<{ lane: string }>(
    `select x.lane from lanes.turns x where x.bot = any ($1::uuid[]) and x.created_at < $2
      union select x.lane from lanes.messages x join lanes.lanes l on l.lane = x.lane where l.bot = any ($1::uuid[]) and x.created_at < $2
      union select x.lane from lanes.sessions x where x.bot = any ($1::uuid[]) and x.started_at < $2 and x.ended_at < $2 and x.snapshot is not null
      limit ${batch}`,
    values,
  );
  if (rows.length === 0) return false;
  const found = [rows.map((row) => row.lane), before];
  await lanes.query('delete from lanes.messages x where x.lane = any ($1::uuid[]) and x.created_at < $2', found);
  await lanes.query('delete from lanes.turns x where x.lane = any ($1::uuid[]) and x.created_at < $2', found);
  await lanes.query('update lanes.sessions x set snapshot = null where x.lane = any ($1::uuid[]) and x.ended_at < $2 and x.snapshot is not null', found);
  await lanes.query(
    `delete from lanes.sessions x where x.lane = any ($1::uuid[]) and x.ended_at < $2
      and exists (select from lanes.lanes l where l.lane = x.lane and l.session_no > x.no)`,
    found,
  );
  return rows.length === batch;
}

/** The bots by how long what is said with them is kept. */
export async function botsByRetention(pool: Pool): Promise<{ days: number; bots: string[] }[]> {
  const { rows } = await pool.query<{ days: number; bots: string[] }>('select retention_days as days, array_agg(id) as bots from parley.bots group by 1 order by 1');
  return rows;
}

/** Deletes sign-ins and invitations that ran out, and what effects on records answered, before `before`. */
export async function deleteSpent(pool: Pool, before: Date): Promise<void> {
  await pool.query('delete from parley.tokens where expires_at < $1', [before]);
  await pool.query('delete from parley.record_effects where made_at < $1', [before]);
}
