import type { Check, Found } from '../check.ts';
import { codeProblem } from '../codeProblem.ts';
import { inNode, quoted } from '../where.ts';

/** A program whose brackets, quotes or comments do not close, or that exports nothing to run. Publishing parses it completely. */
export const code: Check = {
  name: 'code',
  holds: 'Programs can be read',
  counts: 'nodes',
  find(subject) {
    return subject.nodes.flatMap((node) => node.fields.filter(({ meta, shown }) => meta.widget === 'code' && shown).flatMap(({ path, value }): Found[] => {
      const problem = typeof value === 'string' ? codeProblem(value) : undefined;
      return problem ? [{ severity: 'error', ...inNode(node, path), message: `Line ${problem.line} of the code of ${quoted(node.name)} cannot be read: ${problem.message} People would only read that something went wrong.` }] : [];
    }));
  },
};
