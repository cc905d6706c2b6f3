import { isAway } from '@parley/db/isAway';
import { extendLane, failTurn, takeLane } from '@parley/db/lanes';
import type { Work } from '@parley/db/laneRows';
import type { TurnDone } from '../channels/channel.ts';
import type { Delivered } from './deliver.ts';
import { HopelessTurn } from './feed.ts';
import { beginHold, extended, LostLane, wantAttention } from './hold.ts';
import type { Attention, Hold } from './hold.ts';
import { inboxEventSchema } from './inboxEvent.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { runDeferred } from './runDeferred.ts';
import { runTurn } from './runTurn.ts';
import { setAside } from './setAside.ts';
import type { TurnContext } from './turnContext.ts';

/** After so many attempts that failed a row is given up (DESIGN section 7). */
const mostFailures = 3;
/**
 * So often a row may vanish with its process before it is thought to be why. Processes are killed for other reasons too: six were
 * reached by rows that had done nothing, where a process was killed every 1-2 s before it had warmed up. Every time costs a lease of 10 s.
 */
const mostVanished = 12;

/** A turn slower than this is shown as being worked on. */
const workingMs = 300;

/** The lanes this process holds. */
export interface LanesAtWork {
  /** Runs the turns of a lane that was taken with its first row, until nothing is left to do in it. */
  run(lane: string, first: TakenRow): void;
  /** Takes a lane if it is due and runs it; false = somebody else was faster, or nothing is to be done. */
  take(lane: string): Promise<boolean>;
  holds(lane: string): boolean;
  /** Somebody wants the attention of the turn that runs in a lane here. */
  attend(lane: string, wanted: Attention): void;
  /** Cuts short the answer that this turn is making here, if it still is. */
  cut(lane: string, turn: number): void;
  size(): number;
  /** Resolves when no turn runs here. */
  idle(): Promise<void>;
  close(): void;
}

/** A row whose lane was taken. */
export interface TakenRow {
  work: Work;
  /** When the call that took it began, by the monotonic clock. */
  askedAt: number;
  /** The row may not be on disk yet (see `IngestArgs`). */
  lazy?: boolean;
  /** The row's event, where it is known without reading the row. */
  event?: InboxEvent | undefined;
}

/** Told of every turn this process commits. */
export type OnCommitted = (turn: TurnDone, delivered: Delivered) => void;

/** Runs turns, one at a time per lane, and keeps their leases alive. */
export function createLanesAtWork(context: TurnContext, onCommitted: OnCommitted): LanesAtWork {
  const { clock, db, log, owner, times } = context;
  const holds = new Map<string, Hold>();
  let running = 0;
  let whenIdle: (() => void)[] = [];
  let beating: NodeJS.Timeout | undefined;

  const one = async (hold: Hold, { work, event }: TakenRow): Promise<TakenRow | undefined> => {
    let delivered: Delivered;
    try {
      delivered = await attempt(context, hold, work, event);
    } catch (error) {
      if (error instanceof LostLane) return undefined;
      const message = error instanceof Error ? error.message : String(error);
      log.error({ err: error, lane: hold.lane, turn: hold.seq, attempt: work.attempts }, 'a turn failed');
      // A database that is away says nothing about the row.
      const counts = !isAway(error);
      if ((!counts || work.failures + 1 < mostFailures) && !(error instanceof HopelessTurn)) {
        const pause = times.backoffMs[work.failures] ?? times.backoffMs.at(-1) ?? 0;
        const now = clock.now();
        context.metrics.retried();
        await failTurn(db.lanePipe, { lane: hold.lane, fence: hold.fence, seq: hold.seq, now, error: message.slice(0, 1_000), retryAt: new Date(now.getTime() + pause), counts });
        return undefined;
      }
      delivered = await setAside(context, { hold, work, error: message });
    }
    const { committed, messages } = delivered;
    if (!committed.ok) return undefined;
    context.metrics.committed(delivered.outcome, delivered.stages);
    const rows = messages.map(({ direction, body }, n) => ({ no: committed.messageNo + n + 1, turn: hold.seq, direction, body, at: delivered.committedAt }));
    onCommitted({ lane: hold.lane, turn: hold.seq, bot: work.bot, sessionNo: delivered.sessionNo, ...(delivered.at !== undefined && { at: delivered.at }), messages: rows }, delivered);
    return committed.work ? { work: committed.work, askedAt: delivered.askedAt } : undefined;
  };

  const drain = async (lane: string, first: TakenRow): Promise<void> => {
    for (let next: TakenRow | undefined = first; next; ) {
      const { work, askedAt, lazy = false } = next;
      const hold = beginHold({ lane, fence: work.fence, seq: work.seq, askedAt, leaseMs: times.leaseMs, lazy });
      holds.set(lane, hold);
      keepBeating();
      const slow = context.bus.isFollowed(lane) ? setTimeout(() => context.bus.working(lane, true), workingMs) : undefined;
      try {
        next = await one(hold, next);
      } catch (error) {
        // The database did not take the failure either: the lease ends by itself and somebody goes on.
        log.error({ err: error, lane, turn: hold.seq }, 'a lane was left to its lease');
        next = undefined;
      } finally {
        clearTimeout(slow);
        if (slow) context.bus.working(lane, false);
        if (holds.get(lane) === hold) holds.delete(lane);
      }
    }
  };

  const beat = async (hold: Hold): Promise<void> => {
    const askedAt = performance.now();
    const { ok, interrupt } = await extendLane(db.lanePipe, { lane: hold.lane, fence: hold.fence, leaseMs: times.leaseMs });
    if (holds.get(hold.lane) !== hold) return;
    if (ok) extended(hold, askedAt, times.leaseMs);
    hold.lost ||= !ok;
    if (!ok || interrupt > 0) wantAttention(hold, !ok || interrupt > 1 ? 'stop' : 'message');
  };
  const keepBeating = (): void => {
    beating ??= setInterval(() => {
      if (holds.size === 0) {
        clearInterval(beating);
        beating = undefined;
        return;
      }
      const now = performance.now();
      for (const hold of holds.values()) {
        // Only turns that run long: the others are over before their lease could end.
        if (now - hold.beatAt < times.beatMs) continue;
        hold.beatAt = now;
        beat(hold).catch((error: unknown) => log.warn({ err: error, lane: hold.lane }, 'a lease could not be extended'));
      }
    }, times.beatMs / 3);
  };

  const self: LanesAtWork = {
    run(lane, first) {
      running += 1;
      void drain(lane, first).finally(() => {
        running -= 1;
        if (running > 0) return;
        const waiting = whenIdle;
        whenIdle = [];
        for (const tell of waiting) tell();
      });
    },
    async take(lane) {
      if (holds.has(lane) || !context.takesWork()) return false;
      const askedAt = performance.now();
      const work = await takeLane(db.lanePipe, { lane, owner, leaseMs: times.leaseMs, now: clock.now() });
      if (work) self.run(lane, { work, askedAt });
      return work !== null;
    },
    holds: (lane) => holds.has(lane),
    cut(lane, turn) {
      const hold = holds.get(lane);
      if (hold?.seq === turn) wantAttention(hold, 'cut');
    },
    attend(lane, wanted) {
      const hold = holds.get(lane);
      if (hold) wantAttention(hold, wanted);
    },
    size: () => holds.size,
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
    close: () => clearInterval(beating),
  };
  return self;
}

/** One attempt at a row: its turn, or a deferred effect; a row that stopped its process too often is given up instead. */
async function attempt(context: TurnContext, hold: Hold, work: Work, known: InboxEvent | undefined): Promise<Delivered> {
  if (work.attempts - work.failures > mostVanished) return setAside(context, { hold, work, error: `The process stopped ${mostVanished} times while this was under way.` });
  const event = known ?? inboxEventSchema.parse(work.payload);
  return event.type === 'perform' ? runDeferred(context, { hold, work, event }) : runTurn(context, hold, { work, event });
}
