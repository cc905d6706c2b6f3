import { describe } from '../../expressions/describe.ts';
import type { ValueType } from '../../expressions/types.ts';
import { isObject } from '../../expressions/fits.ts';
import type { JsonObject } from '../../lib/json.ts';
import { inOrder } from '../../nodes/walkFields.ts';
import type { Check, Found } from '../check.ts';
import { callOther } from '../fixes/callOther.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import { inNode, quoted } from '../where.ts';

/** Flows a model may call that it cannot tell apart, cannot decide about, or cannot give what they take. */
export const tools: Check = {
  name: 'tools',
  holds: 'Models know the flows they may call',
  counts: 'nodes',
  find: (subject) => subject.nodes.flatMap((node) => {
    const list = node.fields.find(({ path }) => path.join('.') === 'tools')?.value;
    if (!isObject(list) || node.fields.every(({ meta }) => meta.widget !== 'subflow')) return [];
    const entries = inOrder(list).flatMap(([id, entry]): Entry[] => (isObject(entry) ? [{ id, entry }] : []));
    return entries.flatMap((each) => problemsOf(subject, node, each, entries));
  }),
};

interface Entry {
  id: string;
  entry: JsonObject;
}

const textIn = (entry: JsonObject, name: string): string => (typeof entry[name] === 'string' ? entry[name].trim() : '');

function problemsOf(subject: Subject, node: SubjectNode, { id, entry }: Entry, all: readonly Entry[]): Found[] {
  const name = textIn(entry, 'name');
  const at = (field: string) => inNode(node, ['tools', id, field]);
  const called = subject.set.flows[textIn(entry, 'flow')];
  const first = all.find((other) => textIn(other.entry, 'name') === name);
  const other = name !== '' && first?.id !== id ? callOther(node, ['tools', id, 'name'], all.map((each) => textIn(each.entry, 'name'))) : undefined;
  const files = Object.values(called?.variables ?? {}).filter(({ direction, type }) => direction === 'in' && holdsFile(type));
  return [
    ...(name === '' ? [{ severity: 'error' as const, ...at('name'), message: `A flow that ${quoted(node.name)} may call has no name, so the model cannot call it.` }] : []),
    ...(name !== '' && first?.id !== id ? [{ severity: 'error' as const, ...at('name'), message: `${quoted(node.name)} may call two flows named ${quoted(name)}, and the model cannot tell them apart.`, ...(other && { fix: other }) }] : []),
    ...(textIn(entry, 'help') === '' ? [{ severity: 'warning' as const, ...at('help'), message: `${quoted(node.name)} does not say when the model is to call ${quoted(name || 'this flow')}.` }] : []),
    ...files.map((variable): Found => ({ severity: 'error', ...at('flow'), message: `${quoted(variable.name)} of the flow is ${describe(variable.type)}, and models give only texts and values.` })).slice(0, 1),
  ];
}

function holdsFile(type: ValueType): boolean {
  return type.kind === 'file' || (type.kind === 'list' && holdsFile(type.of)) || (type.kind === 'object' && Object.values(type.fields).some(holdsFile));
}
