import type { Delivered } from '../fakes/callbackReceiver.ts';
import type { Contact } from './contacts.ts';
import { answerTo } from './flow.ts';

/** What was seen from outside, held against what was acknowledged. */
export interface Verdict {
  acknowledged: number;
  /** Of those, the ones that only opened a conversation. */
  openings: number;
  answered: number;
  lost: string[];
  outOfOrder: string[];
  /** A turn that answered twice: two different deliveries of one message. */
  repeated: string[];
  wrong: string[];
  /** Deliveries sent again because their outcome was unknown; allowed, counted, and marked by the sender. */
  sentAgain: number;
  /** Sent again without being marked. */
  unmarked: string[];
}

/** Judges by the receiver's list alone: shares with the runtime nothing but the wire format and the bot's three sentences. */
export function judge(contacts: Contact[], received: Delivered[]): Verdict {
  const verdict: Verdict = { acknowledged: 0, openings: 0, answered: 0, lost: [], outOfOrder: [], repeated: [], wrong: [], sentAgain: 0, unmarked: [] };
  const byContact = new Map<string, Delivered[]>();
  for (const delivery of received) byContact.set(delivery.from, [...(byContact.get(delivery.from) ?? []), delivery]);

  for (const { name, acknowledged } of contacts) {
    const firsts: Delivered[] = [];
    const seen = new Map<string, Delivered>();
    for (const delivery of byContact.get(name) ?? []) {
      const first = seen.get(delivery.deliveryId);
      if (!first) {
        seen.set(delivery.deliveryId, delivery);
        firsts.push(delivery);
        continue;
      }
      verdict.sentAgain += 1;
      if (!delivery.doubt) verdict.unmarked.push(`${name}: ${delivery.deliveryId} attempt ${delivery.attempt}`);
      if (JSON.stringify(first.texts) !== JSON.stringify(delivery.texts)) verdict.wrong.push(`${name}: ${delivery.deliveryId} said something else the second time`);
    }
    const said = firsts.flatMap(({ texts }) => texts).filter((text) => text !== '?');
    const expected = acknowledged.map(({ text }, no) => (no === 0 ? 'ready' : answerTo(no, text)));
    verdict.acknowledged += expected.length;
    verdict.openings += Math.min(1, expected.length);
    const counts = new Map<string, number>();
    for (const text of said) counts.set(text, (counts.get(text) ?? 0) + 1);
    for (const text of expected) {
      const times = counts.get(text) ?? 0;
      if (times > 0) verdict.answered += 1;
      if (times === 0) verdict.lost.push(`${name}: "${text}"`);
      if (times > 1) verdict.repeated.push(`${name}: "${text}" ${times} times`);
    }
    const known = new Set(expected);
    for (const text of said) if (!known.has(text)) verdict.wrong.push(`${name}: "${text}"`);
    if (verdict.lost.length === 0 && JSON.stringify(said.filter((text) => known.has(text))) !== JSON.stringify(expected)) verdict.outOfOrder.push(`${name}: ${said.join(' | ').slice(0, 300)}`);
  }
  return verdict;
}

/** Whether nothing was lost, repeated, reordered or wrong. */
export const clean = ({ lost, outOfOrder, repeated, wrong, unmarked }: Verdict): boolean => [lost, outOfOrder, repeated, wrong, unmarked].every((list) => list.length === 0);
