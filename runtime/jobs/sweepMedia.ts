import { contentsInUse, deleteAgedMedia } from '@parley/db/queries/mediaRows';
import { mediaUse } from '@parley/db/queries/mediaUse';
import * as z from 'zod';
import type { Job } from './defineJob.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Days after which an author's file goes that nothing holds any more: so long can an edit that took it out be undone. */
const authorsDays = 30;
/** Days for which a contact's file waits to be said. */
const unsaidDays = 1;

/** Deletes files that nobody refers to any more and contacts' files older than what was said with them, then the bytes without a file. */
export const sweepMedia: Job<Record<string, never>> = {
  name: 'sweepMedia',
  payload: z.strictObject({}),
  attempts: 3,
  schedule: '37 3 * * *',
  async run(_payload, { context: { clock, db, media }, stop }) {
    const now = clock.now();
    const before = (days: number) => new Date(now.getTime() - days * dayMs);
    const age = { unsaid: before(unsaidDays), authors: before(authorsDays), now };
    await deleteAgedMedia(db.pool, { ...age, used: await mediaUse(db.pool, age.authors) });
    if (stop.aborted) return;
    await media.sweep((sha256s) => contentsInUse(db.pool, sha256s));
  },
};
