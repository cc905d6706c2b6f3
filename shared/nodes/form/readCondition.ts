import type { FieldCondition } from '../../messages/form.ts';
import { ordered } from '../fieldKinds.ts';
import type { FormData, FormFieldData } from './formSchema.ts';

const signs: Readonly<Record<string, FieldCondition['is']>> = { '==': 'equal', '!=': 'different', '>=': 'atLeast', '<=': 'atMost' };

/** The condition of a field; undefined when there is none, 'unreadable' when it is not written like one or names no field before it. */
export function readCondition(data: FormData, id: string): FieldCondition | 'unreadable' | undefined {
  const written = data.fields[id]?.onlyIf.trim() ?? '';
  if (written === '') return undefined;
  const found = /^(!?)\s*([\p{L}_][\p{L}\p{N}_]*)\s*(?:(==|!=|>=|<=)\s*"?(.+?)"?)?$/u.exec(written);
  const [, not = '', name = '', sign, value = ''] = found ?? [];
  const fields = ordered(data.fields);
  const place = fields.findIndex(([each]) => each === id);
  const about = fields.slice(0, Math.max(0, place)).find(([, field]) => field.name === name);
  if (!found || !about || (not !== '' && sign !== undefined)) return 'unreadable';
  const [field, { kind, options }] = about;
  if (sign === undefined) return { field, is: not ? 'unanswered' : 'answered', value: '' };
  const is = signs[sign] ?? 'equal';
  if (kind !== 'choice' && kind !== 'choices') return { field, is, value };
  const option = ordered(options).find(([, each]) => codeOf(each) === value);
  return option ? { field, is, value: option[0] } : 'unreadable';
}

/** What an option is worth to the flow: the same in every language. */
export function codeOf({ code, label }: FormFieldData['options'][string]): string {
  return code || label;
}
