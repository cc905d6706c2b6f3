import { describe } from '../expressions/describe.ts';
import { fits, own } from '../expressions/fits.ts';
import { zeroOf } from '../expressions/zeroOf.ts';
import type { JsonObject } from '../lib/json.ts';
import type { CallbackContract, CalledBack } from '../machine/callback.ts';

/** What is wrong with a callback, by field. */
export interface CallbackProblem {
  path: string;
  message: string;
}

/** Reads what was called back by what was agreed: values of their types and nothing else, those left out filled in. */
export function readCallback({ codes, outputs }: CallbackContract, { code, values }: { code: string; values: JsonObject }): { ok: true; called: CalledBack } | { ok: false; fields: CallbackProblem[] } {
  const fields: CallbackProblem[] = [];
  if (!codes.some((each) => each.code === code)) fields.push({ path: 'code', message: `Expected one of ${codes.map((each) => each.code).join(', ')}.` });
  const wished = codes[0]?.code === code;
  const read = outputs.map(({ name, type, required }) => {
    const value = own(values, name) ?? null;
    if (value !== null && !fits(type, value)) fields.push({ path: `values.${name}`, message: `Expected ${describe(type)}.` });
    if (value === null && wished && required) fields.push({ path: `values.${name}`, message: 'It is missing.' });
    return [name, value ?? zeroOf(type)] as const;
  });
  for (const name of Object.keys(values)) if (!outputs.some((output) => output.name === name)) fields.push({ path: `values.${name}`, message: 'Nothing of that name was agreed on.' });
  return fields.length > 0 ? { ok: false, fields } : { ok: true, called: { outcome: code, values: Object.fromEntries(read) } };
}
