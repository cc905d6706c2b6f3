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

/** What a finished turn said, oldest first; undefined while the turn is not finished. */
export async function answerOfTurn(lanes: Pool, { lane, turn }: { lane: string; turn: number }): Promise<JsonObject[] | undefined> {
  const { rows } = await lanes.query<{ body: JsonObject | null }>({
    name: 'answer_of_turn',
    text: `select m.body from lanes.turns t
      left join lanes.messages m on m.lane = t.lane and m.no > t.message_no and m.no <= t.message_no + t.messages and m.direction = 'out'
      where t.lane = $1 and t.seq = $2 order by m.no`,
    values: [lane, turn],
  });
  return rows.length === 0 ? undefined : rows.flatMap(({ body }) => (body ? [body] : []));
}

/** The newest messages of a session, oldest first. */
export async function sessionMessages(lanes: Pool, { lane, session, most }: { lane: string; session: number; most: number }): Promise<Pick<LaneMessage, 'direction' | 'body'>[]> {
  const { rows } = await lanes.query<Pick<LaneMessage, 'direction' | 'body'>>({
    name: 'session_messages',
    text: 'select direction, body from lanes.messages where lane = $1 and session_no = $2 order by no desc limit $3',
    values: [lane, session, most],
  });
  return rows.reverse();
}
