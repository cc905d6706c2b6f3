import { describe } from '../../expressions/describe.ts';
import type { ValueType } from '../../expressions/types.ts';
import type { Check, Found } from '../check.ts';
import { givenType } from '../meaning/givenTypes.ts';
import type { Place } from '../paths/place.ts';
import type { Subject } from '../subject.ts';
import { inNode, quoted } from '../where.ts';

/** An answer or a result that is kept in a variable of another type: keeping it fails, whatever people say. */
export const kept: Check = {
  name: 'kept',
  holds: 'What is kept fits its variable',
  counts: 'variables',
  find(subject) {
    const found = new Map<string, Found>();
    for (const place of subject.reached.keys()) {
      for (const { variable, value } of [...place.state.always, ...Object.values(place.state.on).flat()].flatMap(({ set = [] }) => set)) {
        const [given, type] = [givenType(place.state, value), typeOf(subject, place, variable)];
        const node = subject.node(place.flow, place.node);
        const key = `${place.flow}/${place.node}/${variable}`;
        if (!given || !type || !node || found.has(key) || keeps(type, given)) continue;
        const field = node.fields.find(({ meta, value: id }) => meta.widget === 'variable' && typeof id === 'string' && subject.set.flows[place.flow]?.variables[id]?.name === variable);
        found.set(key, { severity: 'error', ...inNode(node, field?.path), message: `${quoted(node.name)} keeps ${describe(given)} in ${quoted(variable)}, which takes ${describe(type)}, so people only read that something went wrong.` });
      }
    }
    return [...found.values()];
  },
};

/** Days, times and durations are texts as well; an object may have more fields than are kept of it. */
function keeps(type: ValueType, given: ValueType): boolean {
  if (type.kind === 'text') return ['text', 'date', 'time', 'datetime', 'duration'].includes(given.kind);
  if (type.kind === 'list') return given.kind === 'list' && (keeps(type.of, given.of) || given.of.kind === 'object');
  if (type.kind === 'object') return given.kind === 'object' && Object.entries(type.fields).every(([name, field]) => given.fields[name] !== undefined && keeps(field, given.fields[name]));
  return type.kind === given.kind;
}

function typeOf({ drawing: { machine } }: Subject, { flow }: Place, variable: string): ValueType | undefined {
  return (machine.flows[flow]?.variables[variable] ?? machine.flows[machine.main]?.variables[variable])?.type;
}
