import type { Json, JsonObject } from '@parley/shared/lib/json';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { Pool } from 'pg';

/** A session with what the lists show of its turns and messages. */
export interface SessionRow {
  lane: string;
  no: number;
  bot: string;
  channel: string | null;
  contact: string | null;
  release: string;
  started_at: Date;
  last_at: Date;
  expires_at: Date | null;
  ended_at: Date | null;
  snapshot: Snapshot | null;
  turns: number;
  failed: boolean;
  last_message: Json | null;
}

/** A message of the log. */
export interface MessageRow {
  no: number;
  turn: number;
  direction: 'in' | 'out';
  body: Json;
  created_at: Date;
}

/** A turn as it was committed. */
export interface TurnRow {
  seq: number;
  kind: string;
  event: string;
  status: 'done' | 'setAside';
  attempts: number;
  error: string | null;
  received_at: Date;
  created_at: Date;
  /** Its messages are the `messages` ones after this number. */
  message_no: number;
  messages: number;
  trace: JsonObject | null;
}

/** Which sessions of a bot, newest first. */
export interface SessionFilter {
  bot: string;
  now: Date;
  status?: 'open' | 'ended' | 'failed' | undefined;
  release?: string | undefined;
  /** The last session of the page before. */
  after?: { startedAt: string; lane: string; no: number } | undefined;
  limit: number;
}

/** Everything about one lane is read by the lane's key: this runs on a distributed database as it is. */
const details = `
  left join lateral (select count(*) as turns from lanes.turns t where t.lane = s.lane and t.session_no = s.no) c on true
  left join lateral (select t.status = 'setAside' or t.error is not null as failed from lanes.turns t
    where t.lane = s.lane and t.session_no = s.no order by t.seq desc limit 1) f on true
  left join lateral (select m.body from lanes.messages m where m.lane = s.lane and m.session_no = s.no order by m.no desc limit 1) l on true`;

const columns = `s.lane, s.no, s.bot, s.channel, s.contact, s.release, s.started_at, s.last_at, s.expires_at, s.ended_at, s.snapshot,
  c.turns, coalesce(f.failed, false) as failed, l.body as last_message`;

/** One page of a bot's sessions, newest first; one row more than the limit tells that there is another page. */
export async function listSessions(lanes: Pool, { bot, now, status, release, after, limit }: SessionFilter): Promise<SessionRow[]> {
  const { rows } = await lanes.query<SessionRow>(
    `select ${columns} from lanes.sessions s ${details}
      where s.bot = $1
        and ($2::uuid is null or s.release = $2)
        and ($3::text is null
          or ($3 = 'open' and s.ended_at is null and (s.expires_at is null or s.expires_at > $4))
          or ($3 = 'ended' and (s.ended_at is not null or s.expires_at <= $4))
          or ($3 = 'failed' and f.failed))
        and ($5::timestamptz is null or (s.started_at, s.lane, s.no) < ($5, $6::uuid, $7::bigint))
      order by s.started_at desc, s.lane desc, s.no desc limit $8`,
    [bot, release ?? null, status ?? null, now, after?.startedAt ?? null, after?.lane ?? null, after?.no ?? null, limit + 1],
  );
  return rows;
}

/** One session; undefined when there is none. */
export async function readSession(lanes: Pool, { lane, no }: { lane: string; no: number }): Promise<SessionRow | undefined> {
  const { rows } = await lanes.query<SessionRow>(`select ${columns} from lanes.sessions s ${details} where s.lane = $1 and s.no = $2`, [lane, no]);
  return rows[0];
}

/** The newest messages of a session, oldest first. */
export async function readTranscript(lanes: Pool, { lane, no, limit }: { lane: string; no: number; limit: number }): Promise<MessageRow[]> {
  const { rows } = await lanes.query<MessageRow>(
    'select no, turn, direction, body, created_at from lanes.messages where lane = $1 and session_no = $2 order by no desc limit $3',
    [lane, no, limit],
  );
  return rows.reverse();
}

/** One page of a session's turns, newest first; one row more than the limit tells that there is another page. */
export async function listTurns(lanes: Pool, { lane, no, before, limit }: { lane: string; no: number; before: number | undefined; limit: number }): Promise<TurnRow[]> {
  const { rows } = await lanes.query<TurnRow>(
    `select seq, kind, event, status, attempts, error, received_at, created_at, message_no, messages, trace from lanes.turns
      where lane = $1 and session_no = $2 and ($3::bigint is null or seq < $3) order by seq desc limit $4`,
    [lane, no, before ?? null, limit + 1],
  );
  return rows;
}

/** A conversation after one of its turns. */
export interface TurnSnapshotRow {
  seq: number;
  release: string | null;
  channel: string | null;
  received_at: Date;
  message_no: number;
  messages: number;
  snapshot: Snapshot | null;
}

/** What was kept of a session after one turn of it; undefined when it has no such turn. */
export async function readTurnSnapshot(lanes: Pool, { lane, no, turn }: { lane: string; no: number; turn: number }): Promise<TurnSnapshotRow | undefined> {
  const { rows } = await lanes.query<TurnSnapshotRow>(
    'select seq, release, channel, received_at, message_no, messages, snapshot from lanes.turns where lane = $1 and session_no = $2 and seq = $3', [lane, no, turn],
  );
  return rows[0];
}

/** Sessions under way on another release: which lanes a move concerns. `contacts` null = anybody's. */
export async function sessionsToMove(lanes: Pool, { bot, release, now, contacts }: { bot: string; release: string; now: Date; contacts: readonly string[] | null }): Promise<string[]> {
  const { rows } = await lanes.query<{ lane: string }>(
    `select lane from lanes.sessions where bot = $1 and release <> $2 and ended_at is null and snapshot is not null
      and (expires_at is null or expires_at > $3) and ($4::uuid[] is null or contact = any($4))`,
    [bot, release, now, contacts],
  );
  return rows.map((row) => row.lane);
}
