import type { JsonObject } from '@parley/shared/lib/json';
import * as z from 'zod';

/** The kind of data a drag from the palette carries: what it adds, as JSON. */
export const draggedNode = 'application/x-parley-node';

const draggedSchema = z.object({ type: z.string().min(1).max(40), data: z.record(z.string(), z.json()).optional() });

/** What a drag adds; undefined when it was none of ours. */
export function readDragged(text: string): { type: string; data?: JsonObject } | undefined {
  try {
    const { type, data } = draggedSchema.parse(JSON.parse(text));
    return { type, ...(data && { data }) };
  } catch {
    return undefined;
  }
}
