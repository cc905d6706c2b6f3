import type { Pool } from 'pg';

/** A stored file wherever it stands in a document: an id beside its type and size. */
const files = `$.** ? (@.id.type() == "string" && @.mime.type() == "string" && @.bytes.type() == "number").id`;

/**
 * The ids of files that drawings, versions and records hold, of every bot, because what is drawn for one is copied to another; and those
 * that edits since `since` put in or took out: undo brings them back.
 */
export async function mediaUse(pool: Pool, since?: Date): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `select distinct used.id #>> '{}' as id from (
      select jsonb_path_query(f.document, $1::jsonpath) as id from parley.flows f
      union all select jsonb_path_query(r.flow, $1::jsonpath) from parley.releases r
      union all select jsonb_path_query(e.fields, $1::jsonpath) from parley.records e
      union all select jsonb_path_query(o.ops, $1::jsonpath) from parley.flow_ops o where o.at >= $2
    ) used`,
    [files, since ?? 'infinity'],
  );
  return new Set(rows.map(({ id }) => id));
}
