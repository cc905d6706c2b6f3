import { isObject } from '../expressions/fits.ts';
import type { JsonObject } from '../lib/json.ts';

/** As much of a form as its lines tell. */
interface ToldForm {
  fields: readonly { id: string; label: string; required: boolean; options?: readonly { label: string }[] }[];
  given: JsonObject;
  errors: Readonly<Record<string, string>>;
}

/** The fields of a form, one a line: `Name *`, what may be chosen, what stands there, what does not fit. */
export function formLines({ fields, given, errors }: ToldForm): string[] {
  return fields.map(({ id, label, required, options }) => {
    const [value, error] = [given[id], errors[id]];
    const chosen = value === undefined ? '' : ` = ${Array.isArray(value) ? value.join(', ') : isObject(value) ? String(value['name']) : String(value)}`;
    return `${label}${required ? ' *' : ''}${options ? `: ${options.map((option) => option.label).join(', ')}` : ''}${chosen}${error === undefined ? '' : ` ! ${error}`}`;
  });
}
