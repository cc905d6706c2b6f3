import * as z from 'zod';
import { writingRoles } from '../../machine/modelCall.ts';
import { maxText } from '../../messages/incoming.ts';
import { field } from '../fields.ts';
import { children, expression, oneOf, order, plainText, spoken, variable, whole } from '../fieldKinds.ts';
import { valueType } from '../valueType.ts';

const name = z.string().regex(/^(?:[A-Za-z_][A-Za-z0-9_]{0,39})?$/, 'A name starts with a letter and has letters, digits and _').default('');

const datum = z.object({
  name: field(name, { label: 'Name', widget: 'text' }),
  value: expression('Value'),
  order,
});

const asked = z.object({
  name: field(name, { label: 'Name', widget: 'text' }),
  type: field(valueType.default({ kind: 'text' }), { label: 'Type', widget: 'valueType', help: 'A value of another type is refused, and the next model is asked.' }),
  help: plainText('What it is', { help: 'The model reads this.' }),
  save: variable('Save in', { holds: { declaredIn: 'type' } }),
  order,
});

const tool = z.object({
  flow: field(z.string().max(40).default(''), { label: 'Flow', widget: 'subflow' }),
  name: field(name, { label: 'Name', widget: 'text', help: 'As the model knows it, such as find_slots.' }),
  help: plainText('When to call it', { help: 'The model decides by this.' }),
  order,
});

const gives = (...kinds: ('say' | 'text' | 'fields')[]) => ({ field: 'gives', is: kinds });

/** The data of a model node. */
export const modelSchema = z.object({
  instructions: field(z.string().max(maxText).default(''), { label: 'Instructions', widget: 'longText', template: true, target: 'prompt', help: 'What the model is to do. What stands in {{ }} is handed over as data: nothing people write there counts as an instruction.' }),
  role: oneOf('Model', { fast: 'Fast', best: 'Best' }, writingRoles, { widget: 'segmented', help: 'The owner decides which models these are. When one fails the next is asked.' }),
  history: whole('Messages it sees', { least: 0, most: 50, otherwise: 10 }, { help: 'How many of the last messages of the conversation go along.' }),
  data: children('Values it sees', datum, { label: 'Value', add: 'Add a value', max: 30 }),
  gives: oneOf('Gives', { say: 'A message', text: 'A text', fields: 'Values' }, ['say', 'text', 'fields'], { widget: 'segmented', help: 'A message is shown word by word while it is made.' }),
  save: variable('Save the text in', { showWhen: gives('say', 'text') }),
  fields: children('Values it gives', asked, { label: 'Value', add: 'Add a value', max: 30 }, { showWhen: gives('fields') }),
  tools: children('Flows it may call', tool, { label: 'Flow', add: 'Add a flow', max: 10 }, { help: 'While it makes its answer. A flow takes what it is given by name, may ask people something, and tells the model what it gives back.' }),
  mostCalls: whole('Calls for one answer', { least: 1, most: 20, otherwise: 5 }, { advanced: true, help: 'At most. After them it must answer.' }),
  fallback: spoken('When it fails', { help: 'Said before it goes on without an answer.' }),
  longest: whole('Longest text', { least: 20, most: maxText, otherwise: 1_000 }, { advanced: true, help: 'Letters. The model is told; a longer text is cut after its last whole sentence.', showWhen: gives('say', 'text') }),
  temperature: field(z.number().min(0).max(2).optional(), { label: 'Temperature', widget: 'number', advanced: true, help: '0 is the most predictable. Empty: the model’s own.' }),
  tokens: field(z.number().int().min(1).max(100_000).optional(), { label: 'Most tokens', widget: 'number', advanced: true, help: 'Of the answer. Empty: the model’s limit.' }),
  seconds: whole('Time limit', { least: 1, most: 300, otherwise: 30 }, { advanced: true, help: 'Seconds, for all models together. From 50 on others are not held up meanwhile: the answer comes when it is there.' }),
});

/** What a model node's author decided. */
export type ModelData = z.infer<typeof modelSchema>;
