import { compile } from '@parley/shared/compiler/compile';
import { prepare } from '@parley/shared/engine/prepare';
import type { PreparedMachine } from '@parley/shared/engine/prepare';
import { readDate, readTime } from '@parley/shared/expressions/calendar';
import { fromLocal } from '@parley/shared/expressions/zone';
import type { FlowSet } from '@parley/shared/flow/document';
import { withMarkedGaps } from '@parley/shared/host/outbound';
import { isZone, offsetsAround } from '@parley/shared/host/zones';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import type { Ground } from './host/talk.ts';

/** A drawing ready to be talked to, or why it is not. */
export type Ready = { ok: true; prepared: PreparedMachine; /** Equal for drawings that behave the same. */ same: string } | { ok: false; problem: string };

/** Compiles a drawing. The compiler is total; what it throws nevertheless is told, not thrown. */
export function makeReady(set: FlowSet, nodeTypes: NodeTypes): Ready {
  try {
    const machine = compile(set, nodeTypes);
    return { ok: true, prepared: prepare(withMarkedGaps(machine)), same: JSON.stringify(machine) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Who talks, where and when. */
export interface Circumstances {
  name: string;
  /** BCP 47 tag of the contact's device; '' = the author's language. */
  language: string;
  /** IANA name; '' = the flow's. */
  zone: string;
  /** When the conversation begins on a clock in the zone, `2026-11-20T10:41`; '' = now. */
  at: string;
  /** Who they are to a split; unset = by their name. */
  id?: string;
  /** The moment itself (ISO datetime), before `at`. */
  now?: string;
}

/** What a simulated conversation stands on. */
export function groundOf(prepared: PreparedMachine, set: FlowSet, { channel, circumstances }: { channel: string; circumstances: Circumstances }): Ground {
  const zone = zoneOf(set, circumstances);
  return {
    prepared, channel, zone, sessionHours: set.flows[set.main]?.settings.sessionHours ?? 24,
    offsets: (now) => offsetsAround(zone, now),
    contact: { name: circumstances.name, ...(circumstances.id !== undefined && { id: circumstances.id }), language: circumstances.language || undefined },
  };
}

/** The moment a conversation begins, as ISO datetime in UTC. */
export function momentOf(set: FlowSet, circumstances: Circumstances): string {
  return circumstances.now ?? momentAt(circumstances.at, zoneOf(set, circumstances)) ?? new Date().toISOString();
}

/** The moment at which a clock in a zone shows this (`2026-11-20T10:41`), as ISO datetime in UTC; undefined when it shows no such thing. */
export function momentAt(local: string, zone: string): string | undefined {
  const [days, minutes] = [readDate(local.slice(0, 10)), readTime(local.slice(11, 16))];
  if (days === undefined || minutes === undefined) return undefined;
  const now = `${local.slice(0, 10)}T00:00:00.000Z`;
  const facts = { now, zone, offsets: offsetsAround(zone, now), language: 'en', seed: 0, channel: '', contact: { id: '', name: '' } };
  return new Date(fromLocal(facts, { days, minutes })).toISOString();
}

function zoneOf(set: FlowSet, { zone }: Circumstances): string {
  return [zone, set.flows[set.main]?.settings.zone ?? ''].find((name) => name !== '' && isZone(name)) ?? 'UTC';
}
