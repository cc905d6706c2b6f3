import type { Facts } from '@parley/shared/expressions/types';
import { offsetsAround, zoneOr } from '@parley/shared/host/zones';
import { spoken } from '@parley/shared/host/spoken';
import type { ChannelForDoor } from '@parley/db/queries/channelForDoor';
import type { Host } from './host.ts';
import type { LoadedRelease } from './releases.ts';

/** What a turn's facts are made of; all of it is stored, so the same turn has the same facts for ever. */
export interface FactsGiven {
  lane: string;
  seq: number;
  at: Date;
  release: LoadedRelease;
  host: Host;
  contact: string | null;
  channel: Pick<ChannelForDoor, 'type'> | null;
  /** Of the contact's device, until they choose one. */
  device?: string | undefined;
}

/** What expressions may know besides variables, for one turn. */
export function factsOf({ lane, seq, at, release, host, contact, channel, device }: FactsGiven): Facts {
  const { languages } = release.prepared.machine;
  const now = at.toISOString();
  const zone = zoneOr(host.contact.zone, release.settings.zone);
  return {
    now,
    zone,
    offsets: offsetsAround(zone, now),
    language: spoken(host.contact.language, languages) ?? spoken(device, languages) ?? languages[0] ?? 'en',
    seed: seedOf(`${lane}.${seq}`),
    channel: channel?.type ?? 'web',
    contact: { id: contact ?? '', name: host.contact.name },
  };
}

/** A number from the own name of a turn or of an effect (FNV-1a): random to people, the same on replay. */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
