import type { Work } from '@parley/db/laneRows';
import type { ChannelForDoor } from '@parley/db/queries/channelForDoor';
import { upsertContact } from '@parley/db/queries/contacts';
import type { Facts } from '@parley/shared/expressions/types';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import { uuid7 } from '../lib/uuid7.ts';
import { factsOf } from './facts.ts';
import { readHost } from './host.ts';
import type { Host } from './host.ts';
import type { MessageEvent, Row } from './inboxEvent.ts';
import type { LoadedRelease } from './releases.ts';
import type { TurnContext } from './turnContext.ts';

/** A session as it was before the turn. */
export interface OpenSession {
  no: number;
  isNew: boolean;
  release: LoadedRelease;
  snapshot: Snapshot | null;
  facts: Facts;
}

/** Channel in: an inbox row with all that its turn needs. `session` null = nobody is talking, there is nothing to answer. */
export interface Received extends Row {
  lane: string;
  host: Host;
  contact: string | null;
  channel: ChannelForDoor | null;
  session: OpenSession | null;
}

/** Finds what an inbox row's turn needs. Contacts are found or made here, once per conversation. */
export async function receive(context: TurnContext, lane: string, { work, event }: Row): Promise<Received> {
  const host = readHost(work.host);
  const channel = work.channel ? ((await context.channel(work.channel)) ?? null) : null;
  const contact = work.contact ?? (event.type === 'message' && channel ? await meetContact(context, { work, event, host, channel }) : null);
  const open = work.release !== null && (work.isSessionNew || work.snapshot !== null || host.session.dialog !== undefined);
  if (!open || work.release === null) return { lane, work, event, host, contact, channel, session: null };
  const release = await context.release(work.release);
  const device = event.type === 'message' ? event.from.language : undefined;
  const facts = factsOf({ lane, seq: work.seq, at: work.receivedAt, release, host, contact, channel, device });
  return { lane, work, event, host, contact, channel, session: { no: work.sessionNo, isNew: work.isSessionNew, release, snapshot: readSnapshot(work.snapshot), facts } };
}

async function meetContact(
  { clock, db }: TurnContext,
  { work, event, host, channel }: { work: Work; event: MessageEvent; host: Host; channel: ChannelForDoor },
): Promise<string> {
  const { identifier, name = '', language, zone, test = false } = event.from;
  const known = await upsertContact(db.pipe, { id: uuid7(clock), channel: channel.id, identifier, bot: work.bot, name, language: null, zone: zone ?? null, test, now: work.receivedAt });
  host.contact = {
    ...host.contact, identifier, name: known.name, language: known.language ?? language, zone: known.zone ?? undefined,
    ...(known.consented_at && { consentedAt: known.consented_at.toISOString() }),
  };
  return known.id;
}

function readSnapshot(stored: Work['snapshot']): Snapshot | null {
  if (stored === null) return null;
  if (stored['v'] !== 1 || !Array.isArray(stored['frames'])) throw new Error(`Expected a snapshot of version 1, got ${JSON.stringify(stored).slice(0, 100)}.`);
  // Only `deliver` writes snapshots, whole ones of the engine; the version says that nothing has changed since.
  return stored as unknown as Snapshot;
}
