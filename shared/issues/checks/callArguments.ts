import { describe } from '../../expressions/describe.ts';
import type { FlowVariable } from '../../flow/document.ts';
import { canonicalJson } from '../../lib/json.ts';
import type { Check, Found } from '../check.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import { inNode, quoted } from '../where.ts';

/** What a call gives a flow and gets back must be what that flow takes and gives. Types of given values are `expression`'s. */
export const callArguments: Check = {
  name: 'callArguments',
  holds: 'Called flows get what they need',
  counts: 'flows',
  find(subject) {
    return subject.nodes.flatMap((node) => {
      const field = (widget: string): unknown => node.fields.find(({ meta }) => meta.widget === widget)?.value;
      const flow = field('subflow');
      const called = typeof flow === 'string' && Object.hasOwn(subject.set.flows, flow) ? subject.set.flows[flow] : undefined;
      return called ? [...given(subject, node, called.variables), ...gotBack(subject, node, called.variables)] : [];
    });
  },
};

type Variables = Record<string, FlowVariable>;

function given(subject: Subject, node: SubjectNode, variables: Variables): Found[] {
  const field = node.fields.find(({ meta }) => meta.widget === 'arguments');
  if (!field) return [];
  const values = entriesOf(node, field.path, 'expression');
  const missing = Object.entries(variables).filter(([id, { direction, initial }]) => direction === 'in' && initial === undefined && !values.get(id)).map(([id, { name, type }]): Found => ({
    severity: 'error', ...inNode(node, [...field.path, id, 'value']), message: `${quoted(node.name)} does not give ${quoted(name)}, which the called flow needs: it would be empty there.`,
    ...(hasOfThatName(subject, node, { name, type }) && { fix: { label: `Give it ${quoted(name)}`, set: [{ path: ['nodes', node.id, 'data', ...field.path, id, 'value'], value: name }] } }),
  }));
  const extra = [...values].filter(([id, value]) => value !== '' && variables[id]?.direction !== 'in').map(([id]): Found => ({
    severity: 'warning', ...inNode(node, [...field.path, id, 'value']), message: `${quoted(node.name)} gives a value that the called flow no longer takes.`,
    fix: { label: 'Take it away', set: [{ path: ['nodes', node.id, 'data', ...field.path, id] }] },
  }));
  return [...missing, ...extra];
}

function gotBack(subject: Subject, node: SubjectNode, variables: Variables): Found[] {
  const field = node.fields.find(({ meta }) => meta.widget === 'results');
  if (!field) return [];
  return [...entriesOf(node, field.path, 'variable')].flatMap(([id, kept]): Found[] => {
    const path = [...field.path, id, 'variable'];
    const local = variables[id];
    const own = subject.set.flows[node.flow]?.variables[kept];
    if (kept === '') return [];
    if (local?.direction !== 'out') {
      return [{ severity: 'warning', ...inNode(node, path), message: `${quoted(node.name)} waits for a result that the called flow no longer gives.`, fix: { label: 'Take it away', set: [{ path: ['nodes', node.id, 'data', ...field.path, id] }] } }];
    }
    if (!own || canonicalJson(own.type) === canonicalJson(local.type)) return [];
    return [{ severity: 'error', ...inNode(node, path), message: `${quoted(node.name)} gets ${describe(local.type)} back and keeps it in ${quoted(own.name)}, which takes ${describe(own.type)}.` }];
  });
}

/** Whether the caller has a variable of that name and type, and something may have set it by then. */
function hasOfThatName({ drawing, reached, maySet }: Subject, { flow, id }: SubjectNode, { name, type }: Pick<FlowVariable, 'name' | 'type'>): boolean {
  const variable = drawing.reader.resolve(flow, name);
  const own = drawing.reader.scope(flow).variables[name];
  return variable !== undefined && own !== undefined && canonicalJson(own) === canonicalJson(type) && drawing.places.every((place) => place.flow !== flow || place.node !== id || !reached.has(place) || maySet(variable, place));
}

/** The entries of a map of values by the id of the called flow's variable. */
function entriesOf({ fields }: SubjectNode, path: readonly string[], widget: string): Map<string, string> {
  const inside = fields.filter((field) => field.meta.widget === widget && field.path.length === path.length + 2 && path.every((key, place) => field.path[place] === key));
  return new Map(inside.map(({ path: at, value }) => [at.at(-2) ?? '', typeof value === 'string' ? value : '']));
}
