import type { FieldTemplate } from '../../machine/form.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import { fileKinds } from '../../messages/files.ts';
import { assertNever } from '../../lib/assertNever.ts';
import type { Json } from '../../lib/json.ts';
import type { CompileContext } from '../defineNode.ts';
import { ordered } from '../fieldKinds.ts';
import { answerTypes } from './formSchema.ts';
import type { FormData, FormFieldData } from './formSchema.ts';
import { codeOf, readCondition } from './readCondition.ts';

/** The fields of a form as the machine holds them. A condition that cannot be read is none; the proof names it. */
export function fieldsOf(data: FormData, context: CompileContext): FieldTemplate[] {
  return ordered(data.fields).map(([id, field]): FieldTemplate => {
    const { kind, name, required, min, max, whole, maxLength } = field;
    const chosen = choosing(id, field, context);
    const condition = readCondition(data, id);
    return {
      id, kind, required, type: answerTypes[kind],
      label: context.text('fields', id, 'label'),
      ...(field.note && { note: context.text('fields', id, 'note') }),
      ...(name && { name }),
      ...chosen,
      ...(condition && condition !== 'unreadable' && { when: condition }),
      ...(kind === 'number' && { ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(whole && { whole }) }),
      ...((kind === 'text' || kind === 'longText') && maxLength !== undefined && { maxLength }),
      ...(kind === 'file' && { files: fileKinds.filter((each) => field.files[each]) }),
      ...(field.errorText && { error: context.text('fields', id, 'errorText') }),
      recogniser: recogniserOf(field, chosen.options ?? []),
    };
  });
}

/** The options of a field, and what each is worth. */
function choosing(id: string, { kind, options }: FormFieldData, context: CompileContext): Pick<FieldTemplate, 'options' | 'values'> {
  if (kind === 'yesNo') return { options: [{ id: 'yes', label: context.text('yes') }, { id: 'no', label: context.text('no') }], values: { yes: true, no: false } };
  if (kind !== 'choice' && kind !== 'choices') return {};
  const inOrder = ordered(options);
  return {
    options: inOrder.map(([option]) => ({ id: option, label: context.text('fields', id, 'options', option, 'label') })),
    values: Object.fromEntries(inOrder.map(([option, each]): [string, Json] => [option, codeOf(each)])),
  };
}

function recogniserOf({ kind, min, max, whole, maxLength, pattern, files, largest }: FormFieldData, options: NonNullable<FieldTemplate['options']>): Recogniser {
  const choice = { kind: 'choice' as const, options, typed: true, other: false };
  switch (kind) {
    case 'text': return { kind: 'text', ...(maxLength !== undefined && { maxLength }), ...(pattern && { pattern }) };
    case 'longText': return { kind: 'text', ...(maxLength !== undefined && { maxLength }) };
    case 'number': return { kind, ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(whole && { whole }) };
    case 'date':
    case 'time':
    case 'email':
    case 'phone': return { kind };
    case 'choice':
    case 'yesNo': return choice;
    case 'choices': return { kind: 'several', of: choice };
    case 'file': return { kind: 'media', types: fileKinds.filter((each) => files[each]), ...(largest !== undefined && { mostBytes: largest * 1_000_000 }) };
    default: return assertNever(kind);
  }
}
