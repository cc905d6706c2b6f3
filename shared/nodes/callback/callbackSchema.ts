import * as z from 'zod';
import { children, expression, order, plainText, toggle, variable } from '../fieldKinds.ts';
import { field } from '../fields.ts';
import { callbackFields } from '../lowerCallback.ts';
import { valueType } from '../valueType.ts';

const named = z.string().regex(/^(?:[A-Za-z_][A-Za-z0-9_]{0,39})?$/, 'A name starts with a letter and has letters, digits and _').default('');

const input = z.object({
  name: field(named, { label: 'Name', widget: 'text' }),
  value: expression('Value'),
  order,
});

const code = z.object({
  code: field(z.string().max(100).regex(/^[A-Za-z0-9_.-]*$/, 'A code has letters, digits and _ . -').default(''), { label: 'Code', widget: 'text', help: 'What the other side says, such as paid.' }),
  label: plainText('Name of the exit', { translatable: true, help: 'People who open the address read it on the button. Empty: the code.' }),
  order,
});

const output = z.object({
  name: field(named, { label: 'Name', widget: 'text' }),
  type: field(valueType.default({ kind: 'text' }), { label: 'Type', widget: 'valueType' }),
  required: toggle('Must be there', false, { help: 'With the first code. Otherwise a value left out counts as empty.' }),
  save: variable('Save in', { holds: { declaredIn: 'type' } }),
  order,
});

const { text, ...others } = callbackFields;

/** The data of a callback node. */
export const callbackSchema = z.object({
  text,
  inputs: children('Inputs', input, { label: 'Input', add: 'Add an input', max: 20 }, { help: 'What the other side needs to know; it can read them at the address.' }),
  codes: children('Return codes', code, { label: 'Return code', add: 'Add a return code', max: 20 }, { help: 'How it can end, each with its own way out. The first is what a person who opens the address confirms.' }),
  outputs: children('Outputs', output, { label: 'Output', add: 'Add an output', max: 20 }, { help: 'Values that come with the answer.' }),
  ...others,
});
