import * as z from 'zod';
import { field } from '../fields.ts';
import { childId, duration, expression, variable } from '../fieldKinds.ts';
import { callbackFields } from '../lowerCallback.ts';
import { pluginDefinitionSchema } from '../pluginDefinition.ts';

const waits = { field: 'kind', is: ['callback'] };
const { text, address, meanwhile, waitingText } = callbackFields;

/**
 * The version a node was placed with, whole: a drawing means the same wherever it is taken, and a later version changes nothing until
 * somebody takes it. Its own fields are no fields of the node.
 */
const pinned = z.custom<z.input<typeof pluginDefinitionSchema> | null>().default(null).pipe(pluginDefinitionSchema.nullable());

/** The data of a plugin node. */
export const pluginSchema = z.object({
  plugin: field(pinned, { label: 'Plugin', widget: 'plugin' }),
  /** That of the plugin; decides which fields are shown. */
  kind: z.enum(['http', 'callback']).default('http'),
  inputs: field(z.record(childId, z.object({ value: expression('Value') })).default({}), { label: 'Gives', widget: 'pluginInputs' }),
  credential: field(z.string().max(40).default(''), { label: 'Credential', widget: 'credential', help: 'Goes along only to the hosts it is meant for.' }),
  text: field(text, { label: 'Message', widget: 'longText', template: true, translatable: true, target: 'chat', limit: 'text', help: 'Said before it waits. What was kept below can be shown, such as {{link}}.', showWhen: waits }),
  results: field(z.record(childId, z.object({ variable: variable('Variable') })).default({}), { label: 'Gets back', widget: 'pluginResults' }),
  address: field(address, { label: 'Save the address in', widget: 'variable', advanced: true, help: 'The address to be called back at.', showWhen: waits }),
  timeout: duration('No answer after', { help: 'Empty: as long as the plugin says.', showWhen: waits }),
  meanwhile: field(meanwhile, { label: 'A message meanwhile', widget: 'segmented', options: [{ value: 'oneMoment', label: 'One moment' }, { value: 'hold', label: 'Is held' }, { value: 'interrupt', label: 'Interrupts' }], advanced: true, showWhen: waits }),
  waitingText: field(waitingText, { label: 'One moment', widget: 'text', template: true, translatable: true, target: 'chat', limit: 'text', advanced: true, help: 'Empty: the flow’s own text.', showWhen: waits }),
});

/** What a plugin node's author decided. */
export type PluginData = z.infer<typeof pluginSchema>;
