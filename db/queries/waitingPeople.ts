import type { Pool } from 'pg';

/** People whose conversations rest in a node. */
export interface WaitingPeople {
  flow: string;
  node: string;
  people: number;
}

/** Past so many conversations under way the newest stand for all: the numbers are there to be looked at, not to be settled by. */
const most = 20_000;

/** Where the conversations of these releases rest at `now`: how many in each node of each flow. */
export async function countWaitingPeople(lanes: Pool, releases: readonly string[], now: Date): Promise<WaitingPeople[]> {
  if (releases.length === 0) return [];
  const { rows } = await lanes.query<{ flow: string; node: string; people: string }>(
    `select top ->> 'flow' as flow, split_part(top ->> 'at', '/', 1) as node, count(*) as people
       from (select snapshot -> 'frames' -> -1 as top from lanes.sessions
              where release = any($1) and ended_at is null and (expires_at is null or expires_at > $2) and snapshot is not null
              order by started_at desc limit $3) as resting
      where top is not null group by 1, 2`,
    [releases, now, most],
  );
  return rows.map(({ flow, node, people }) => ({ flow, node, people: Number(people) }));
}
