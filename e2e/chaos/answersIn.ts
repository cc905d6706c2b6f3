import type { CallbackReceiver } from '../fakes/callbackReceiver.ts';

/** How often a contact was answered so far; a delivery that comes again counts again, which only lets somebody say more. */
export function answersIn(receivers: readonly CallbackReceiver[]): (name: string) => number {
  const counts = new Map<string, number>();
  const read = receivers.map(() => 0);
  return (name) => {
    for (const [at, { received }] of receivers.entries()) {
      for (const { from } of received.slice(read[at])) counts.set(from, (counts.get(from) ?? 0) + 1);
      read[at] = received.length;
    }
    return counts.get(name) ?? 0;
  };
}
