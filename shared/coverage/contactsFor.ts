import type { Machine } from '../machine/machine.ts';
import { shareOf } from '../machine/shareOf.ts';

/** How many contacts are looked at for one that goes a way nobody went before. */
const mostContacts = 1_000;

/** Contacts who together take every share of a machine's splits: first the one given, then as few others as that needs. */
export function contactsFor({ flows }: Machine, first: string | undefined): (string | undefined)[] {
  const guards = Object.values(flows).flatMap(({ states }) => Object.values(states)).flatMap(({ always, on }) => [...always, ...Object.values(on).flat()])
    .flatMap(({ guard }) => (guard?.is === 'share' ? [guard] : []));
  const choices = new Map(guards.map(({ key, weights }) => [JSON.stringify([key, weights]), { key, weights }]));
  const missing = new Set([...choices].flatMap(([choice, { weights }]) => Object.keys(weights).filter((option) => (weights[option] ?? 0) > 0).map((option) => `${choice} ${option}`)));
  const takes = (contact: string): string[] => [...choices].map(([choice, { key, weights }]) => `${choice} ${shareOf(contact, key, weights) ?? ''}`);
  const found: (string | undefined)[] = [first];
  takes(first ?? 'contact').forEach((option) => missing.delete(option));
  for (let n = 1; n <= mostContacts && missing.size > 0; n += 1) {
    const contact = `Contact ${n}`;
    const news = takes(contact).filter((option) => missing.has(option));
    if (news.length > 0) found.push(contact);
    news.forEach((option) => missing.delete(option));
  }
  return found;
}
