import type { Pool } from 'pg';
import type { PipeRunner } from '../pipe.ts';

/** Who writes on a channel for the first time. */
export interface NewContact {
  /** Its id, if there is none yet. */
  id: string;
  channel: string;
  identifier: string;
  bot: string;
  name: string;
  language: string | null;
  zone: string | null;
  test: boolean;
  now: Date;
}

/** The contact behind an address. */
export interface KnownContact {
  id: string;
  name: string;
  language: string | null;
  zone: string | null;
  consented_at: Date | null;
}

/** Finds the contact of an address or makes it. Called once per conversation, by the holder of its lane. */
export async function upsertContact(runner: PipeRunner, contact: NewContact): Promise<KnownContact> {
  const { id, channel, identifier, bot, name, language, zone, test, now } = contact;
  const { rows } = await runner.query<KnownContact>({
    name: 'upsert_contact',
    text: `with known as (select contact from parley.contact_addresses where channel = $2 and identifier = $3),
        made as (insert into parley.contacts (id, bot, name, language, zone, test, made_at) select $1, $4, $5, $6, $7, $8, $9 where not exists (select from known)
          returning id, name, language, zone, consented_at),
        addressed as (insert into parley.contact_addresses (channel, identifier, contact, made_at) select $2, $3, id, $9 from made)
      select id, name, language, zone, consented_at from made
      union all select c.id, c.name, c.language, c.zone, c.consented_at from known k join parley.contacts c on c.id = k.contact`,
    values: [id, channel, identifier, bot, name, language, zone, test, now],
  });
  const row = rows[0];
  if (!row) throw new Error('Expected one contact from upsert_contact, got none.');
  return row;
}

/** Keeps what a dialog learned about a contact, for other conversations and the studio. */
export async function updateContact(pool: Pool, { id, language, consentedAt }: { id: string; language?: string; consentedAt?: Date }): Promise<void> {
  await pool.query(
    'update parley.contacts set language = coalesce($2, language), consented_at = coalesce(consented_at, $3) where id = $1',
    [id, language ?? null, consentedAt ?? null],
  );
}
