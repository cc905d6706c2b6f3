import { extendLane, journalEffect } from '@parley/db/lanes';
import type { Held } from '@parley/db/lanes';
import type { JournalEntry } from '@parley/db/laneRows';
import type { Json } from '@parley/shared/lib/json';
import type { ActionResult } from '@parley/shared/machine/action';
import { extended, LostLane, wantAttention } from './hold.ts';
import type { Hold } from './hold.ts';
import type { TurnContext } from './turnContext.ts';

/** The journal of one row: what earlier attempts noted, and what this one adds. */
export interface Notes {
  /** The result of an earlier attempt. An intent without one may have happened: that is the result then, and is noted as such. */
  recall(ordinal: number, action: string): Promise<ActionResult | undefined>;
  /** Notes an intent (no result) or a result. Throws `LostLane` when the lane is somebody else's now. */
  write(ordinal: number, action: string, result: ActionResult | undefined): Promise<void>;
  /** Keeps a result until `flush`: it matters only if the outside sees something that came of it. */
  keep(ordinal: number, action: string, result: ActionResult): void;
  /** Writes what was kept. Called before every effect that the outside can see. */
  flush(): Promise<void>;
  /** Sees to it that the row itself is on disk, where nothing of it was written since it was taken. Throws `LostLane`. */
  secure(): Promise<void>;
}

/** Opens the journal of the row a hold is for. */
export function createNotes({ db, clock, times }: Pick<TurnContext, 'db' | 'clock' | 'times'>, hold: Hold, journal: readonly JournalEntry[]): Notes {
  const noted = new Map(journal.map((entry) => [entry.ordinal, entry]));
  const kept: { ordinal: number; action: string; result: ActionResult }[] = [];
  const stillOurs = ({ ok, interrupt }: Held): void => {
    if (!ok) {
      hold.lost = true;
      throw new LostLane(`Lane ${hold.lane} belongs to another process now.`);
    }
    hold.lazy = false;
    if (interrupt > 0) wantAttention(hold, interrupt > 1 ? 'stop' : 'message');
  };
  const notes: Notes = {
    async recall(ordinal, action) {
      const entry = noted.get(ordinal);
      if (!entry) return undefined;
      // Only `write` below writes results, whole ones.
      if (entry.result !== null) return entry.result as ActionResult;
      const unknown: ActionResult = { ok: false, outcome: 'unknown', error: 'The process stopped while this was under way: it may have happened.' };
      await notes.write(ordinal, action, unknown);
      return unknown;
    },
    async write(ordinal, action, result) {
      stillOurs(await journalEffect(db.lanePipe, {
        lane: hold.lane, fence: hold.fence, seq: hold.seq, ordinal, action, result: result as Json | undefined, now: clock.now(),
      }));
    },
    keep: (ordinal, action, result) => {
      kept.push({ ordinal, action, result });
    },
    async flush() {
      for (const { ordinal, action, result } of kept.splice(0)) await notes.write(ordinal, action, result);
    },
    async secure() {
      if (!hold.lazy) return;
      // Any commit that is waited for takes the ones before it to disk.
      const askedAt = performance.now();
      stillOurs(await extendLane(db.lanePipe, { lane: hold.lane, fence: hold.fence, leaseMs: times.leaseMs }));
      extended(hold, askedAt, times.leaseMs);
    },
  };
  return notes;
}
