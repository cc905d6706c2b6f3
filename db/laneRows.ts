import type { Json, JsonObject } from '@parley/shared/lib/json';

/** What the lane functions give, as the driver reads it; which columns are filled depends on the function. */
export interface LaneRow {
  /** Of ingest, take and commit: everything in one value. */
  it?: IngestedJson | CommittedJson | WorkJson | null;
  ok?: boolean | null;
  interrupt?: number | null;
  fence?: number | null;
  no?: number | null;
  turn?: number | null;
  kind?: string | null;
  payload?: JsonObject | null;
  attempts?: number | null;
  doubts?: number | null;
  created_at?: Date | null;
}

interface IngestedJson {
  refused?: 'unpublished' | 'limited';
  stored?: number;
  duplicate?: boolean;
  isNew?: boolean | null;
  /** With a `kind`, whole; without one, the very event that was stored. */
  work?: WorkJson | OwnWorkJson | null;
}

interface CommittedJson {
  messageNo: number;
  interrupt: number;
  work?: WorkJson | null;
}

type Dated = 'receivedAt' | 'lastAt' | 'expiresAt' | 'journal';
type WorkJson = Omit<Work, Dated> & { receivedAt: string; lastAt: string | null; expiresAt: string | null; journal: JournalEntry[] | null };
type OwnWorkJson = Omit<WorkJson, 'kind' | 'payload' | 'receivedAt' | 'attempts' | 'failures' | 'told' | 'bot' | 'journal' | 'host'> & { host: JsonObject | null };

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
  /** Earlier attempts that said that they failed; of the others nobody heard again. */
  failures: number;
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

/** What was stored, as its sender knows it. */
export interface Sent {
  bot: string;
  kind: 'control' | 'message';
  payload: JsonObject;
  now: Date;
}

/** What became of an event. `refused`: nothing was stored. `stored`: its number, or that of the first one when it is a repeat. */
export interface Ingested {
  refused: 'unpublished' | 'limited' | null;
  stored: number;
  duplicate: boolean;
  /** The lane did not exist before. */
  isNew: boolean;
  work: Work | null;
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function workOf(json: WorkJson): Work {
  return { ...json, receivedAt: new Date(json.receivedAt), lastAt: dateOf(json.lastAt), expiresAt: dateOf(json.expiresAt), host: json.host ?? {}, journal: json.journal ?? [] };
}

/** Reads what `take_1` gave: the work, or null. */
export function readWork({ it }: LaneRow): Work | null {
  return it && 'kind' in it ? workOf(it) : null;
}

/** Reads what `ingest_1` gave for what was sent: the database does not say again what its caller knows. */
export function readIngested({ it }: LaneRow, sent: Sent): Ingested {
  if (!it || 'kind' in it || 'messageNo' in it) throw new Error('Expected ingest_1 to say what became of the event, got something else.');
  const { refused = null, stored = 0, duplicate = false, isNew, work } = it;
  return { refused, stored, duplicate, isNew: isNew === true, work: work ? ('kind' in work ? workOf(work) : ownWork(work, sent)) : null };
}

function ownWork({ fence, seq, liveRelease, sessionNo, isSessionNew, release, snapshot, host, lastAt, expiresAt, contact, channel }: OwnWorkJson, { bot, kind, payload, now }: Sent): Work {
  // Each field by its name: what is spread out of parsed JSON lives long enough to be copied to the old generation (measured: half of what a turn leaves there).
  return {
    fence, seq, kind, payload, receivedAt: now, liveRelease, attempts: 1, failures: 0, told: false, sessionNo, isSessionNew, release, snapshot, host: host ?? {},
    lastAt: dateOf(lastAt), expiresAt: dateOf(expiresAt), contact, bot, channel, journal: [],
  };
}

/** Reads what `commit_1` gave. */
export function readCommitted({ it }: LaneRow): Committed {
  if (!it || !('messageNo' in it)) return { ok: false, interrupt: 0, messageNo: 0, work: null };
  return { ok: true, interrupt: it.interrupt, messageNo: it.messageNo, work: it.work ? workOf(it.work) : null };
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
