import type { FlowOps } from '@parley/db/models/flowOps';
import type { Flow as FlowRow } from '@parley/db/models/flow';
import type { AcceptedBatch, FlowHead } from '@parley/shared/api/flows';
import { batchSchema } from '@parley/shared/flow/batch';
import type { Saved } from '../../commands/saveDraft.ts';
import type { Names } from '../names.ts';
import type { Caller } from '../route.ts';

/** A flow without its drawing. */
export function presentFlow(row: Pick<FlowRow, 'id' | 'bot' | 'kind' | 'name' | 'revision' | 'changedAt'>): FlowHead {
  return { id: row.id, botId: row.bot, kind: row.kind, name: row.name, revision: row.revision, changedAt: row.changedAt.toISOString() };
}

/** A batch as it was just accepted; null when nothing was different. */
export function presentSaved({ flowId, revision, batch, at }: Saved, { id, name }: Caller): AcceptedBatch | null {
  return batch && { flowId, revision, batch, by: { id, name }, at: at.toISOString() };
}

/** A batch out of the flow's history. */
export function presentOps(row: FlowOps, names: Names): AcceptedBatch {
  const batch = batchSchema.parse({ id: row.id, gesture: row.gesture, ops: row.ops });
  return { flowId: row.flow, revision: row.revision, batch, by: names.get(row.by), at: row.at.toISOString() };
}
