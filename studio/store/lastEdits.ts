import type { AcceptedBatch } from '@parley/shared/api/flows';
import { create } from 'zustand';

/** Who changed something last. */
export interface LastEdit {
  /** undefined = this person. */
  by: string | undefined;
  at: string;
}

/** The last edits by `<flow>/<node id>`, as the server confirmed them during this visit. */
export const useLastEdits = create<Record<string, LastEdit>>(() => ({}));

/** Keeps who changed which nodes with a batch. */
export function rememberEdit({ flowId, batch, by, at }: AcceptedBatch, me: string | undefined): void {
  const touched = new Set(batch.ops.flatMap(({ path: [top, id] }) => (top === 'nodes' && id ? [id] : [])));
  if (touched.size === 0) return;
  const edit: LastEdit = { by: by && by.id !== me ? by.name : undefined, at };
  useLastEdits.setState(Object.fromEntries([...touched].map((id) => [`${flowId}/${id}`, edit])));
}
