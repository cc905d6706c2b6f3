import type { Flow as FlowRow } from '@parley/db/models/flow';
import { pathTo, revisionsAt, firstKept } from '@parley/db/queries/history';
import type { Flow, FlowSet } from '@parley/shared/flow/document';
import { parseFlow } from '@parley/shared/flow/parseFlow';
import { replayOps } from '@parley/shared/flow/replayOps';
import type { Context } from '../lib/context.ts';
import { notFound, Refusal } from '../lib/refusal.ts';
import { readBotDraft } from './readFlowSet.ts';
import { documentOf } from './saveDraft.ts';

type Reading = Pick<Context, 'clock' | 'db' | 'models' | 'nodeTypes'>;

/** A bot as it was at a moment. */
export interface PastBot {
  set: FlowSet;
  revisions: Record<string, number>;
  at: Date;
}

/** A bot as it was at a moment (`pointSchema`); refused when there is no such moment, or its drawing is no longer kept. */
export async function readPast(context: Reading, { bot, point }: { bot: string; point: string }): Promise<PastBot> {
  const [kind = '', id = '', revision = ''] = point.split(':');
  if (kind === 'now') {
    const { set, revisions } = await readBotDraft(context, bot);
    return { set, revisions, at: context.clock.now() };
  }
  if (kind === 'step' || kind === 'before') return readStep(context, { bot, flow: id, revision: Number(revision), before: kind === 'before' });
  const model: { findOne(options: object): Promise<{ flow: FlowSet; revisions: Record<string, number>; at: Date } | null> } = kind === 'release' ? context.models.Release : context.models.NamedVersion;
  const row = await model.findOne({ where: { id, bot }, attributes: ['flow', 'revisions', 'at'] });
  if (!row) throw notFound(kind === 'release' ? 'release' : 'named version');
  return { set: { main: row.flow.main, flows: Object.fromEntries(Object.entries(row.flow.flows).map(([flow, document]) => [flow, documentOf(context, { id: flow, document })])) }, revisions: row.revisions, at: row.at };
}

/** The bot right after a step, or right before it: the flow in that revision or the one it was made from, the others in the one they had by then, those too that were deleted since. */
async function readStep(context: Reading, { bot, flow, revision, before }: { bot: string; flow: string; revision: number; before: boolean }): Promise<PastBot> {
  const { db, models } = context;
  const rows = await models.Flow.unscoped().findAll({ where: { bot }, order: ['id'] });
  const main = rows.find(({ kind }) => kind !== 'subflow');
  const own = rows.find(({ id }) => id === flow);
  const step = await models.FlowOps.findOne({ attributes: ['at'], where: { flow, revision } });
  if (!main || !own || revision > own.revision || (!step && (revision !== 1 || before))) throw notFound('step');
  const at = step?.at ?? own.madeAt;
  const others = rows.filter((row) => row.id !== flow && wasThere(row, at));
  const ids = others.map(({ id }) => id);
  const [known, first] = await Promise.all([revisionsAt(db.pool, ids, at), firstKept(db.pool, ids)]);
  const revisions: Record<string, number> = { ...Object.fromEntries(others.map((other) => [other.id, known.get(other.id) ?? first.get(other.id) ?? other.revision])), [flow]: before ? revision - 1 : revision };
  const flows: FlowSet['flows'] = {};
  for (const row of rows) {
    const wanted = revisions[row.id];
    if (wanted !== undefined) flows[row.id] = await readRevision(context, row, wanted);
  }
  return { set: { main: main.id, flows }, revisions, at };
}

/** Whether a flow was in its bot at a moment. */
const wasThere = ({ madeAt, removedAt, absences }: FlowRow, at: Date): boolean =>
  madeAt <= at && !(removedAt && removedAt <= at) && !absences.some(({ from, until }) => new Date(from) <= at && at < new Date(until));

/** A flow as it was in a revision: the last drawing kept whole before it, and at most a hundred batches from there. */
export async function readRevision(context: Pick<Context, 'db' | 'nodeTypes'>, row: Pick<FlowRow, 'id' | 'document' | 'revision'>, revision: number): Promise<Flow> {
  if (revision === row.revision) return documentOf(context, row);
  const path = await pathTo(context.db.pool, { flow: row.id, revision });
  if (!path) throw new Refusal('gone', 'The drawing of this step is no longer kept. Choose a later step, a named version or a published one.');
  const parsed = parseFlow(replayOps(path.document, path.batches), context.nodeTypes);
  if (!parsed.ok) throw new Error(`Revision ${revision} of flow ${row.id} cannot be read: ${parsed.problems[0]?.path} ${parsed.problems[0]?.message}`);
  return parsed.flow;
}
