import type { FileKind } from '@parley/shared/messages/files';
import type { Pool } from 'pg';

/** What may go: files only uploaded, files of contacts, files of authors, each made before its own time. */
export interface MediaAge {
  /** Uploaded by a contact and never said. */
  unsaid: Date;
  /** Given by an author. */
  authors: Date;
  now: Date;
}

/** Deletes files that are old enough, but those in `used`. Contacts' files are kept as long as what was said with them. Gives how many went. */
export async function deleteAgedMedia(pool: Pool, { used, unsaid, authors, now }: MediaAge & { used: ReadonlySet<string> }): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from parley.media m using parley.bots b
      where b.id = m.bot and not exists (select from unnest($4::text[]) used (id) where used.id = m.id::text)
        and ((m.lane is not null and m.said_at is null and m.made_at < $1) or (m.lane is null and m.made_at < $2)
          or (m.lane is not null and m.made_at < $3::timestamptz - make_interval(days => b.retention_days)))`,
    [unsaid, authors, now, [...used]],
  );
  return rowCount ?? 0;
}

/** Which of these contents a file refers to. */
export async function contentsInUse(pool: Pool, sha256s: readonly string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ sha256: string }>('select distinct sha256 from parley.media where sha256 = any ($1::text[])', [sha256s]);
  return new Set(rows.map((row) => row.sha256));
}

/** Takes a file into what its contact says: gives it and notes that it was said; undefined when it was not given in this conversation. */
export async function sayMedia(pool: Pool, { id, bot, lane, now }: { id: string; bot: string; lane: string; now: Date }): Promise<SaidMedia | undefined> {
  const { rows } = await pool.query<SaidMedia>(
    'update parley.media set said_at = coalesce(said_at, $4) where id = $1 and bot = $2 and lane = $3 returning id, kind, mime, name, bytes',
    [id, bot, lane, now],
  );
  return rows[0];
}

/** How many of these files a conversation has; ids of no file at all are none of its. */
export async function mediaAmong(pool: Pool, { ids, bot, lane }: { ids: readonly string[]; bot: string; lane: string }): Promise<number> {
  const { rows } = await pool.query<{ had: number }>('select count(*)::integer as had from parley.media where lane = $1 and bot = $2 and id::text = any ($3::text[])', [lane, bot, ids]);
  return rows[0]?.had ?? 0;
}

/** A contact's file as it is said. */
export interface SaidMedia {
  id: string;
  kind: FileKind;
  mime: string;
  name: string;
  bytes: number;
}

/** What a conversation's contact gave since a time: how many files, how many bytes. */
export async function mediaGiven(pool: Pool, { lane, since }: { lane: string; since: Date }): Promise<{ files: number; bytes: number }> {
  const { rows } = await pool.query<{ files: number; bytes: number }>(
    'select count(*)::integer as files, coalesce(sum(bytes), 0)::bigint as bytes from parley.media where lane = $1 and made_at >= $2',
    [lane, since],
  );
  return rows[0] ?? { files: 0, bytes: 0 };
}
