import type { Assignment } from '../../machine/machine.ts';
import { defineNode } from '../defineNode.ts';
import type { CompileContext, Exit, StateDraft } from '../defineNode.ts';
import { oneLine, ordered } from '../fieldKinds.ts';
import type { FieldValue } from '../walkFields.ts';
import { callbackExits, lowerCallback } from '../lowerCallback.ts';
import { lowerRequest, mayBeRepeated, requestExits } from '../lowerRequest.ts';
import type { PluginDefinition } from '../pluginDefinition.ts';
import { pluginSchema } from './pluginSchema.ts';
import type { PluginData } from './pluginSchema.ts';
import { requestIn, textsIn } from './requestIn.ts';

/** Uses a callback or a request that was defined once. */
export const plugin = defineNode({
  type: 'plugin',
  label: 'Plugin',
  group: 'connect',
  icon: 'puzzle',
  doc: 'Uses a call to another system that was set up once, such as a payment link: give it what it needs, and go on by how it ended.',
  schema: pluginSchema,
  defaults: () => pluginSchema.parse({}),
  exits: ({ plugin: definition, meanwhile }) => {
    if (!definition) return [{ id: 'failed', label: 'Failed', handledBySettings: 'error' }];
    return definition.kind === 'callback' ? [...codesOf(definition), ...callbackExits({ meanwhile })] : requestExits(codesOf(definition), isRepeatable(definition));
  },
  face: ({ plugin: definition }) => (definition ? { label: definition.name, icon: definition.icon, doc: definition.doc } : undefined),
  summary: ({ text, plugin: definition }) => oneLine(text || definition?.doc || ''),
  spoken: ({ plugin: definition }) => (definition?.kind === 'callback' ? labelsOf(definition) : []),
  texts: (data) => (data.plugin ? textsIn(data, data.plugin) : {}),
  compile(data, context): Record<string, StateDraft> {
    const { plugin: definition } = data;
    if (!definition) return { '': { always: [context.exit('failed')] } };
    return definition.kind === 'callback' ? waiting(data, definition, context) : asking(data, definition, context);
  },
});

function codesOf({ codes }: PluginDefinition): Exit[] {
  return ordered(codes).map(([id, { code, label }]) => ({ id, label: label || code || 'Code' }));
}

/** What people who open the address read on its button: the plugin's own words, which each bot has in its languages. */
function labelsOf({ codes }: PluginDefinition): FieldValue[] {
  return ordered(codes).map(([id, { label }]) => ({ path: labelPath(id), meta: { label: `Name of the exit “${label}”`, widget: 'text', translatable: true }, value: label, shown: true }));
}

const labelPath = (code: string): string[] => ['plugin', 'codes', code, 'label'];

function isRepeatable({ method }: PluginDefinition): boolean {
  return mayBeRepeated({ method, repeatable: false, keyHeader: 'Idempotency-Key' });
}

function asking(data: PluginData, definition: PluginDefinition, context: CompileContext): Record<string, StateDraft> {
  const { request } = requestIn(data, definition, context);
  const good = keptOf(data, definition).flatMap(({ as, variable: id }): Assignment[] => {
    const saved = context.variable(id);
    return saved ? [{ variable: saved.name, value: { from: 'result', path: ['values', as] } }] : [];
  });
  return lowerRequest({ context, request, statuses: codesOf(definition), always: [], good });
}

function waiting(data: PluginData, definition: PluginDefinition, context: CompileContext): Record<string, StateDraft> {
  const { request, addressIn } = requestIn(data, definition, context);
  const outputs = ordered(definition.outputs).filter(([, { name, comes }]) => name && comes === 'callback');
  return lowerCallback({
    data: { ...data, timeout: data.timeout || definition.timeout || 'P1D' },
    context,
    inputs: ordered(definition.inputs).flatMap(([id, { name, type }]) => {
      const value = data.inputs[id]?.value;
      return name && value ? [{ name, expression: context.expression(value, type) }] : [];
    }),
    outputs: outputs.map(([, { name, type, required }]) => ({ name, type, ...(required && { required }) })),
    codes: ordered(definition.codes).map(([exit, { code, label }]) => ({ exit, code, label: label || code, ...(label && { said: context.text(...labelPath(exit)) }) })),
    saves: outputs.map(([id, { name }]) => ({ output: name, variable: data.results[id]?.variable ?? '' })),
    ...(definition.url && { announce: { request, addressIn } }),
    keeps: definition.url ? keptOf(data, definition) : [],
  });
}

/** The variables that keep what is taken from the answer. */
function keptOf({ results }: PluginData, { kind, outputs }: PluginDefinition): { as: string; variable: string }[] {
  return ordered(outputs).flatMap(([as, { name, comes }]) => {
    const variable = results[as]?.variable ?? '';
    return name && variable && (kind === 'http' || comes === 'answer') ? [{ as, variable }] : [];
  });
}
