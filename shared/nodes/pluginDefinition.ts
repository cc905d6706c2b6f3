import * as z from 'zod';
import { maxText } from '../messages/incoming.ts';
import { field } from './fields.ts';
import { children, duration, expression, oneOf, order, plainText, toggle } from './fieldKinds.ts';
import { valueType } from './valueType.ts';

const named = z.string().regex(/^(?:[A-Za-z_][A-Za-z0-9_]{0,39})?$/, 'A name starts with a letter and has letters, digits and _').default('');
const kind = (...kinds: ('callback' | 'http')[]) => ({ field: 'kind', is: kinds });

/** Glyphs a plugin may have, by the name of the Tabler icon. */
export const pluginIcons = ['puzzle', 'credit-card', 'ticket', 'truck-delivery', 'calendar-event', 'mail', 'address-book', 'receipt', 'building-bank', 'map-pin', 'bell', 'user-check'] as const;

const input = z.object({
  name: field(named, { label: 'Name', widget: 'text', help: 'As the address and the fields below call it, such as amount.' }),
  label: plainText('Label', { help: 'What authors read. Empty: the name.' }),
  type: field(valueType.default({ kind: 'text' }), { label: 'Type', widget: 'valueType' }),
  required: toggle('Must be given', true),
  help: plainText('Help', { advanced: true }),
  order,
});

const header = z.object({
  name: plainText('Name'),
  value: field(z.string().max(maxText).default(''), { label: 'Value', widget: 'text', template: true, target: 'header' }),
  order,
});

const bodyField = z.object({
  name: plainText('Field', { help: 'Dots lead inside: customer.name.' }),
  value: expression('Value', { help: 'An expression on the inputs. callback is the address to be called back at.' }),
  order,
});

const output = z.object({
  name: field(named, { label: 'Name', widget: 'text' }),
  label: plainText('Label', { help: 'What authors read. Empty: the name.' }),
  type: field(valueType.default({ kind: 'text' }), { label: 'Type', widget: 'valueType' }),
  comes: oneOf('Comes with', { answer: 'The answer', callback: 'The call back' }, ['answer', 'callback'], { widget: 'segmented', help: 'A plugin that only asks has nothing but the answer.' }),
  path: plainText('Place in the answer', { help: 'Such as data.links.0.url. Empty: its name.', showWhen: { field: 'comes', is: ['answer'] } }),
  required: toggle('Must be there', true),
  order,
});

const code = z.object({
  code: field(z.string().max(100).regex(/^[A-Za-z0-9_., -]*$/, 'A code has letters, digits and _ . - ; statuses are written like 404 or 400-409, 422').default(''), { label: 'Code', widget: 'text', help: 'What the other side says, such as paid; of one that only asks a status, such as 404.' }),
  label: plainText('Name of the way out', { help: 'Empty: the code. Of one that waits, people who open the address read it on the button, in the languages that each bot translates it to.' }),
  order,
});

/** A callback or a request to another system, defined once and placed by its own name: what it takes, what it gives, how it ends. */
export const pluginDefinitionSchema = z.object({
  /** With the version it is the plugin's name for ever: `payment-link@1`. */
  key: field(z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'A key has 2 to 40 small letters, digits and -, a letter first'), { label: 'Key', widget: 'text', help: 'For files and programs, such as payment-link. It never changes.' }),
  version: z.number().int().min(1).max(10_000),
  name: field(z.string().trim().min(1, 'Give it a name').max(60), { label: 'Name', widget: 'text', help: 'As the palette shows it.' }),
  icon: oneOf('Icon', {
    puzzle: 'Puzzle', 'credit-card': 'Card', ticket: 'Ticket', 'truck-delivery': 'Delivery', 'calendar-event': 'Calendar', mail: 'Mail', 'address-book': 'Contacts', receipt: 'Receipt',
    'building-bank': 'Bank', 'map-pin': 'Place', bell: 'Bell', 'user-check': 'Person',
  }, pluginIcons),
  doc: plainText('What it does', { help: 'One sentence for those who draw.' }),
  kind: oneOf('Kind', { callback: 'Waits to be called back', http: 'Asks and goes on' }, ['callback', 'http'], { widget: 'segmented' }),
  inputs: children('Inputs', input, { label: 'Input', add: 'Add an input', max: 20 }),
  method: oneOf('Method', { POST: 'POST', GET: 'GET', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' }, ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'], { showWhen: kind('http') }),
  url: field(z.string().max(maxText).default(''), { label: 'Address', widget: 'text', template: true, target: 'url', help: 'Asked before anything is said. What stands in {{ }} is an input and is escaped. Of one that waits it may be empty: then people open the call-back address itself.' }),
  headers: children('Headers', header, { label: 'Header', add: 'Add a header', max: 20 }, { advanced: true }),
  json: children('Body', bodyField, { label: 'Field', add: 'Add a field', max: 50 }, { help: 'Empty: every input by its name, and callback.' }),
  outputs: children('Outputs', output, { label: 'Output', add: 'Add an output', max: 20 }),
  codes: children('Ways out', code, { label: 'Way out', add: 'Add a way out', max: 20 }, { help: 'How it can end besides failing.' }),
  timeout: duration('No answer after', { help: 'The address to be called back at is of no use from then on.', showWhen: kind('callback') }),
  seconds: field(z.number().min(0.1).max(30).default(10), { label: 'Time limit', widget: 'number', advanced: true, help: 'Seconds, for asking.' }),
  credential: field(z.string().max(40).default(''), { label: 'Credential', widget: 'credential', help: 'Goes along only to the hosts it is meant for. Whoever places the plugin can choose another.' }),
});

/** One version of a plugin. */
export type PluginDefinition = z.infer<typeof pluginDefinitionSchema>;

/** Its name for ever: `payment-link@1`. */
export function pluginReference({ key, version }: Pick<PluginDefinition, 'key' | 'version'>): string {
  return `${key}@${version}`;
}
