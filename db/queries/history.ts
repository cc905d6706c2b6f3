import type { Op as FlowOp } from '@parley/shared/flow/batch';
import type { About } from '@parley/shared/flow/aboutBatch';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Pool } from 'pg';

/** A step without its ops, which are as large as what was typed. */
export interface StepRow {
  flow: string;
  revision: number;
  gesture: string;
  about: About | null;
  by: string | null;
  at: Date;
}

/** Where a page of the history begins: after this step, which is older than what was shown. */
export interface StepCursor {
  at: Date;
  flow: string;
  revision: number;
}

/** The steps of these flows, newest first. */
export async function stepsBefore(pool: Pool, { flows, after, limit }: { flows: readonly string[]; after: StepCursor | undefined; limit: number }): Promise<StepRow[]> {
  const { rows } = await pool.query<StepRow>(
    `select o.flow, o.revision, o.gesture, o.about, o.by, o.at
      from unnest($1::uuid[]) f(id)
      cross join lateral (
        select x.flow, x.revision, x.gesture, x.about, x.by, x.at from parley.flow_ops x
        where x.flow = f.id and ($2::timestamptz is null or (x.at, x.flow, x.revision) < ($2::timestamptz, $3::uuid, $4::integer))
        order by x.at desc, x.revision desc limit $5
      ) o
      order by o.at desc, o.flow desc, o.revision desc limit $5`,
    [flows, after?.at ?? null, after?.flow ?? null, after?.revision ?? null, limit],
  );
  return rows;
}

/** By flow, the first revision whose drawing can be told; a flow that nobody changed is missing. */
export async function firstKept(pool: Pool, flows: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ flow: string; revision: number }>('select flow, min(revision) as revision from parley.flow_snapshots where flow = any ($1::uuid[]) group by flow', [flows]);
  return new Map(rows.map(({ flow, revision }) => [flow, revision]));
}

/** What flows are called, also those that were deleted; one that nothing is left of has the name it was deleted under, if it was told. */
export async function lastNames(pool: Pool, flows: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ flow: string; name: string }>(
    `select x.id as flow, coalesce(f.name, (
        select a.details ->> 'name' from parley.audit_events a
        where a.subject_kind = 'flow' and a.subject = x.id::text and a.action = 'flow.delete' order by a.id desc limit 1
      ), '') as name
      from unnest($1::uuid[]) x(id) left join parley.flows f on f.id = x.id`,
    [flows],
  );
  return new Map(rows.map(({ flow, name }) => [flow, name]));
}

/** Forgets flows that were deleted before `before`, with their steps. */
export async function forgetRemoved(pool: Pool, before: Date): Promise<void> {
  await pool.query('delete from parley.flows where removed_at < $1', [before]);
}

/** By flow, the revision it had at a moment. Flows that no step of is known by then are missing. */
export async function revisionsAt(pool: Pool, flows: readonly string[], at: Date): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ flow: string; revision: number }>(
    `select f.id as flow, o.revision from unnest($1::uuid[]) f(id)
      cross join lateral (select x.revision from parley.flow_ops x where x.flow = f.id and x.at <= $2 order by x.at desc, x.revision desc limit 1) o`,
    [flows, at],
  );
  return new Map(rows.map(({ flow, revision }) => [flow, revision]));
}

/** The last drawing kept whole up to a revision, and the batches that lead on from it to that revision. */
export async function pathTo(pool: Pool, { flow, revision }: { flow: string; revision: number }): Promise<{ document: JsonObject; batches: { ops: FlowOp[] }[] } | undefined> {
  const { rows } = await pool.query<{ document: JsonObject; ops: FlowOp[][] }>(
    `select s.document, coalesce((
        select jsonb_agg(o.ops order by o.revision) from parley.flow_ops o where o.flow = $1 and o.revision > s.revision and o.revision <= $2
      ), '[]') as ops
      from parley.flow_snapshots s where s.flow = $1 and s.revision <= $2 order by s.revision desc limit 1`,
    [flow, revision],
  );
  const [row] = rows;
  return row && { document: row.document, batches: row.ops.map((ops) => ({ ops })) };
}

/**
 * Deletes the steps of before `before`, as far as a drawing kept whole stands at their end, so that every step that is left can still be
 * told. False once nothing is left.
 */
export async function deleteOldSteps(pool: Pool, before: Date): Promise<boolean> {
  const { rows } = await pool.query<{ flow: string; revision: number }>(
    `select s.flow, max(s.revision) as revision from parley.flow_snapshots s
      join parley.flow_ops o on o.flow = s.flow and o.revision = s.revision and o.at < $1
      where exists (select from parley.flow_ops x where x.flow = s.flow and x.revision < s.revision)
        or exists (select from parley.flow_snapshots x where x.flow = s.flow and x.revision < s.revision)
      group by s.flow limit 100`,
    [before],
  );
  if (rows.length === 0) return false;
  const cuts = [rows.map(({ flow }) => flow), rows.map(({ revision }) => revision)];
  for (const table of ['flow_ops', 'flow_snapshots']) {
    await pool.query(`delete from parley.${table} x using unnest($1::uuid[], $2::integer[]) cut(flow, revision) where x.flow = cut.flow and x.revision < cut.revision`, cuts);
  }
  return rows.length === 100;
}
