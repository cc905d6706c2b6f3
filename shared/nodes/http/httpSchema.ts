import * as z from 'zod';
import { maxText } from '../../messages/incoming.ts';
import { httpMethods } from '../../machine/httpRequest.ts';
import type { FieldMeta } from '../fields.ts';
import { field } from '../fields.ts';
import { children, expression, oneOf, order, plainText, toggle, variable, whole } from '../fieldKinds.ts';

type Extra = Omit<FieldMeta, 'label' | 'widget'>;

/** A text for the other system: it may hold `{{ expressions }}` and is the same in every language. */
const sent = (label: string, target: 'url' | 'header' | 'json', extra: Extra = {}) => (
  field(z.string().max(maxText).default(''), { label, widget: 'text', template: true, target, ...extra }));

const named = (target: 'url' | 'header', help?: string) => z.object({
  name: plainText('Name', help === undefined ? {} : { help }),
  value: sent('Value', target),
  order,
});

const jsonEntry = z.object({
  name: plainText('Field', { help: 'Dots lead inside: customer.name.' }),
  value: expression('Value'),
  order,
});

/** Where a value stands in an answer, as steps: keys of objects and places of lists. */
const steps = z.array(z.union([z.string().max(200), z.number().int().min(0).max(9_999)])).max(20);

const pick = z.object({
  path: field(steps.default([]), { label: 'From the answer', widget: 'answerPath', help: 'Send a test request and click a value. Nothing picked is the whole answer.' }),
  save: variable('Save in'),
  optional: toggle('May be missing', false, { help: 'A value that is missing or null then counts as empty.' }),
  order,
});

const statuses = z.string().max(100).regex(/^(?:[1-5]\d\d(?:-[1-5]\d\d)?(?:, ?[1-5]\d\d(?:-[1-5]\d\d)?)*)?$/, 'Statuses are written like 404 or 400-409, 422');

const answer = z.object({
  statuses: field(statuses.default(''), { label: 'Status', widget: 'text', help: 'Such as 404, or 400-409, 422.' }),
  order,
});

const has = (...body: string[]) => ({ field: 'body', is: body });
const changes = { field: 'method', is: ['POST', 'PUT', 'PATCH', 'DELETE'] };

/** The data of an http node. */
export const httpSchema = z.object({
  method: oneOf('Method', { GET: 'GET', POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE', HEAD: 'HEAD' }, httpMethods),
  url: sent('Address', 'url', { help: 'What stands in {{ }} is escaped. Only addresses of the public internet can be called.' }),
  credential: field(z.string().max(40).default(''), { label: 'Credential', widget: 'credential', help: 'Goes along only to the hosts it is meant for.' }),
  query: children('Query', named('url'), { label: 'Parameter', add: 'Add a parameter', max: 50 }, { advanced: true }),
  headers: children('Headers', named('header'), { label: 'Header', add: 'Add a header', max: 50 }, { advanced: true }),
  body: oneOf('Body', { none: 'None', json: 'JSON', form: 'Form', text: 'Text' }, ['none', 'json', 'form', 'text'], { widget: 'segmented', showWhen: changes }),
  json: children('Fields', jsonEntry, { label: 'Field', add: 'Add a field', max: 100 }, { help: 'Numbers, lists and objects stay what they are.', showWhen: has('json') }),
  form: children('Form fields', named('url'), { label: 'Field', add: 'Add a field', max: 100 }, { showWhen: has('form') }),
  text: field(z.string().max(maxText).default(''), { label: 'Body text', widget: 'longText', template: true, target: 'json', help: 'Sent as it is written. For JSON choose JSON, where values are escaped.', showWhen: has('text') }),
  mime: field(z.string().max(100).regex(/^[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=[\w.-]+)?$/, 'A content type is written like text/plain').default('text/plain; charset=utf-8'), { label: 'Content type', widget: 'text', showWhen: has('text') }),
  saves: children('Save from the answer', pick, { label: 'Value', add: 'Save a value', max: 50 }),
  status: variable('Save the status in', { holds: { type: { kind: 'number' } }, advanced: true, help: 'Such as 200 or 404; 0 when there was no answer.' }),
  answers: children('Exits by status', answer, { label: 'Exit', add: 'Add an exit', max: 10 }, { help: 'Other answers leave by Answered (200-299), Refused (300-499) or Failed there (500 and more).' }),
  seconds: field(z.number().min(0.1).max(30).default(10), { label: 'Time limit', widget: 'number', advanced: true, help: 'Seconds, all attempts together.' }),
  retries: whole('Try again', { least: 0, most: 5, otherwise: 2 }, { advanced: true, help: 'How often, when the other side cannot be reached, is too busy or fails. Requests that change something are repeated only when that is safe.' }),
  repeatable: toggle('Safe to repeat', false, { advanced: true, help: 'Doing it twice is as good as once.', showWhen: changes }),
  keyHeader: field(z.string().max(60).regex(/^[A-Za-z0-9-]*$/, 'A header has letters, digits and -').default(''), { label: 'Idempotency header', widget: 'text', advanced: true, help: 'Such as Idempotency-Key. The other side knows a repeated request by it, so repeating is safe.', showWhen: changes }),
  kilobytes: whole('Largest answer', { least: 1, most: 1_024, otherwise: 256 }, { advanced: true, help: 'Kilobytes. A larger one leaves by Failed.' }),
});

/** What an http node's author decided. */
export type HttpData = z.infer<typeof httpSchema>;
