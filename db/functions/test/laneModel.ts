import type { Json } from '@parley/shared/lib/json';
import type { CommitArgs, DeliveryOutcome, IngestArgs } from '../../lanes.ts';
import type { JournalEntry } from '../../laneRows.ts';

/** What the model expects a function to return as work; compared field by field. */
export interface ExpectedWork {
  seq: number;
  kind: string;
  payload: object;
  receivedAt: number;
  attempts: number;
  failures: number;
  told: boolean;
  sessionNo: number;
  isSessionNew: boolean;
  release: string | null;
  snapshot: object | null;
  host: object;
  lastAt: number | null;
  expiresAt: number | null;
  journal: JournalEntry[];
}

interface Row {
  seq: number; kind: 'control' | 'message'; payload: object; at: number; release: string | null;
  attempts: number; failures: number; notBefore: number; told: boolean; state: 'open' | 'done' | 'setAside';
}
interface Session {
  no: number; release: string; snapshot: object | null; host: object; wait: number | null; lastAt: number; expiresAt: number | null; ended: string | null;
  /** A turn of it was committed. */
  begun: boolean;
}
interface Outgoing { no: number; payload: object; attempts: number; doubts: number; sending: boolean; outcome: string | null }

/**
 * The lane functions in memory, the plain way: lists searched from the start, nothing precomputed. It knows no due times: its rule is
 * that a free lane gives work exactly when there is some, so a wrong due time in the database shows as work that is not given.
 */
export class LaneModel {
  rows: Row[] = [];
  sessions: Session[] = [];
  timers: { session: number; wait: number; due: number }[] = [];
  messages: { turn: number; body: object }[] = [];
  turns: number[] = [];
  outbox: Outgoing[] = [];
  seen = new Map<string, number>();
  journal = new Map<number, JournalEntry[]>();
  seq = 0;
  accepts: 'yes' | 'no' | 'once' = 'yes';
  interrupt = 0;
  tokens: { left: number; at: number } | null = null;
  paused = false;
  /** null = free; `lost` = its lease has ended by the database's clock. */
  holder: { seq: number; lost: boolean } | null = null;
  deliverAt: number | null = null;
  sender: { lost: boolean } | null = null;
  release: string;

  constructor(release: string) {
    this.release = release;
  }

  get session(): Session | undefined {
    return this.sessions.at(-1);
  }

  ingest({ kind, key, payload, now, owner, limit }: IngestArgs): { refused: string | null; stored: number; duplicate: boolean; work: ExpectedWork | null } {
    const at = now.getTime();
    let { tokens } = this;
    if (limit && kind === 'message') {
      const before = this.tokens ?? { left: limit.burst, at };
      const left = Math.min(limit.burst, before.left + (Math.max(0, at - before.at) / 1000) * limit.perSecond);
      if (left < 1) return { refused: 'limited', stored: 0, duplicate: false, work: null };
      tokens = { left: left - 1, at: Math.max(at, before.at) };
    }
    const first = key === null ? undefined : this.seen.get(key);
    if (first !== undefined) return { refused: null, stored: first, duplicate: true, work: null };
    const takes = owner !== null && !this.paused && (this.holder === null || this.holder.lost);
    if (this.holder === null || takes) this.interrupt = 0;
    else this.interrupt = Math.max(this.interrupt, kind === 'message' ? 1 : ['stop', 'reset', 'takeOver'].includes(String('type' in payload ? payload.type : '')) ? 2 : 0);
    this.seq += 1;
    this.tokens = tokens;
    if (key !== null) this.seen.set(key, this.seq);
    this.rows.push({ seq: this.seq, kind, payload, at, release: this.release, attempts: 0, failures: 0, notBefore: 0, told: false, state: 'open' });
    return { refused: null, stored: this.seq, duplicate: false, work: takes ? this.work(at) : null };
  }

  take(now: Date): ExpectedWork | null {
    if (this.holder && !this.holder.lost) return null;
    return this.work(now.getTime());
  }

  /** Whether a sweep must find this lane at `now`. */
  mustBeDue(now: number): boolean {
    if (this.holder) return this.holder.lost;
    if (this.paused) return false;
    return this.timers.some((timer) => timer.due <= now) || this.next(now) !== undefined;
  }

  private next(now: number): Row | undefined {
    const open = this.rows.filter((row) => row.state === 'open' && (row.kind === 'control' || this.accepts === 'yes' || (this.accepts === 'once' && !row.told)));
    const first = open.find((row) => row.kind === 'control') ?? open[0];
    return first && first.notBefore <= now ? first : undefined;
  }

  private work(now: number): ExpectedWork | null {
    this.holder = null;
    this.interrupt = 0;
    if (!this.paused) {
      const due = this.timers.filter((timer) => timer.due <= now).sort((a, b) => a.due - b.due || a.session - b.session || a.wait - b.wait);
      this.timers = this.timers.filter((timer) => timer.due > now);
      for (const { session, wait } of due) {
        this.seq += 1;
        this.rows.push({ seq: this.seq, kind: 'control', payload: { type: 'timer', session, wait }, at: now, release: null, attempts: 0, failures: 0, notBefore: 0, told: false, state: 'open' });
      }
    }
    const row = this.paused ? undefined : this.next(now);
    const { session } = this;
    if (!row) {
      return null;
    }
    row.attempts += 1;
    this.holder = { seq: row.seq, lost: false };
    const over = !session || session.ended !== null || (session.expiresAt !== null && session.expiresAt <= row.at);
    if (row.kind === 'message' && over) this.begin(row);
    const current = this.session;
    // Over, whether or not somebody has closed it: there is no session to speak to.
    const gone = current !== undefined && row.kind === 'control' && over;
    const isSessionNew = current !== undefined && !gone && current.ended === null && !current.begun;
    return {
      seq: row.seq, kind: row.kind, payload: row.payload, receivedAt: row.at, attempts: row.attempts, failures: row.failures, told: row.told,
      sessionNo: current?.no ?? 0, isSessionNew, release: gone ? null : (current?.release ?? null), snapshot: gone ? null : (current?.snapshot ?? null),
      host: current?.host ?? {}, lastAt: current?.lastAt ?? null, expiresAt: current?.expiresAt ?? null,
      journal: row.attempts > 1 ? (this.journal.get(row.seq) ?? []) : [],
    };
  }

  private begin(row: Row): void {
    const before = this.session;
    if (before && before.ended === null) before.ended = 'expired';
    this.timers = this.timers.filter((timer) => timer.session > (before?.no ?? 0));
    const known = before && 'contact' in before.host ? before.host.contact : undefined;
    this.sessions.push({
      no: (before?.no ?? 0) + 1, release: row.release ?? '', snapshot: null, host: known === undefined ? {} : { contact: known }, wait: null, lastAt: row.at, expiresAt: null, ended: null, begun: false,
    });
  }

  extend(current: boolean): { ok: boolean; interrupt: number } {
    return current && this.holder ? { ok: true, interrupt: this.interrupt } : { ok: false, interrupt: 0 };
  }

  note(current: boolean, { seq, ordinal, action, result }: { seq: number; ordinal: number; action: string; result: Json | undefined }): { ok: boolean; interrupt: number } {
    if (!current || !this.holder) return { ok: false, interrupt: 0 };
    const entries = this.journal.get(seq) ?? [];
    const known = entries.find((entry) => entry.ordinal === ordinal);
    if (known) known.result ??= result ?? null;
    else entries.push({ ordinal, action, result: result ?? null });
    this.journal.set(seq, entries.sort((a, b) => a.ordinal - b.ordinal));
    return { ok: true, interrupt: this.interrupt };
  }

  fail(current: boolean, { seq, retryAt, counts }: { seq: number; retryAt: Date; counts: boolean }): boolean {
    if (!current || !this.holder) return false;
    const row = this.rows.find((each) => each.seq === seq);
    if (row) row.notBefore = retryAt.getTime();
    if (row && counts) row.failures += 1;
    this.holder = null;
    return true;
  }

  commit(current: boolean, args: CommitArgs): { ok: boolean; interrupt: number; messageNo: number; work: ExpectedWork | null } {
    if (!current || !this.holder) return { ok: false, interrupt: 0, messageNo: 0, work: null };
    const now = args.now.getTime();
    const { interrupt } = this;
    const messageNo = this.messages.length;
    const row = this.rows.find((each) => each.seq === args.seq);
    if (row && args.turn.keep) row.told = true;
    else if (row) row.state = args.error === null ? 'done' : 'setAside';
    if (!args.turn.keep) this.turns.push(args.seq);
    this.accepts = args.accepts ?? this.accepts;
    if (args.session) this.change(args.session, args.timer, now);
    this.messages.push(...args.messages.map(({ body }) => ({ turn: args.seq, body })));
    for (const { payload } of args.outbox) this.outbox.push({ no: this.outbox.length + 1, payload, attempts: 0, doubts: 0, sending: false, outcome: null });
    if (args.outbox.length > 0) this.deliverAt ??= now;
    if (args.owner === null) {
      this.holder = null;
      return { ok: true, interrupt, messageNo, work: null };
    }
    return { ok: true, interrupt, messageNo, work: this.work(now) };
  }

  private change(session: NonNullable<CommitArgs['session']>, timer: Date | null, now: number): void {
    if (session.restart) {
      const before = this.session;
      if (before && before.ended === null) before.ended = session.restart.reason;
      this.sessions.push({
        no: (before?.no ?? 0) + 1, release: session.restart.release, snapshot: null, host: {}, wait: null, lastAt: now, expiresAt: null, ended: null, begun: true,
      });
    }
    const { session: current } = this;
    if (current) {
      current.begun = true;
      current.snapshot = session.snapshot;
      current.host = session.host;
      current.wait = session.wait;
      current.lastAt = session.lastAt?.getTime() ?? current.lastAt;
      current.expiresAt = session.expiresAt?.getTime() ?? null;
      current.ended ??= session.ended ?? null;
      current.release = session.release ?? current.release;
    }
    const no = current?.no ?? 0;
    this.timers = timer && !session.ended && session.wait !== null ? [{ session: no, wait: session.wait, due: timer.getTime() }] : [];
  }

  takeDeliveries(now: Date): Outgoing | null {
    if (this.deliverAt === null || this.deliverAt > now.getTime() || (this.sender && !this.sender.lost)) return null;
    return this.nextDelivery();
  }

  private nextDelivery(): Outgoing | null {
    const row = this.outbox.find((each) => each.outcome === null);
    this.sender = row ? { lost: false } : null;
    if (!row) {
      this.deliverAt = null;
      return null;
    }
    row.attempts += 1;
    if (row.sending) row.doubts += 1;
    row.sending = true;
    return row;
  }

  holdDelivery(current: boolean, { no, at }: { no: number; at: Date }): boolean {
    if (!current || !this.sender) return false;
    const row = this.outbox.find((each) => each.no === no);
    if (row) Object.assign(row, { attempts: row.attempts - 1, sending: false });
    this.deliverAt = at.getTime();
    this.sender = null;
    return true;
  }

  deliveryDone(current: boolean, { no, outcome, doubt, retryAt, owner }: DeliveryOutcome): { ok: boolean; row: Outgoing | null } {
    if (!current || !this.sender) return { ok: false, row: null };
    const row = this.outbox.find((each) => each.no === no);
    if (row) row.sending = false;
    if (outcome === 'retry') {
      if (row && doubt) row.doubts += 1;
      this.deliverAt = retryAt?.getTime() ?? null;
      this.sender = null;
      return { ok: true, row: null };
    }
    if (row) row.outcome = outcome;
    if (owner === null) {
      this.sender = null;
      return { ok: true, row: null };
    }
    return { ok: true, row: this.nextDelivery() };
  }
}
