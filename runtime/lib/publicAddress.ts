import ipaddr from 'ipaddr.js';

/** Where clouds answer with a machine's own secrets, beside the link-local range: AWS over IPv6, Google over IPv6, Azure, Alibaba, Oracle. */
const metadata = new Set(['fd00:ec2::254', 'fd20:ce::254', '168.63.129.16', '100.100.100.200', '192.0.0.192']);

/** Ranges an owner may open to authors by naming a host; link-local, multicast and the rest stay closed for everybody. */
const openable = new Set(['unicast', 'private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

/** True for an address of the public internet: no private, loopback, link-local, metadata, multicast, tunnelled or reserved one. */
export function isPublicAddress(address: string): boolean {
  return rangeOf(address) === 'unicast';
}

/** True for an address that may be reached when the owner has named its host: public and private ones, never one with metadata. */
export function isOwnersAddress(address: string): boolean {
  return openable.has(rangeOf(address) ?? '');
}

const routed = ipaddr.parseCIDR('2000::/3');

function rangeOf(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return undefined;
  const parsed = ipaddr.parse(address);
  if (metadata.has(parsed.toString())) return 'metadata';
  const range = parsed.range();
  // The library calls unicast what it has no name for; what the internet routes over IPv6 is 2000::/3.
  return range === 'unicast' && parsed.kind() === 'ipv6' && !parsed.match(routed) ? 'reserved' : range;
}
