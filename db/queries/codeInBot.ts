import type { Pool } from 'pg';

/** A code node with this very program, among the nodes of a drawing. */
const drawn = '$.nodes.* ? (@.type == "code" && @.data.code == $code)';
const released = '$.flows.*.nodes.* ? (@.type == "code" && @.data.code == $code)';

/** Whether a program stands in a code node of a bot: of a drawing as it is now, or of one of its versions. */
export async function codeInBot(pool: Pool, { bot, code }: { bot: string; code: string }): Promise<boolean> {
  // No drawing holds a zero character or half a pair: the database's JSON has none.
  if (code.includes('\0') || /\p{Surrogate}/u.test(code)) return false;
  const { rows: [row] } = await pool.query<{ found: boolean }>(
    `select exists (select 1 from parley.flows f where f.bot = $1 and f.removed_at is null and jsonb_path_exists(f.document, $2::jsonpath, $4::jsonb))
      or exists (select 1 from parley.releases r where r.bot = $1 and jsonb_path_exists(r.flow, $3::jsonpath, $4::jsonb)) as found`,
    [bot, drawn, released, JSON.stringify({ code })],
  );
  return row?.found ?? false;
}
