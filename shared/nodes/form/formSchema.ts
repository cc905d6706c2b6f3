import * as z from 'zod';
import type { ValueType } from '../../expressions/types.ts';
import { formKinds } from '../../messages/form.ts';
import { acceptedFiles, largestFile } from '../fileFields.ts';
import { children, duration, oneOf, optionalNumber, order, plainText, spoken, spokenLine, toggle, variable, whole } from '../fieldKinds.ts';

const text = { kind: 'text' } as const;

/** What an answer of each kind is to the flow. */
export const answerTypes: Readonly<Record<(typeof formKinds)[number], ValueType>> = {
  text, longText: text, number: { kind: 'number' }, date: { kind: 'date' }, time: { kind: 'time' }, email: text, phone: text,
  choice: text, choices: { kind: 'list', of: text }, yesNo: { kind: 'boolean' }, file: { kind: 'file' },
};

const when = (...kinds: (typeof formKinds)[number][]) => ({ field: 'kind', is: kinds });

const option = z.object({
  label: spokenLine('Label', { limit: 'choiceLabel' }),
  code: plainText('Saved as', { advanced: true, help: 'Empty: the label in the bot’s own language.' }),
  order,
});

const formField = z.object({
  label: spokenLine('Label', { limit: 'choiceBody' }),
  kind: oneOf('Takes', {
    text: 'Text', longText: 'Long text', number: 'Number', date: 'Date', time: 'Time', email: 'E-mail address', phone: 'Phone number', choice: 'One of several', choices: 'Several', yesNo: 'Yes or no', file: 'File',
  }, formKinds),
  required: toggle('Must be answered', true),
  options: children('Options', option, { label: 'Option', add: 'Add an option', max: 50 }, { showWhen: when('choice', 'choices') }),
  save: variable('Save in', { holds: { by: 'kind', types: answerTypes }, help: 'Not set when people leave the field out.' }),
  note: spokenLine('Note', { limit: 'choiceBody', advanced: true, help: 'A line below the label.' }),
  name: plainText('Name', { advanced: true, help: 'For conditions of later fields, and among all answers. Letters, digits and _, e.g. age.' }),
  onlyIf: plainText('Only if', { advanced: true, help: 'A condition on an earlier field’s name: car == yes, age >= 18, city != Pune, email (answered), !email (not answered). Options count by what they are saved as.' }),
  min: optionalNumber('Smallest', { advanced: true, showWhen: when('number') }),
  max: optionalNumber('Largest', { advanced: true, showWhen: when('number') }),
  whole: toggle('Whole numbers only', false, { advanced: true, showWhen: when('number') }),
  maxLength: optionalNumber('Longest', { advanced: true, help: 'Letters.', showWhen: when('text', 'longText') }),
  pattern: plainText('Pattern', { advanced: true, help: 'A regular expression that the whole answer must match.', showWhen: when('text') }),
  files: acceptedFiles(when('file')),
  largest: largestFile(when('file')),
  errorText: spoken('When it does not fit', { advanced: true, help: 'Empty: the flow’s own text.' }),
  order,
});

/** The data of a form node. */
export const formSchema = z.object({
  body: spoken('Text', { limit: 'choiceBody', help: 'Stands above the fields.' }),
  fields: children('Fields', formField, { label: 'Field', add: 'Add a field', max: 50 }, { help: 'Where a channel has no forms, they are asked one by one.' }),
  submit: spokenLine('Button', { limit: 'choiceLabel' }),
  cancel: spokenLine('Button that gives up', { template: false, limit: 'choiceLabel', help: 'What people tap or type to leave the form. Empty: there is none.' }),
  skip: spokenLine('Passes a field', { template: false, limit: 'choiceLabel', advanced: true, help: 'Where fields are asked one by one.' }),
  yes: spokenLine('Yes', { template: false, limit: 'choiceLabel', advanced: true }),
  no: spokenLine('No', { template: false, limit: 'choiceLabel', advanced: true }),
  save: variable('Save all answers in', { advanced: true, help: 'An object with the names of the fields. A field that was left out is empty there.' }),
  tries: whole('Tries', { least: 0, most: 10, otherwise: 0 }, { advanced: true, help: 'After this many answers that do not fit, goes on at “Not understood”. 0 asks again as long as it takes.' }),
  timeout: duration('No answer after', { help: 'Empty: the flow’s setting for silence.' }),
});

/** What a form node's author decided. */
export type FormData = z.infer<typeof formSchema>;
/** One field of it. */
export type FormFieldData = FormData['fields'][string];
