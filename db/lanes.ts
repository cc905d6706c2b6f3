import { asStored, jsonText } from './jsonText.ts';
import type { PipeCall, PipeRunner } from './pipe.ts';
import { readCommitted, readDelivery, readIngested, readWork } from './laneRows.ts';
import type { Committed, Delivery, Ingested, LaneRow, Work } from './laneRows.ts';
import type { Json } from '@parley/shared/lib/json';

/** What came in. Times are product time; `owner` null = store only; `limit` null = no rate limit. */
export interface IngestArgs {
  lane: string;
  bot: string;
  channel: string | null;
  kind: 'control' | 'message';
  /** Built by the channel: the same event has the same key. null = never a repeat (our own events). */
  key: string | null;
  payload: object;
  now: Date;
  owner: string | null;
  leaseMs: number;
  /** Messages at once, and how many more per second. */
  limit: { burst: number; perSecond: number } | null;
  /**
   * Whoever sent it is told nothing before its turn is committed: only then it has to be on disk, and a write to disk is saved. Until then it
   * may be lost with the database (never with this process), and then comes again.
   */
  lazy?: boolean;
}

/** The session after a turn. `restart` ends the current one first and begins another with this content. */
export interface SessionChange {
  /** JSON, as everything stored here. */
  snapshot: object | null;
  host: object;
  /** Id of the wait it rests in; timers of every other wait are deleted. null = none. */
  wait: number | null;
  lastAt?: Date | undefined;
  /** null = never. */
  expiresAt: Date | null;
  ended?: 'final' | 'reset' | 'stopped' | 'failed' | undefined;
  /** The session moves to another release. */
  release?: string | undefined;
  restart?: { reason: 'reset' | 'stopped' | 'final'; release: string } | undefined;
  contact?: string | undefined;
}

/** Everything a turn changes, at once. */
export interface CommitArgs {
  lane: string;
  fence: number;
  seq: number;
  now: Date;
  /** null = no session is touched (an answer to nothing). */
  session: SessionChange | null;
  turn: { kind: 'control' | 'message'; event: string; attempts: number; receivedAt: Date; release: string | null; error?: string; keep?: boolean };
  trace: object | null;
  /** What was heard comes first, then what was said. */
  messages: { direction: 'in' | 'out'; body: object }[];
  outbox: { kind: 'delivery' | 'event' | 'callbackOut' | 'job'; payload: object }[];
  /** When the wait the session rests in now is over. */
  timer: Date | null;
  /** yes = messages are taken, no = held, once = each is looked at once and kept, null = as before. */
  accepts: 'yes' | 'no' | 'once' | null;
  /** Set aside with this reason instead of done. */
  error: string | null;
  /** null = take no more work. */
  owner: string | null;
  leaseMs: number;
}

/** How an attempt to deliver ended. */
export interface DeliveryOutcome {
  lane: string;
  fence: number;
  no: number;
  outcome: 'sent' | 'failed' | 'unknown' | 'retry';
  /** A retried attempt that may have arrived. */
  doubt: boolean;
  error: string | null;
  retryAt: Date | null;
  owner: string | null;
  leaseMs: number;
  now: Date;
}

/** Whether the caller still holds the lane, and who wants its attention: 0 nobody, 1 a message came, 2 stop, reset or take-over. */
export interface Held {
  ok: boolean;
  interrupt: number;
}

const delivery = `no, turn, kind, payload, attempts, doubts, created_at`;

/** A time as a parameter. `pg` would write a Date in the local zone, part by part: ten times the work. */
const at = (time: Date | null | undefined): string | null => time?.toISOString() ?? null;

/** The calls as data: name, text and values; what runs them decides how. */
export const laneCalls = {
  ingest: (a: IngestArgs): PipeCall => ({
    name: 'ingest_1',
    text: 'SELECT it FROM lanes.ingest_1($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) it',
    values: [a.lane, a.bot, a.channel, a.kind, a.key, jsonText(a.payload), at(a.now), a.owner, a.leaseMs, a.limit?.burst ?? null, a.limit ? 1 / a.limit.perSecond : null, a.lazy === true],
  }),
  take: (a: { lane: string; owner: string; leaseMs: number; now: Date }): PipeCall => ({
    name: 'take_1',
    text: 'SELECT it FROM lanes.take_1($1,$2,$3,$4) it',
    values: [a.lane, a.owner, a.leaseMs, at(a.now)],
  }),
  extend: (a: { lane: string; fence: number; leaseMs: number }): PipeCall => ({
    name: 'extend_1',
    text: 'SELECT ok, interrupt FROM lanes.extend_1($1,$2,$3)',
    values: [a.lane, a.fence, a.leaseMs],
  }),
  journal: (a: { lane: string; fence: number; seq: number; ordinal: number; action: string; result: Json | undefined; now: Date }): PipeCall => ({
    name: 'journal_1',
    text: 'SELECT ok, interrupt FROM lanes.journal_1($1,$2,$3,$4,$5,$6,$7)',
    values: [a.lane, a.fence, a.seq, a.ordinal, a.action, jsonText(a.result), at(a.now)],
  }),
  fail: (a: { lane: string; fence: number; seq: number; now: Date; error: string; retryAt: Date; counts: boolean }): PipeCall => ({
    name: 'fail_1',
    text: 'SELECT ok FROM lanes.fail_1($1,$2,$3,$4,$5,$6,$7)',
    values: [a.lane, a.fence, a.seq, at(a.now), a.error, at(a.retryAt), a.counts],
  }),
  commit: ({ turn, session, messages, outbox, ...a }: CommitArgs): PipeCall => ({
    name: 'commit_1',
    text: 'SELECT it FROM lanes.commit_1($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26,$27,$28,$29,$30) it',
    values: [
      a.lane, a.fence, a.seq, at(a.now), a.owner, a.leaseMs,
      turn.kind, turn.event, turn.attempts, at(turn.receivedAt), turn.release, turn.error ?? null, turn.keep === true, a.error, jsonText(a.trace),
      session !== null, session && jsonText(session.snapshot), session && jsonText(session.host), session && session.wait, at(a.timer), at(session?.lastAt),
      at(session?.expiresAt), session?.ended ?? null, session?.contact ?? null, session?.release ?? null, session?.restart ? jsonText(session.restart) : null, a.accepts,
      messages[0]?.direction === 'in', messages.length > 0 ? messages.map(({ body }) => jsonText(body)) : null, outbox.length > 0 ? jsonText(outbox) : null,
    ],
  }),
  takeDeliveries: (a: { lane: string; owner: string; leaseMs: number; now: Date }): PipeCall => ({
    name: 'deliveries_take_1',
    text: `SELECT fence, ${delivery} FROM lanes.deliveries_take_1($1,$2,$3,$4)`,
    values: [a.lane, a.owner, a.leaseMs, at(a.now)],
  }),
  deliveryDone: (a: DeliveryOutcome): PipeCall => ({
    name: 'deliveries_done_1',
    text: `SELECT ok, ${delivery} FROM lanes.deliveries_done_1($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
    values: [a.lane, a.fence, a.no, a.outcome, a.doubt, a.error, at(a.retryAt), a.owner, a.leaseMs, at(a.now)],
  }),
  holdDelivery: (a: { lane: string; fence: number; no: number; at: Date }): PipeCall => ({
    name: 'deliveries_hold_1',
    text: 'SELECT ok FROM lanes.deliveries_hold_1($1,$2,$3,$4)',
    values: [a.lane, a.fence, a.no, at(a.at)],
  }),
} as const;

export type { Ingested } from './laneRows.ts';

async function run(runner: PipeRunner, call: PipeCall): Promise<LaneRow> {
  const { rows } = await runner.query(call);
  const row = rows[0];
  if (!row) throw new Error(`Expected one row from ${call.name}, got none.`);
  return row;
}

const held = (row: LaneRow): Held => ({ ok: row.ok === true, interrupt: row.interrupt ?? 0 });

/** Stores an event once and, when its lane was free, takes it: the oldest row to work on comes back in the same trip. */
export async function ingest(runner: PipeRunner, args: IngestArgs): Promise<Ingested> {
  return readIngested(await run(runner, laneCalls.ingest(args)), { ...args, payload: asStored(args.payload) });
}

/** Takes a lane that is due or whose holder went silent; null = somebody was faster, or nothing is to be done. */
export async function takeLane(runner: PipeRunner, args: Parameters<typeof laneCalls.take>[0]): Promise<Work | null> {
  return readWork(await run(runner, laneCalls.take(args)));
}

/** Prolongs the lease of a running turn. */
export async function extendLane(runner: PipeRunner, args: Parameters<typeof laneCalls.extend>[0]): Promise<Held> {
  return held(await run(runner, laneCalls.extend(args)));
}

/** Notes an effect's intent (no result) or its result. */
export async function journalEffect(runner: PipeRunner, args: Parameters<typeof laneCalls.journal>[0]): Promise<Held> {
  return held(await run(runner, laneCalls.journal(args)));
}

/** Gives a row back to be tried again at `retryAt`; false = the lane belongs to somebody else now. */
export async function failTurn(runner: PipeRunner, args: Parameters<typeof laneCalls.fail>[0]): Promise<boolean> {
  return (await run(runner, laneCalls.fail(args))).ok === true;
}

/** Ends a turn: everything changes together or, when the fence has moved on, nothing. Brings the lane's next row. */
export async function commitTurn(runner: PipeRunner, args: CommitArgs): Promise<Committed> {
  return readCommitted(await run(runner, laneCalls.commit(args)));
}

/** Takes the deliveries of a lane that are due, with the first row to send. */
export async function takeDeliveries(runner: PipeRunner, args: Parameters<typeof laneCalls.takeDeliveries>[0]): Promise<{ fence: number; row: Delivery } | null> {
  const row = await run(runner, laneCalls.takeDeliveries(args));
  const first = readDelivery(row);
  return first && typeof row.fence === 'number' ? { fence: row.fence, row: first } : null;
}

/** Gives a row back that must not be sent before `at`; no attempt is counted. false = somebody else holds these deliveries now. */
export async function holdDelivery(runner: PipeRunner, args: Parameters<typeof laneCalls.holdDelivery>[0]): Promise<boolean> {
  return (await run(runner, laneCalls.holdDelivery(args))).ok === true;
}

/** Reports an attempt and brings the next row to send; not ok = somebody else holds these deliveries now. */
export async function deliveryDone(runner: PipeRunner, args: DeliveryOutcome): Promise<{ ok: boolean; row: Delivery | null }> {
  const row = await run(runner, laneCalls.deliveryDone(args));
  return { ok: row.ok === true, row: readDelivery(row) };
}
