import type { Pool } from 'pg';

/** One call of an account by somebody else, with where it was. */
export interface MentionRow {
  comment: string;
  thread: string;
  title: string;
  node: string | null;
  bot: string;
  botName: string;
  flow: string;
  flowName: string;
  main: boolean;
  read: boolean;
}

const called = `from parley.comment_mentions m join parley.comments c on c.id = m.comment join parley.comment_threads t on t.id = c.thread
  join parley.flows f on f.id = t.flow and f.removed_at is null
  left join parley.comment_reads r on r.thread = t.id and r.account = m.account`;

/** The calls of an account, newest first, beginning after a comment. */
export async function mentionsOf(pool: Pool, { account, after, limit }: { account: string; after?: string | undefined; limit: number }): Promise<MentionRow[]> {
  const { rows } = await pool.query<MentionRow>({
    name: 'mentions_of',
    text: `select c.id as comment, t.id as thread, t.title, t.node, b.id as bot, b.name as "botName", f.id as flow, f.name as "flowName", f.kind <> 'subflow' as main,
      coalesce(r.read_at >= c.made_at, false) as read
      ${called} join parley.bots b on b.id = t.bot
      where m.account = $1 and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
    values: [account, after ?? null, limit],
  });
  return rows;
}

/** How many calls of an account it has not read. */
export async function unreadMentions(pool: Pool, account: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'unread_mentions',
    text: `select count(*)::int as count ${called} where m.account = $1 and (r.read_at is null or r.read_at < c.made_at)`,
    values: [account],
  });
  return rows[0]?.count ?? 0;
}
