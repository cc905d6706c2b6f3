import type { JsonObject } from '@parley/shared/lib/json';
import type { Pool } from 'pg';

/** One row of a lane's log. */
export interface LaneMessage {
  no: number;
  turn: number;
  direction: 'in' | 'out';
  body: JsonObject;
  at: Date;
}

/** The log after a number, oldest first. */
export async function messagesAfter(lanes: Pool, { lane, after, limit }: { lane: string; after: number; limit: number }): Promise<LaneMessage[]> {
  const { rows } = await lanes.query<LaneMessage>({
    name: 'messages_after',
    text: 'select no, turn, direction, body, created_at as at from lanes.messages where lane = $1 and no > $2 order by no limit $3',
    values: [lane, after, limit],
  });
  return rows;
}

/** What a finished turn said, oldest first; undefined while the turn is not finished. `after` = where its messages can begin. */
export async function answerOfTurn(lanes: Pool, { lane, turn }: { lane: string; turn: number }): Promise<JsonObject[] | undefined> {
  const { rows } = await lanes.query<{ bodies: JsonObject[] }>({
    name: 'answer_of_turn',
    text: `select (select coalesce(jsonb_agg(m.body order by m.no), '[]') from lanes.messages m where m.lane = $1 and m.turn = $2 and m.direction = 'out') as bodies
      from lanes.turns t where t.lane = $1 and t.seq = $2`,
    values: [lane, turn],
  });
  return rows[0]?.bodies;
}
