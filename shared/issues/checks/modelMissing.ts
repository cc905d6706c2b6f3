import type { Check, Found } from '../check.ts';
import { inNode, quoted } from '../where.ts';

/** A role for which no model is set up: the stand-in answers. */
export const modelMissing: Check = {
  name: 'modelMissing',
  holds: 'Every model asked for is set up',
  counts: 'nodes',
  find(subject) {
    const { models } = subject;
    if (!models) return [];
    return subject.drawing.places.flatMap((place) => place.state.entry.flatMap((action): Found[] => {
      const node = action.type === 'callModel' && !models.has(action.role) ? subject.node(place.flow, place.node) : undefined;
      if (action.type !== 'callModel' || !node) return [];
      const field = node.fields.find(({ path }) => path.join('.') === 'role');
      const [other, ...more] = (field?.meta.options ?? []).filter(({ value }) => [...models].some((role) => role === value));
      const fix = field && other && more.length === 0 && { label: `Ask the “${other.value}” model`, set: [{ path: ['nodes', node.id, 'data', ...field.path], value: other.value }] };
      return [{ severity: 'info', ...inNode(node, ['role']), ...(fix && { fix }), message: `No “${action.role}” model is set up, so the stand-in answers for ${quoted(node.name)}: it only puts together what it was given, and says that it is a stand-in.` }];
    }));
  },
};
