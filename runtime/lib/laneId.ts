import { hash } from 'node:crypto';

/** The namespace of lane ids (RFC 9562, version 5). Frozen: another one would tear every conversation from its past. */
const namespace = Buffer.from('5f1d7c0e3b0a4b6e9f63c2a7d18e4b95', 'hex');

/** The lane of a contact on a channel, known without a look-up: uuid v5 of the channel's id and the normalised identifier. */
export function laneId(channel: string, identifier: string): string {
  const bytes = hash('sha1', Buffer.concat([namespace, Buffer.from(`${channel}\n${identifier}`)]), 'buffer');
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
