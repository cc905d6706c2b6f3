import { batchSchema } from '@parley/shared/flow/batch';
import { createStore, del, get, set } from 'idb-keyval';
import * as z from 'zod';
import type { BatchKeep } from './door.ts';

const kept = createStore('parley-studio', 'batches');

/** Batches in IndexedDB. A browser without it (private windows of some) only loses the safety across reloads. */
export const batchKeep: BatchKeep = {
  async read(flow) {
    const found: unknown = await get(flow, kept).catch(() => undefined);
    const parsed = z.array(batchSchema).safeParse(found ?? []);
    return parsed.success ? parsed.data : [];
  },
  async write(flow, batches) {
    const written = batches.length === 0 ? del(flow, kept) : set(flow, batches, kept);
    await written.catch(() => undefined);
  },
};
