import { isDeepStrictEqual } from 'node:util';
import { seededRandom } from '@parley/shared/lib/id';
import type { Random } from '@parley/shared/lib/id';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import { laneCalls } from '../../lanes.ts';
import type { PipeCall } from '../../pipe.ts';
import { readCommitted, readDelivery, readIngested, readWork } from '../../laneRows.ts';
import type { LaneRow, Work } from '../../laneRows.ts';
import { LaneModel } from './laneModel.ts';
import type { ExpectedWork } from './laneModel.ts';
import { inline, literal, uuid } from './literals.ts';
import { randomCommit } from './randomCommit.ts';
import type { Hold } from './randomCommit.ts';

/** One step of a history: SQL for the database, and what to make of its answer. `check` returns a difference in words, or nothing. */
export interface Step {
  sql: string;
  check(row: LaneRow): string | undefined;
}

const start = Date.UTC(2026, 0, 5, 9);
/** One seeded random life of one lane: each step is chosen by looking at the model, run on the database and compared. */
export class LaneHistory {
  readonly seed: number;
  readonly lane: string;
  readonly bot: string;
  readonly model: LaneModel;
  private readonly random: Random;
  private readonly limit: { burst: number; perSecond: number } | null;
  private now = start;
  private wait = 0;
  private holds: Hold[] = [];
  private senders: { fence: number; no: number; current: boolean }[] = [];
  private topFence = 0;
  private keys = 0;

  constructor(seed: number) {
    this.seed = seed;
    this.lane = uuid(seed, 1);
    this.bot = uuid(seed, 2);
    this.model = new LaneModel(uuid(seed, 16));
    this.random = seededRandom(seed);
    this.limit = this.random() < 0.15 ? { burst: 3, perSecond: 0.5 } : null;
  }

  /** What must be in place before the first step. */
  get setUp(): string {
    return `insert into lanes.live (bot, release) values (${literal(this.bot)}, ${literal(this.model.release)})`;
  }

  /** The next step, chosen at random among those that make sense; `draining` only finishes what is open. */
  next(draining = false): Step {
    this.now += this.pick([0, 0, 20, 500, 5_000, 60_000]);
    const hold = this.holds.at(-1);
    const held = this.model.holder !== null;
    const choices: [number, () => Step][] = draining
      ? [[held && hold?.current ? 8 : 0, () => this.commit()], [held ? 1 : 0, () => this.loseLease()], [held ? 0 : 6, () => this.take()], [2, () => this.deliver()]]
      : [
          [held ? 3 : 6, () => this.ingest()],
          [held ? 2 : 4, () => this.take()],
          [held && hold?.current ? 8 : 0, () => this.commit()],
          [this.holds.some((each) => !each.current) ? 2 : 0, () => this.commit(true)],
          [held ? 1.2 : 0, () => this.loseLease()],
          [held && hold ? 0.8 : 0, () => this.fail()],
          [hold ? 0.8 : 0, () => this.journal()],
          [hold ? 0.6 : 0, () => this.extend()],
          [this.model.outbox.length > 0 ? 2.5 : 0.3, () => this.deliver()],
          [0.5, () => this.pause()],
          [0.4, () => this.publish()],
          [1, () => this.dueCheck()],
          [0.4, () => this.later()],
        ];
    let left = this.random() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, make] of choices) {
      left -= weight;
      if (left < 0) return make();
    }
    return this.dueCheck();
  }

  /** Compares everything stored about the lane. */
  finish(): Step {
    const { model, lane } = this;
    const id = literal(lane);
    const expected = {
      inbox: model.rows.map((row) => [row.seq, row.kind, row.state, row.attempts, row.told]),
      sessions: model.sessions.map((each) => [each.no, each.release, each.snapshot, each.host, each.wait, each.ended ?? (each.expiresAt !== null && each.expiresAt <= this.now ? 'expired' : null)]),
      timers: model.timers.toSorted((a, b) => a.session - b.session || a.wait - b.wait).map((each) => [each.session, each.wait, each.due / 1000]),
      messages: model.messages.map((each) => [each.turn, each.body]),
      turns: model.turns.toSorted((a, b) => a - b),
      outbox: model.outbox.map((each) => [each.no, each.attempts, each.doubts, each.outcome]),
      free: model.holder === null,
    };
    const list = (expression: string, table: string, order: string) =>
      `(select coalesce(jsonb_agg(${expression} order by ${order}), '[]') from lanes.${table} t where lane = ${id})`;
    return {
      sql: `SELECT jsonb_build_object('inbox', ${list(`jsonb_build_array(seq, kind, case when set_aside_at is not null then 'setAside' when done_at is null and seq >= (select l.open_from from lanes.lanes l where l.lane = t.lane) then 'open' else 'done' end, attempts, told)`, 'inbox', 'seq')},
        'sessions', ${list(`jsonb_build_array(no, release, snapshot, host, wait, case when ended is null and expires_at <= ${literal(new Date(this.now))} then 'expired' else ended end)`, 'sessions', 'no')},
        'timers', (select coalesce(jsonb_agg(jsonb_build_array(session_no, timer_wait, extract(epoch from timer_at)::float8)), '[]') from lanes.lanes where lane = ${id} and timer_at is not null),
        'messages', ${list('jsonb_build_array(turn, body)', 'messages', 'no')}, 'turns', ${list('to_jsonb(seq)', 'turns', 'seq')},
        'outbox', ${list('jsonb_build_array(no, attempts, doubts, outcome)', 'outbox', 'no')},
        'free', (select coalesce(bool_and(owner is null), true) from lanes.lanes where lane = ${id})) as payload`,
      check: (row) => this.same('what is stored', row.payload ?? {}, expected),
    };
  }

  private ingest(): Step {
    const kind = this.random() < 0.75 ? 'message' : 'control';
    const repeated = this.keys > 0 && this.random() < 0.2;
    const key = this.random() < 0.1 ? null : `k${repeated ? Math.floor(this.random() * this.keys) : (this.keys += 1)}`;
    const payload: JsonObject = kind === 'message' ? { text: `m${this.seed}-${this.keys}` } : { type: this.pick(['result', 'stop', 'takeOver']), n: this.keys };
    const args = {
      lane: this.lane, bot: this.bot, channel: null, kind, key, payload, now: new Date(this.now), owner: this.random() < 0.85 ? 'a' : null, leaseMs: 60_000, limit: this.limit, lazy: this.keys % 2 === 0,
    } as const;
    const expected = this.model.ingest(args);
    return this.step(laneCalls.ingest(args), (row) => {
      const { refused, stored, duplicate, work } = readIngested(row, args);
      return this.same('ingest', { refused, stored, duplicate }, { refused: expected.refused, stored: expected.stored, duplicate: expected.duplicate }) ?? this.took(work, expected.work, 'ingest');
    });
  }

  private take(): Step {
    const args = { lane: this.lane, owner: 'b', leaseMs: 60_000, now: new Date(this.now) };
    const before = this.model.holder;
    const expected = this.model.take(args.now);
    if (before?.lost) this.forgetHold();
    return this.step(laneCalls.take(args), (row) => this.took(readWork(row), expected, 'take'));
  }

  private commit(stale = false): Step {
    const lost = this.holds.filter((each) => !each.current);
    const hold = stale ? this.pick(lost) : this.holds.at(-1);
    if (!hold) return this.dueCheck();
    const args = randomCommit({ random: this.random, hold, model: this.model, lane: this.lane, now: this.now, newWait: () => (this.wait += 1), wait: () => this.wait });
    const expected = this.model.commit(hold.current, args);
    if (expected.ok) this.forgetHold();
    return this.step(laneCalls.commit(args), (row) => {
      const got = readCommitted(row);
      const want = { ok: expected.ok, interrupt: expected.interrupt, messageNo: expected.messageNo };
      return this.same(stale ? 'stale commit' : 'commit', { ok: got.ok, interrupt: got.interrupt, messageNo: got.messageNo }, want) ?? this.took(got.work, expected.work, 'commit');
    });
  }

  private fail(): Step {
    const hold = this.random() < 0.8 ? this.holds.at(-1) : this.pick(this.holds);
    if (!hold) return this.dueCheck();
    const retryAt = new Date(this.now + this.pick([100, 2_000, 30_000]));
    const counts = this.random() < 0.7;
    const expected = this.model.fail(hold.current, { seq: hold.seq, retryAt, counts });
    if (expected) this.forgetHold();
    return this.step(laneCalls.fail({ lane: this.lane, fence: hold.fence, seq: hold.seq, now: new Date(this.now), error: 'broken', retryAt, counts }), (row) => this.same('fail', row.ok, expected));
  }

  private journal(): Step {
    const hold = this.pick(this.holds);
    const args = { lane: this.lane, fence: hold.fence, seq: hold.seq, ordinal: this.pick([0, 1]), action: 'runCode', result: (this.random() < 0.5 ? { n: this.now } : undefined) as Json | undefined, now: new Date(this.now) };
    const expected = this.model.note(hold.current, args);
    return this.step(laneCalls.journal(args), (row) => this.same('journal', { ok: row.ok, interrupt: row.ok ? row.interrupt : 0 }, expected));
  }

  private extend(): Step {
    const hold = this.pick(this.holds);
    const expected = this.model.extend(hold.current);
    return this.step(laneCalls.extend({ lane: this.lane, fence: hold.fence, leaseMs: 60_000 }), (row) => {
      // A lease that had ended but was taken by nobody is the holder's again.
      if (expected.ok && this.model.holder) this.model.holder.lost = false;
      return this.same('extend', { ok: row.ok, interrupt: row.ok ? row.interrupt : 0 }, expected);
    });
  }

  private loseLease(): Step {
    if (this.model.holder) this.model.holder.lost = true;
    return { sql: `update lanes.lanes set lease_until = clock_timestamp() - interval '1 second' where lane = ${literal(this.lane)} and owner is not null`, check: () => undefined };
  }

  private deliver(): Step {
    const sender = this.senders.at(-1);
    const stale = this.senders.find((each) => !each.current);
    if (this.model.sender && this.random() < 0.2) {
      this.model.sender.lost = true;
      return { sql: `update lanes.lanes set delivery_until = clock_timestamp() - interval '1 second' where lane = ${literal(this.lane)} and delivery_owner is not null`, check: () => undefined };
    }
    const by = stale && this.random() < 0.4 ? stale : sender;
    if (by && (by !== sender || (sender.current && this.random() < 0.8))) {
      const outcome = this.pick(['sent', 'sent', 'failed', 'unknown', 'retry', 'hold'] as const);
      if (outcome === 'hold') return this.holdDelivery(by);
      const args = {
        lane: this.lane, fence: by.fence, no: by.no, outcome, doubt: outcome === 'retry' && this.random() < 0.5, error: null,
        retryAt: outcome === 'retry' ? new Date(this.now + 1_000) : null, owner: this.random() < 0.9 ? 'd' : null, leaseMs: 60_000, now: new Date(this.now),
      };
      const expected = this.model.deliveryDone(by.current, args);
      const { row: next } = expected;
      const want = next && { no: next.no, attempts: next.attempts, doubts: next.doubts, payload: next.payload };
      if (expected.ok) {
        sender!.current = next !== null;
        if (next) sender!.no = next.no;
      }
      return this.step(laneCalls.deliveryDone(args), (row) => {
        const got = readDelivery(row);
        return this.same('delivery done', { ok: row.ok, row: got && { no: got.no, attempts: got.attempts, doubts: got.doubts, payload: got.payload } }, { ok: expected.ok, row: want });
      });
    }
    const expected = this.model.takeDeliveries(new Date(this.now));
    const want = expected && { no: expected.no, attempts: expected.attempts, doubts: expected.doubts, payload: expected.payload };
    const hold = { fence: 0, no: expected?.no ?? 0, current: true };
    if (expected) {
      if (sender) sender.current = false;
      this.senders.push(hold);
    }
    return this.step(laneCalls.takeDeliveries({ lane: this.lane, owner: 'd', leaseMs: 60_000, now: new Date(this.now) }), (row) => {
      const got = readDelivery(row);
      hold.fence = row.fence ?? 0;
      return this.same('deliveries', got && { no: got.no, attempts: got.attempts, doubts: got.doubts, payload: got.payload }, want);
    });
  }

  private holdDelivery(by: { fence: number; no: number; current: boolean }): Step {
    const args = { lane: this.lane, fence: by.fence, no: by.no, at: new Date(this.now + 1_000) };
    const expected = this.model.holdDelivery(by.current, args);
    if (expected) by.current = false;
    return this.step(laneCalls.holdDelivery(args), (row) => this.same('hold delivery', row.ok === true, expected));
  }

  private pause(): Step {
    this.model.paused = !this.model.paused;
    // Unpausing wakes what was held, as the command does.
    const wake = this.model.paused ? '' : `with woken as (update lanes.lanes set due_at = ${literal(new Date(this.now))} where bot = ${literal(this.bot)} and owner is null and due_at > ${literal(new Date(this.now))} and (open_from is not null or timer_at is not null))`;
    return { sql: `${wake} update lanes.live set paused = ${this.model.paused} where bot = ${literal(this.bot)}`, check: () => undefined };
  }

  private publish(): Step {
    this.model.release = uuid(this.seed, 16 + Math.floor(this.random() * 100));
    return { sql: `update lanes.live set release = ${literal(this.model.release)} where bot = ${literal(this.bot)}`, check: () => undefined };
  }

  private later(): Step {
    this.now += this.pick([700_000, 4_000_000]);
    return this.dueCheck();
  }

  private dueCheck(): Step {
    const must = this.model.mustBeDue(this.now);
    return {
      sql: `select exists (select from lanes.lanes where lane = ${literal(this.lane)} and (lease_until < clock_timestamp() or (due_at <= ${literal(new Date(this.now))} and owner is null))) as ok`,
      check: (row) => (must && row.ok !== true ? this.told('a sweep does not find the lane though it has work') : undefined),
    };
  }

  private step(call: PipeCall, check: (row: LaneRow) => string | undefined): Step {
    return { sql: inline(call), check };
  }

  /** Compares returned work with the model's, and remembers the hold. Fences are checked to move on, never guessed. */
  private took(got: Work | null, expected: ExpectedWork | null, by: string): string | undefined {
    if (got) {
      if (by !== 'commit' && got.fence <= this.topFence) return this.told(`${by} gave fence ${got.fence} after ${this.topFence}`);
      this.topFence = got.fence;
      this.forgetHold();
      this.holds.push({ fence: got.fence, seq: got.seq, attempts: got.attempts, kind: got.kind, receivedAt: got.receivedAt, release: got.release, current: true });
    }
    return this.same(`the row ${by} returned`, got && comparable(got), expected);
  }

  private forgetHold(): void {
    for (const hold of this.holds) hold.current = false;
  }

  private same(what: string, got: unknown, expected: unknown): string | undefined {
    return isDeepStrictEqual(got, expected) ? undefined : this.told(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
  }

  private told(difference: string): string {
    return `history ${this.seed}: ${difference}`;
  }

  private pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)]!;
  }
}

function comparable(work: Work): ExpectedWork {
  const { seq, kind, payload, attempts, failures, told, sessionNo, isSessionNew, release, snapshot, host, journal } = work;
  return {
    seq, kind, payload, attempts, failures, told, sessionNo, isSessionNew, release, snapshot, host, journal,
    receivedAt: work.receivedAt.getTime(), lastAt: work.lastAt?.getTime() ?? null, expiresAt: work.expiresAt?.getTime() ?? null,
  };
}
