import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Makes ids that sort by the time they were made (RFC 9562, version 7); not an order to rely on, only kind to indexes. */
export function uuid7(clock: Clock, bytes: (size: number) => Buffer = randomBytes): string {
  const id = bytes(16);
  id.writeUIntBE(clock.now().getTime(), 0, 6);
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x70;
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
  const hex = id.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
