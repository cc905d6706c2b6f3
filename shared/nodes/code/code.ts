import * as z from 'zod';
import { makeId } from '../../lib/id.ts';
import { field } from '../fields.ts';
import { defineNode } from '../defineNode.ts';
import { children, expression, oneLine, order, ordered, variable } from '../fieldKinds.ts';
import { valueType } from '../valueType.ts';

const text = { kind: 'text' } as const;

const input = z.object({
  name: field(z.string().regex(/^(?:[A-Za-z_][A-Za-z0-9_]{0,39})?$/, 'A name starts with a letter and has letters, digits and _').default(''), { label: 'Name', widget: 'text' }),
  value: expression('Value'),
  order,
});

const schema = z.object({
  code: field(z.string().max(65_536).default('export default function (input: Input): Result {\n  return "";\n}\n'), { label: 'Code', widget: 'code', help: 'TypeScript. No network, no clock of its own: what goes in decides what comes out.' }),
  inputs: children('Input', input, { label: 'Input', add: 'Add an input', max: 20 }, { help: 'What the function gets, as input.name.' }),
  output: field(valueType.default(text), { label: 'Result', widget: 'valueType', help: 'A result of another type fails.' }),
  save: variable('Save the result in', { holds: { declaredIn: 'output' } }),
  seconds: field(z.number().min(0.1).max(10).default(1), { label: 'Time limit', widget: 'number', advanced: true, help: 'Seconds.' }),
});

/** Runs a small pure program. */
export const code = defineNode({
  type: 'code',
  label: 'Code',
  group: 'decide',
  icon: 'code',
  doc: 'Runs a small program in a sandbox: values in, a value out. For what expressions cannot say.',
  schema,
  defaults: (random) => schema.parse({ inputs: { [makeId(random)]: { order: 1 } } }),
  exits: () => [{ id: 'done', label: 'Done' }, { id: 'failed', label: 'Failed', handledBySettings: 'error' }],
  summary: (data) => oneLine(data.code.split('\n').map((line) => line.trim()).find((line) => line && !line.startsWith('export default') && !line.startsWith('//')) ?? ''),
  compile(data, context) {
    const inputs = ordered(data.inputs).flatMap(([, { name, value }]) => (
      name && value ? [{ name, expression: context.expression(value, context.typeOf(value) ?? text) }] : []));
    const saved = context.variable(data.save);
    const failed = context.exit('failed');
    return {
      '': {
        entry: [{ type: 'runCode', code: data.code, input: inputs, output: data.output, timeoutMs: Math.round(data.seconds * 1_000) }],
        wait: { for: 'result', meanwhile: 'hold' },
        on: {
          done: [{ ...context.exit('done'), ...(saved && { set: [{ variable: saved.name, value: { from: 'result', path: [] } }] }) }],
          failed: [failed],
          unknown: [failed],
        },
        onError: failed,
      },
    };
  },
});
