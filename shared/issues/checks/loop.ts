import type { Check } from '../check.ts';
import { rounds } from '../paths/rounds.ts';
import { listed, nameAt, quoted } from '../where.ts';

/** A round in which nobody is asked anything and which nothing in it can end. */
export const loop: Check = {
  name: 'loop',
  holds: 'Nothing goes round without waiting for people',
  counts: 'loops',
  find(subject) {
    return rounds(subject.drawing, subject.reached).map(({ places, left }) => {
      const names = [...new Set(places.map((place) => quoted(nameAt(subject, place))))];
      const [first] = places;
      const where = { flow: first?.flow ?? subject.set.main, ...(first?.node && { nodeId: first.node }) };
      const around = `${listed(names.slice(0, 4))} ${names.length > 1 ? 'go' : 'goes'} round without asking people anything`;
      return left === 'never'
        ? { severity: 'error' as const, ...where, message: `${around}, and nothing in the round ever ends it. People would only read that something went wrong.` }
        : { severity: 'warning' as const, ...where, message: `${around} for as long as an effect turns out the same. People would wait for nothing.` };
    });
  },
};
