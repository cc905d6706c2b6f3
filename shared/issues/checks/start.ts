import type { Check } from '../check.ts';
import { deleteNode } from '../fixes/deleteNode.ts';
import { inNode, quoted } from '../where.ts';

/** A flow begins at its start node: there must be one, and only one. */
export const start: Check = {
  name: 'start',
  holds: 'Every flow has one beginning',
  counts: 'flows',
  find(subject) {
    return Object.keys(subject.set.flows).flatMap((flow) => {
      const starts = subject.nodes.filter((node) => node.flow === flow && node.node.type === 'start').sort((a, b) => (a.id < b.id ? -1 : 1));
      if (starts.length === 0) return [{ severity: 'error' as const, flow, message: 'This flow has no Start, so nobody can begin it. Add a Start and lead it to the first node.' }];
      return starts.slice(1).map((extra) => {
        const fix = deleteNode(subject, extra);
        return { severity: 'error' as const, ...inNode(extra), message: `${quoted(extra.name)} is a second Start: conversations never begin there. Take it away or make it one flow of its own.`, ...(fix && { fix }) };
      });
    });
  },
};
