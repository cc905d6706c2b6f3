import * as z from 'zod';
import type { ValueType } from '../../expressions/types.ts';
import { children, expression, oneOf, order, plainText, variable, whole } from '../fieldKinds.ts';
import { field } from '../fields.ts';

/** What can be done with records. */
export const operations = ['find', 'add', 'change', 'remove'] as const;

const when = (...does: (typeof operations)[number][]) => ({ field: 'does', is: does });

const record: ValueType = { kind: 'object', fields: { key: { kind: 'text' } } };

const entry = z.object({
  field: plainText('Field'),
  value: expression('Value'),
  order,
});

/** The data of a record node. */
export const recordSchema = z.object({
  does: oneOf('Does', { find: 'Find', add: 'Add if absent', change: 'Change', remove: 'Remove' }, operations),
  collection: field(z.string().max(60).default(''), { label: 'Collection', widget: 'collection', help: 'e.g. bookings' }),
  key: expression('Key', { expects: { kind: 'text' }, help: 'What makes a record the only one of its kind, e.g. the booked slot.', showWhen: when('add', 'change', 'remove') }),
  where: children('Where', entry, { label: 'Condition', add: 'Add a condition', max: 20 }, { help: 'A record is found when all its fields equal these values.', showWhen: when('find') }),
  fields: children('Fields', entry, { label: 'Field', add: 'Add a field', max: 50 }, { showWhen: when('add', 'change') }),
  limit: whole('At most', { least: 1, most: 1_000, otherwise: 100 }, { advanced: true, showWhen: when('find') }),
  save: variable('Save in', { holds: { by: 'does', types: { find: { kind: 'list', of: record }, add: record, change: record, remove: record } }, help: 'A list gets all records, an object the first one, a number how many there are.' }),
});

/** What a record node's author decided. */
export type RecordData = z.infer<typeof recordSchema>;
