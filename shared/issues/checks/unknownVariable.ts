import type { Check } from '../check.ts';
import { chooseVariable } from '../fixes/chooseVariable.ts';
import { inNode, quoted } from '../where.ts';

/** A field that keeps something in a variable that is gone, or in none although it has something to keep. */
export const unknownVariable: Check = {
  name: 'unknownVariable',
  holds: 'Every variable that is chosen exists',
  counts: 'variables',
  find(subject) {
    return subject.nodes.flatMap((node) => node.fields.flatMap((field) => {
      const { path, meta, value, shown } = field;
      if (meta.widget !== 'variable' || !shown || typeof value !== 'string') return [];
      const variables = subject.set.flows[node.flow]?.variables ?? {};
      if (value !== '' && Object.hasOwn(variables, value)) return [];
      const fix = () => {
        const chosen = chooseVariable(subject, node, field);
        return chosen && { fix: chosen };
      };
      if (value !== '') return [{ severity: 'error' as const, ...inNode(node, path), message: `${meta.label} of ${quoted(node.name)} names a variable that is gone, so what people say is not kept.`, ...fix() }];
      const beside = node.fields.some((other) => other.meta.widget === 'expression' && other.value !== '' && other.value !== undefined && path.length > 1 && other.path.slice(0, -1).join('.') === path.slice(0, -1).join('.'));
      return beside ? [{ severity: 'error' as const, ...inNode(node, path), message: `${quoted(node.name)} computes a value and keeps it nowhere. Choose the variable.`, ...fix() }] : [];
    }));
  },
};
