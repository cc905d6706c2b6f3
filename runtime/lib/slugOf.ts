/** A name as it can stand in an address: small Latin letters, digits and dashes, at most 48; '' when nothing is left of it. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').slice(0, 48).replace(/^-+|-+$/g, '');
}
