import type { FieldTemplate, FormDraft } from '../../machine/form.ts';
import { askedFields } from '../../messages/form.ts';

/** The field to ask next, one by one; undefined when all that are asked are answered or passed. */
export function nextField(fields: readonly FieldTemplate[], { given, passed }: FormDraft): FieldTemplate | undefined {
  return askedFields(fields, given).find(({ id }) => !Object.hasOwn(given, id) && !passed.includes(id));
}
