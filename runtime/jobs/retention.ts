import { deleteExpiredCallbacks } from '@parley/db/queries/callbackReferences';
import { deleteExpiredTrials } from '@parley/db/queries/callbackTrials';
import { deleteOldSteps, forgetRemoved } from '@parley/db/queries/history';
import { deleteModelCalls } from '@parley/db/queries/models';
import { agingTables, botsByRetention, deleteAged, deleteConversations, deleteSpent } from '@parley/db/queries/retention';
import type { AgingTable } from '@parley/db/queries/retention';
import { historyLimits } from '@parley/shared/api/history';
import * as z from 'zod';
import type { Job } from './defineJob.ts';

/** Days that rows are kept for: long enough for a provider's late repetition, and for a person to see why something was not sent. */
const keptDays: Record<AgingTable, number> = { inbox: 7, outbox: 30, journal: 30 };
const spentDays = 30;
/** What models cost is looked at by the year. */
const modelCallDays = 400;
/** The single steps of drawings. What was named or published stays for good, and so does the drawing itself. */
const stepDays = historyLimits.days;

const dayMs = 24 * 60 * 60 * 1000;

/** Deletes what has been kept long enough, in batches: hot rows by age, what was said by each bot's own setting. */
export const retention: Job<Record<string, never>> = {
  name: 'retention',
  payload: z.strictObject({}),
  attempts: 3,
  schedule: '17 * * * *',
  async run(_payload, { context: { db, clock }, stop }) {
    const before = (days: number) => new Date(clock.now().getTime() - days * dayMs);
    for (const table of agingTables) {
      while (!stop.aborted && (await deleteAged(db.lanes, { table, before: before(keptDays[table]) })));
    }
    for (const { days, bots } of await botsByRetention(db.pool)) {
      while (!stop.aborted && (await deleteConversations(db.lanes, { bots, before: before(days) })));
    }
    while (!stop.aborted && (await deleteOldSteps(db.pool, before(stepDays))));
    await forgetRemoved(db.pool, before(stepDays));
    await deleteSpent(db.pool, before(spentDays));
    await deleteModelCalls(db.pool, before(modelCallDays));
    await deleteExpiredCallbacks(db.pool, before(spentDays));
    // What was called back to an author has been read by then, or is not wanted.
    await deleteExpiredTrials(db.pool, before(0));
  },
};
