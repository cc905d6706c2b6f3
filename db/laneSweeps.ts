import type { Pool } from 'pg';

/** Lanes that may have work at `now`: a plain read without locks, a hint that `takeLane` settles. Leases are the database's clock. */
export async function dueLanes(pool: Pool, { now, limit }: { now: Date; limit: number }): Promise<string[]> {
  const { rows } = await pool.query<{ lane: string }>({
    name: 'due_lanes',
    text: `(select lane from lanes.lanes where lease_until < clock_timestamp() order by lease_until limit $2)
      union all (select lane from lanes.lanes where due_at <= $1 and owner is null order by due_at limit $2)`,
    values: [now, limit],
  });
  return rows.map((row) => row.lane);
}

/** Lanes with deliveries that are due at `now` and held by nobody. */
export async function dueDeliveries(pool: Pool, { now, limit }: { now: Date; limit: number }): Promise<string[]> {
  const { rows } = await pool.query<{ lane: string }>({
    name: 'due_deliveries',
    text: `select lane from lanes.lanes where deliver_at <= $1 and (delivery_until is null or delivery_until < clock_timestamp()) order by deliver_at limit $2`,
    values: [now, limit],
  });
  return rows.map((row) => row.lane);
}

/**
 * Ends every lease: for whoever knows that all holders are gone, as a process does that has just opened an embedded database.
 * Without it, what a crash cut off would be taken up when its lease ends (10 s; 30 s for deliveries).
 */
export async function endLeases(pool: Pool): Promise<void> {
  // Each by the index of what is held or to be sent: the other lanes, however many, are not looked at.
  await pool.query('update lanes.lanes set lease_until = clock_timestamp() where lease_until is not null');
  await pool.query('update lanes.lanes set delivery_until = clock_timestamp() where deliver_at is not null and delivery_until is not null');
}

/** Makes the held rows of a bot due at once, after it was unpaused; without it they would be looked at within 30 s. */
export async function wakeBot(pool: Pool, { bot, now }: { bot: string; now: Date }): Promise<void> {
  await pool.query('update lanes.lanes set due_at = $2 where bot = $1 and owner is null and due_at > $2 and (open_from is not null or timer_at is not null)', [bot, now]);
}

/** Makes what waits to be sent on a channel due at `at`, after it was unpaused; without it, it would be looked at within 30 s. */
export async function wakeDeliveries(pool: Pool, { channel, at }: { channel: string; at: Date }): Promise<void> {
  await pool.query('update lanes.lanes set deliver_at = $2 where channel = $1 and deliver_at > $2', [channel, at]);
}

/** What is live for a bot in this lane database: read by every ingest, written by publish, roll back and pause. */
export async function setLive(pool: Pool, { bot, release, paused }: { bot: string; release: string | null; paused: boolean }): Promise<void> {
  await pool.query(
    `insert into lanes.live (bot, release, paused) values ($1, $2, $3)
     on conflict (bot) do update set release = excluded.release, paused = excluded.paused`,
    [bot, release, paused],
  );
}
