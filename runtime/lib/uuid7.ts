import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';

/** The last time stamp given out and how many ids carry it: ids made by one process in one millisecond sort as they were made. */
const last = { ms: 0, count: 0 };

/** Makes ids that sort by the time they were made (RFC 9562, version 7 with a counter); across processes nothing may rely on it. */
export function uuid7(clock: Clock): string {
  const now = clock.now().getTime();
  last.count = now === last.ms ? last.count + 1 : 0;
  last.ms = now;
  // 12 bits of counter; beyond 4,095 in a millisecond the time stamp runs ahead of the clock.
  const time = (now + Math.floor(last.count / 4096)).toString(16).padStart(12, '0');
  const counter = (last.count % 4096).toString(16).padStart(3, '0');
  // Variant and random bits stand where version 4 has them, and that one's come from a store: asking the system each time is slow.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}${randomUUID().slice(18)}`;
}
