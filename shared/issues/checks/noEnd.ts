import type { Check } from '../check.ts';
import { endless } from '../paths/endless.ts';
import { nameAt, quoted } from '../where.ts';

/** A wait from which no drawn way leads to an end. */
export const noEnd: Check = {
  name: 'noEnd',
  holds: 'From every wait there is a way to an end',
  counts: 'waits',
  find(subject) {
    const seen = new Set<string>();
    return endless(subject.drawing, subject.reached).flatMap(({ place, silence }) => {
      const key = `${place.flow}/${place.node}`;
      if (place.node === '' || seen.has(key)) return [];
      seen.add(key);
      const name = quoted(nameAt(subject, place));
      return [silence
        ? { severity: 'warning' as const, flow: place.flow, nodeId: place.node, message: `From ${name} no way leads to an end: people get out only by saying nothing.` }
        : { severity: 'error' as const, flow: place.flow, nodeId: place.node, message: `From ${name} no way leads to an end, whatever people answer: the conversation never finishes.` }];
    });
  },
};
