import { makeId } from '../../lib/id.ts';
import { defineNode } from '../defineNode.ts';
import { oneLine, ordered } from '../fieldKinds.ts';
import { callbackExits, lowerCallback } from '../lowerCallback.ts';
import { callbackSchema } from './callbackSchema.ts';

/** Waits until another system, or a person by a link, says how something ended. */
export const callback = defineNode({
  type: 'callback',
  label: 'Callback',
  group: 'connect',
  icon: 'webhook',
  doc: 'Makes an address that can be called once, and waits until another system, or a person who opens it, says how it ended.',
  schema: callbackSchema,
  defaults: (random) => callbackSchema.parse({ codes: { [makeId(random)]: { code: 'done', label: 'Done', order: 1 } }, timeout: 'P1D' }),
  exits: (data) => [...ordered(data.codes).map(([id, { code, label }]) => ({ id, label: label || code || 'Code' })), ...callbackExits(data)],
  summary: ({ text, codes }) => oneLine(text || ordered(codes).map(([, { code, label }]) => label || code).join(', ')),
  compile: (data, context) => lowerCallback({
    data, context,
    inputs: ordered(data.inputs).flatMap(([, { name, value }]) => (name && value ? [{ name, expression: context.expression(value, context.typeOf(value) ?? { kind: 'text' }) }] : [])),
    outputs: ordered(data.outputs).flatMap(([, { name, type, required }]) => (name ? [{ name, type, ...(required && { required }) }] : [])),
    codes: ordered(data.codes).map(([exit, { code, label }]) => ({ exit, code, label: label || code, ...(label && { said: context.text('codes', exit, 'label') }) })),
    saves: ordered(data.outputs).flatMap(([, { name, save }]) => (name ? [{ output: name, variable: save }] : [])),
  }),
});
