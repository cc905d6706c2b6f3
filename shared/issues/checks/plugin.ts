import { check } from '../../expressions/check.ts';
import { checkTemplate } from '../../expressions/checkTemplate.ts';
import { describe } from '../../expressions/describe.ts';
import { ordered } from '../../nodes/fieldKinds.ts';
import { pluginDefinitionSchema, pluginReference } from '../../nodes/pluginDefinition.ts';
import { readNode } from '../../nodes/readNode.ts';
import type { PluginDefinition } from '../../nodes/pluginDefinition.ts';
import type { Check, Found } from '../check.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import { inNode, quoted } from '../where.ts';

/** Plugins that were not chosen or are not given what they need; for information those of which there is a newer version. */
export const plugin: Check = {
  name: 'plugin',
  holds: 'Plugins get what they need',
  counts: 'nodes',
  find: (subject) => subject.nodes.flatMap((node) => {
    const pinned = node.fields.find(({ meta }) => meta.widget === 'plugin');
    if (!pinned) return [];
    const definition = pluginDefinitionSchema.safeParse(pinned.value);
    if (!definition.success) return [{ severity: 'error' as const, ...inNode(node, pinned.path), message: `${quoted(node.name)} uses no plugin yet, so nothing happens there. Choose one.` }];
    return [...givenWrong(subject, node, definition.data), ...leftOver(node, definition.data), ...unsendable(node, pinned.path, definition.data), ...outdated(subject, node, definition.data)];
  }),
};

function givenWrong(subject: Subject, node: SubjectNode, { inputs }: PluginDefinition): Found[] {
  const scope = subject.drawing.reader.scope(node.flow);
  return ordered(inputs).flatMap(([id, { name, label, type, required }]): Found[] => {
    if (!name) return [];
    const value = textAt(node, ['inputs', id, 'value']).trim();
    const where = inNode(node, ['inputs', id, 'value']);
    if (value === '') return required ? [{ severity: 'error', ...where, message: `${quoted(node.name)} needs ${quoted(label || name)}, which is ${describe(type)}.`, here: `It needs ${describe(type)}.` }] : [];
    const checked = check(value, scope);
    if (!checked.ok) {
      const here = checked.problems[0]?.message ?? 'It does not parse.';
      return isEvaluated(subject, node, value) ? [] : [{ severity: 'error', ...where, message: `${quoted(value)} in ${quoted(node.name)} cannot be computed. ${here}`, here }];
    }
    const fitting = check(value, scope, type);
    return fitting.ok ? [] : [{ severity: 'error', ...where, message: `${quoted(label || name)} of ${quoted(node.name)} is ${describe(type)}, and ${quoted(value)} is ${describe(checked.type)}.`, here: `It takes ${describe(type)}, this is ${describe(checked.type)}.` }];
  });
}

/** What stands in a body or is told at the address is among the expressions of the flow and checked there; what an address or a header is made of, or nothing, is not. */
function isEvaluated({ expressions }: Subject, { flow, id }: SubjectNode, value: string): boolean {
  return expressions.some(({ place, expression }) => place.flow === flow && place.node === id && expression.cel.includes(value));
}

/** What is given or kept by a name that the plugin has not, as after another version was taken. */
function leftOver(node: SubjectNode, { inputs, outputs }: PluginDefinition): Found[] {
  const entries = (field: string, name: string, known: object, message: string): Found[] => node.fields.flatMap(({ path, value }): Found[] => {
    const [first, id = '', last] = path;
    if (first !== field || last !== name || path.length !== 3 || Object.hasOwn(known, id) || typeof value !== 'string' || value.trim() === '') return [];
    return [{ severity: 'warning', ...inNode(node, path), message, fix: { label: 'Take it away', set: [{ path: ['nodes', node.id, 'data', field, id] }] } }];
  });
  return [
    ...entries('inputs', 'value', inputs, `${quoted(node.name)} gives a value that its plugin does not take.`),
    ...entries('results', 'variable', outputs, `${quoted(node.name)} waits for a value that its plugin does not give.`),
  ];
}

/** Address and headers speak of the inputs alone. What a body is made of is an expression of the flow, and checked with them. */
function unsendable(node: SubjectNode, path: readonly string[], { inputs, url, headers }: PluginDefinition): Found[] {
  const scope = { variables: Object.fromEntries(Object.values(inputs).flatMap(({ name, type }) => (name ? [[name, type]] : []))) };
  return [url, ...Object.values(headers).map(({ value }) => value)].flatMap((text) => checkTemplate(text, scope)).slice(0, 1)
    .map(({ message }) => ({ severity: 'error', ...inNode(node, path), message: `The plugin of ${quoted(node.name)} cannot ask the other side: ${message}` }));
}

function outdated(subject: Subject, node: SubjectNode, definition: PluginDefinition): Found[] {
  const newest = subject.plugins?.get(definition.key);
  if (!newest || newest.version <= definition.version) return [];
  const fits = takesPlaceOf(subject, node, newest);
  return [{
    severity: 'info', ...inNode(node, ['plugin']), message: `${quoted(node.name)} uses ${pluginReference(definition)}, and there is ${pluginReference(newest)}.`,
    ...(fits && { fix: { label: `Take version ${newest.version}`, set: [{ path: ['nodes', node.id, 'data', 'plugin'], value: newest }, { path: ['nodes', node.id, 'data', 'kind'], value: newest.kind }] } }),
  }];
}

/** Whether a node has all that another version wants: values for its inputs, and a way on from each of its ways out. */
function takesPlaceOf(subject: Subject, node: SubjectNode, newest: PluginDefinition): boolean {
  const given = givenWrong(subject, node, newest).length === 0 && unsendable(node, ['plugin'], newest).length === 0;
  const { data } = node.type && readNode(node.type, { ...node.node.data, plugin: newest, kind: newest.kind }) || {};
  const exits = node.type && data ? node.type.exits(data) : [];
  return given && data !== undefined && exits.every(({ id, handledBySettings }) => handledBySettings !== undefined || subject.way(node.flow, node.id, id) !== undefined);
}

function textAt({ fields }: SubjectNode, path: readonly string[]): string {
  const found = fields.find((field) => field.path.join('.') === path.join('.'))?.value;
  return typeof found === 'string' ? found : '';
}
