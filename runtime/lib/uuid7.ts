import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** The last time stamp given out and how many ids carry it: ids made by one process in one millisecond sort as they were made. */
const last = { ms: 0, count: 0 };

/** Makes ids that sort by the time they were made (RFC 9562, version 7 with a counter); across processes nothing may rely on it. */
export function uuid7(clock: Clock, bytes: (size: number) => Buffer = randomBytes): string {
  const now = clock.now().getTime();
  last.count = now === last.ms ? last.count + 1 : 0;
  last.ms = now;
  const id = bytes(16);
  // 12 bits of counter; beyond 4,095 in a millisecond the time stamp runs ahead of the clock.
  id.writeUIntBE(now + Math.floor(last.count / 4096), 0, 6);
  id.writeUInt16BE(0x7000 | (last.count % 4096), 6);
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
  const hex = id.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
