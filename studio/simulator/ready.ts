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
}

/** What a simulated conversation stands on. */
export function groundOf(prepared: PreparedMachine, set: FlowSet, { channel, circumstances }: { channel: string; circumstances: Circumstances }): Ground {
  const zone = zoneOf(set, circumstances);
  return {
    prepared, channel, zone, sessionHours: set.flows[set.main]?.settings.sessionHours ?? 24,
    offsets: (now) => offsetsAround(zone, now),
    contact: { name: circumstances.name, language: circumstances.language || undefined },
  };
}

/** The moment a conversation begins, as ISO datetime in UTC. */
export function momentOf(set: FlowSet, circumstances: Circumstances): string {
  const now = new Date().toISOString();
  const [days, minutes] = [readDate(circumstances.at.slice(0, 10)), readTime(circumstances.at.slice(11, 16))];
  if (days === undefined || minutes === undefined) return now;
  const zone = zoneOf(set, circumstances);
  const facts = { now, zone, offsets: offsetsAround(zone, `${circumstances.at.slice(0, 10)}T00:00:00.000Z`), language: 'en', seed: 0, channel: '', contact: { id: '', name: '' } };
  return new Date(fromLocal(facts, { days, minutes })).toISOString();
}

function zoneOf(set: FlowSet, { zone }: Circumstances): string {
  return [zone, set.flows[set.main]?.settings.zone ?? ''].find((name) => name !== '' && isZone(name)) ?? 'UTC';
}
