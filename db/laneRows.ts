import type { Json, JsonObject } from '@parley/shared/lib/json';

/** Columns of the lane functions as the driver gives them; which are filled depends on the function. */
export interface LaneRow {
  ok?: boolean | null;
  interrupt?: number | null;
  wanted?: number | null;
  message_no?: number | null;
  refused?: 'unpublished' | 'limited' | null;
  stored?: number | null;
  duplicate?: boolean | null;
  is_new?: boolean | null;
  fence?: number | null;
  seq?: number | null;
  kind?: string | null;
  payload?: JsonObject | null;
  received_at?: Date | null;
  live_release?: string | null;
  attempts?: number | null;
  told?: boolean | null;
  session_no?: number | null;
  is_session_new?: boolean | null;
  release?: string | null;
  snapshot?: JsonObject | null;
  host?: JsonObject | null;
  last_at?: Date | null;
  expires_at?: Date | null;
  contact?: string | null;
  bot?: string | null;
  channel?: string | null;
  journal?: JournalEntry[] | null;
  no?: number | null;
  turn?: number | null;
  doubts?: number | null;
  created_at?: Date | null;
}

/** An effect noted by an earlier attempt of the same row; result null = begun, outcome unknown. */
export interface JournalEntry {
  ordinal: number;
  action: string;
  result: Json | null;
}

/** One inbox row to work on, with the session it belongs to. Whoever got it holds the lane under `fence`. */
export interface Work {
  fence: number;
  seq: number;
  kind: 'control' | 'message';
  payload: JsonObject;
  /** Product time of acknowledgement: the turn's clock. */
  receivedAt: Date;
  /** The release that was live when it came. */
  liveRelease: string | null;
  /** Counting this one. */
  attempts: number;
  /** Answered "one moment" before; its message is in the log already. */
  told: boolean;
  /** 0 = the lane has had no session. */
  sessionNo: number;
  isSessionNew: boolean;
  /** Null when there is no session. */
  release: string | null;
  /** Null when the session is new or over. */
  snapshot: JsonObject | null;
  host: JsonObject;
  lastAt: Date | null;
  expiresAt: Date | null;
  contact: string | null;
  bot: string;
  /** Null = no conversation of a channel. */
  channel: string | null;
  journal: JournalEntry[];
}

/** One outgoing row to send, counted. `doubts` = earlier attempts that may have arrived. */
export interface Delivery {
  no: number;
  turn: number;
  kind: 'delivery' | 'event' | 'callbackOut' | 'job';
  payload: JsonObject;
  attempts: number;
  doubts: number;
  createdAt: Date;
}

/** The outcome of a commit. `messageNo` = number before the turn's first message. */
export interface Committed {
  ok: boolean;
  interrupt: number;
  messageNo: number;
  work: Work | null;
}

/** The work in a row, or null when the function gave none. */
export function readWork(row: LaneRow): Work | null {
  if (typeof row.fence !== 'number' || typeof row.seq !== 'number') return null;
  return {
    fence: row.fence,
    seq: row.seq,
    kind: row.kind === 'control' ? 'control' : 'message',
    payload: row.payload ?? {},
    receivedAt: row.received_at ?? new Date(0),
    liveRelease: row.live_release ?? null,
    attempts: row.attempts ?? 1,
    told: row.told === true,
    sessionNo: row.session_no ?? 0,
    isSessionNew: row.is_session_new === true,
    release: row.release ?? null,
    snapshot: row.snapshot ?? null,
    host: row.host ?? {},
    lastAt: row.last_at ?? null,
    expiresAt: row.expires_at ?? null,
    contact: row.contact ?? null,
    bot: row.bot ?? '',
    channel: row.channel ?? null,
    journal: row.journal ?? [],
  };
}

/** Reads what `commit_1` gave. */
export function readCommitted(row: LaneRow): Committed {
  return { ok: row.ok === true, interrupt: row.wanted ?? 0, messageNo: row.message_no ?? 0, work: readWork(row) };
}

const deliveryKinds = ['delivery', 'event', 'callbackOut', 'job'] as const;

/** The delivery in a row, or null when the function gave none. */
export function readDelivery(row: LaneRow): Delivery | null {
  const kind = deliveryKinds.find((each) => each === row.kind);
  if (typeof row.no !== 'number' || !kind) return null;
  return {
    no: row.no, turn: row.turn ?? 0, kind, payload: row.payload ?? {}, attempts: row.attempts ?? 1, doubts: row.doubts ?? 0, createdAt: row.created_at ?? new Date(0),
  };
}
