import type { Facts } from './types.ts';
import { readDatetime } from './calendar.ts';

/** A moment as a clock on the contact's wall shows it. */
export interface Local {
  /** Days since 1970-01-01. */
  days: number;
  /** Minutes since midnight. */
  minutes: number;
}

function offsetAt(facts: Facts, milliseconds: number): number {
  let minutes = facts.offsets[0]?.minutes ?? 0;
  for (const offset of facts.offsets) {
    if ((readDatetime(offset.from) ?? -Infinity) > milliseconds) break;
    minutes = offset.minutes;
  }
  return minutes;
}

/** The event's own moment, in milliseconds since 1970. */
export function nowOf(facts: Facts): number {
  return readDatetime(facts.now) ?? 0;
}

/** The local day and time of a moment, by the offsets that came with the event. */
export function toLocal(facts: Facts, milliseconds: number): Local {
  const minutes = Math.floor(milliseconds / 60_000) + offsetAt(facts, milliseconds);
  const days = Math.floor(minutes / 1_440);
  return { days, minutes: minutes - days * 1_440 };
}

/** The moment of a local day and time: the first of two where clocks go back; where they go forward, a time they skip is as much after the change. */
export function fromLocal(facts: Facts, local: Local): number {
  const wall = (local.days * 1_440 + local.minutes) * 60_000;
  const offsets = facts.offsets.length > 0 ? facts.offsets.map((offset) => offset.minutes) : [0];
  // The further clocks are ahead of UTC, the earlier is the moment at which they show this.
  const moments = [...new Set(offsets)].sort((one, two) => two - one).flatMap((minutes) => {
    const moment = wall - minutes * 60_000;
    return offsetAt(facts, moment) === minutes ? [moment] : [];
  });
  return moments[0] ?? wall - offsetAt(facts, wall - 86_400_000) * 60_000;
}
