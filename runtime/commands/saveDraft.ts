import { aboutBatch } from '@parley/shared/flow/aboutBatch';
import { applyBatch } from '@parley/shared/flow/applyBatch';
import type { Batch, Refusal as OpRefusal } from '@parley/shared/flow/batch';
import { checkTouched } from '@parley/shared/flow/checkTouched';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import type { Flow } from '@parley/shared/flow/document';
import { parseFlow } from '@parley/shared/flow/parseFlow';
import { makeId } from '@parley/shared/lib/id';
import type { Flow as FlowRow } from '@parley/db/models/flow';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';

type Editing = Pick<Context, 'clock' | 'db' | 'models' | 'nodeTypes' | 'random'>;
type Transaction = Parameters<Parameters<Context['db']['transaction']>[0]>[0];

/** A flow after a batch. `batch` null = nothing was different. */
export interface Saved {
  flowId: string;
  bot: string;
  revision: number;
  flow: Flow;
  batch: Batch | null;
  at: Date;
  /** The batch had been accepted before: this request is a repeat. */
  repeated: boolean;
}

/** Saves a whole drawing made from `revision`, as the ops that lead to it; refused with the current one when somebody was faster. */
export async function saveDraft(context: Editing, by: string | null, given: { flowId: string; revision: number; flow: unknown; gesture?: string | undefined }): Promise<Saved> {
  const parsed = parseFlow(given.flow, context.nodeTypes);
  if (!parsed.ok) throw wrongShape(parsed.problems, 'flow');
  return context.db.transaction(async (transaction) => {
    const row = await lockFlow(context, given.flowId, transaction);
    const current = documentOf(context, row);
    if (row.revision !== given.revision) throw stale(row, current, 'Somebody changed this flow meanwhile.');
    if (parsed.flow.kind !== row.kind) throw wrongShape([{ path: 'kind', message: `This flow is a ${row.kind} and stays one` }], 'flow');
    const ops = diffFlows(current, parsed.flow);
    if (ops.length === 0) return { flowId: row.id, bot: row.bot, revision: row.revision, flow: current, batch: null, at: row.changedAt, repeated: false };
    const batch = { id: makeId(context.random), gesture: given.gesture ?? 'Save', ops };
    return storeBatch(context, { row, by, batch, before: current, flow: parsed.flow }, transaction);
  });
}

/** Adds one batch to a flow, whatever revision it was made from, as long as every op finds what it expects. A repeated batch changes nothing. */
export async function addOps(context: Editing, by: string | null, { flowId, batch }: { flowId: string; batch: Batch }): Promise<Saved> {
  return context.db.transaction(async (transaction) => {
    const row = await lockFlow(context, flowId, transaction);
    const current = documentOf(context, row);
    const known = await context.models.FlowOps.findOne({ where: { flow: flowId, id: batch.id }, transaction });
    if (known) return { flowId, bot: row.bot, revision: known.revision, flow: current, batch, at: known.at, repeated: true };
    const applied = applyBatch(current, batch);
    if (!applied.ok) throw stale(row, current, applied.refusal.message, applied.refusal);
    const problems = checkTouched(applied.flow, batch, context.nodeTypes);
    if (problems.length > 0) throw wrongShape(problems, '');
    if (applied.flow.kind !== row.kind) throw wrongShape([{ path: 'kind', message: `This flow is a ${row.kind} and stays one` }], '');
    return storeBatch(context, { row, by, batch, before: current, flow: applied.flow }, transaction);
  });
}

async function lockFlow({ models }: Editing, id: string, transaction: Transaction): Promise<FlowRow> {
  const row = await models.Flow.findByPk(id, { transaction, lock: true });
  if (!row) throw notFound('flow');
  return row;
}

/** A stored document in today's shape; throws when it has none, which only a fault of ours can cause. */
export function documentOf({ nodeTypes }: Pick<Context, 'nodeTypes'>, row: Pick<FlowRow, 'id' | 'document'>): Flow {
  const parsed = parseFlow(row.document, nodeTypes);
  if (!parsed.ok) throw new Error(`The stored flow ${row.id} cannot be read: ${parsed.problems[0]?.path} ${parsed.problems[0]?.message}`);
  return parsed.flow;
}

/** A drawing is kept whole before every so many steps: as many batches at most lead from one to any revision. */
export const stepsBetweenSnapshots = 100;

/** Writes a changed drawing down as the next revision of its flow, in the transaction that locked the flow's row. */
export async function storeBatch({ clock, models }: Pick<Editing, 'clock' | 'models'>, change: { row: FlowRow; by: string | null; batch: Batch; before: Flow; flow: Flow }, transaction: Transaction): Promise<Saved> {
  const { row, by, batch, before, flow } = change;
  const at = clock.now();
  const revision = row.revision + 1;
  // Also where the shape of documents became another one: batches before and after it do not fit each other's drawings.
  if (row.revision % stepsBetweenSnapshots === 1 || row.document.schema !== before.schema) await models.FlowSnapshot.upsert({ flow: row.id, revision: row.revision, document: before }, { transaction });
  await row.update({ document: flow, revision, changedAt: at, changedBy: by }, { transaction });
  await models.FlowOps.create({ flow: row.id, revision, id: batch.id, gesture: batch.gesture, ops: batch.ops, about: aboutBatch(before, flow), by, at }, { transaction });
  return { flowId: row.id, bot: row.bot, revision, flow, batch, at, repeated: false };
}

function stale(row: FlowRow, flow: Flow, message: string, refusal?: OpRefusal): Refusal {
  return new Refusal('stale', message, { beside: { revision: row.revision, flow, ...(refusal ? { refusal } : {}) } });
}

function wrongShape(problems: { path: string; message: string }[], at: string): Refusal {
  const fields = problems.slice(0, 100).map(({ path, message }) => ({ path: [at, path].filter(Boolean).join('.'), message }));
  return new Refusal('malformed', 'The flow cannot be read. Nothing was saved.', { fields });
}
