import type { FileKind } from './files.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import { readDate } from '../expressions/calendar.ts';

/** What one field of a form takes. */
export const formKinds = ['text', 'longText', 'number', 'date', 'time', 'email', 'phone', 'choice', 'choices', 'yesNo', 'file'] as const;
export type FormKind = (typeof formKinds)[number];

/** When a field is asked: by the answer to another one. Data instead of an expression, because a page decides it while people type. */
export interface FieldCondition {
  field: string;
  is: 'answered' | 'unanswered' | 'equal' | 'different' | 'atLeast' | 'atMost';
  /** What the answer is compared with: an option's id, `yes` or `no`, or what people would write. */
  value: string;
}

/** One field as people see it. */
export interface FormField<Text> {
  id: string;
  kind: FormKind;
  label: Text;
  note?: Text;
  required: boolean;
  /** For `choice`, `choices` and `yesNo`; the ids of the last are `yes` and `no`. */
  options?: { id: string; label: Text }[];
  when?: FieldCondition;
  min?: number;
  max?: number;
  whole?: boolean;
  maxLength?: number;
  /** For `file`: what kinds are taken. */
  files?: FileKind[];
}

/** Whether a field is asked, given what stands in the others as people gave it (texts, ids of options, lists of ids, yes as true). */
export function isAsked({ when }: Pick<FormField<unknown>, 'when'>, given: Readonly<JsonObject>): boolean {
  if (!when) return true;
  const answers = written(Object.hasOwn(given, when.field) ? given[when.field] : undefined);
  const [first = ''] = answers;
  switch (when.is) {
    case 'answered': return answers.length > 0;
    case 'unanswered': return answers.length === 0;
    case 'equal': return answers.some((answer) => plain(answer) === plain(when.value));
    case 'different': return answers.length > 0 && answers.every((answer) => plain(answer) !== plain(when.value));
    case 'atLeast': return answers.length > 0 && compare(first, when.value) >= 0;
    case 'atMost': return answers.length > 0 && compare(first, when.value) <= 0;
  }
}

/** The fields that are asked, in order; a field whose condition speaks of one that is not asked counts that as unanswered. */
export function askedFields<Field extends Pick<FormField<unknown>, 'id' | 'when'>>(fields: readonly Field[], given: Readonly<JsonObject>): Field[] {
  const kept: JsonObject = {};
  return fields.filter((field) => {
    const asked = isAsked(field, kept);
    const value = Object.hasOwn(given, field.id) ? given[field.id] : undefined;
    if (asked && value !== undefined) kept[field.id] = value;
    return asked;
  });
}

/** What was filled in, in words: `Label: answer`, one line for each field that was; a label that asks ends by itself. */
export function formAnswers(fields: readonly FormField<string>[], values: Readonly<JsonObject>, language: string): string[] {
  return fields.flatMap(({ id, kind, label, options }) => {
    const answers = written(Object.hasOwn(values, id) ? values[id] : undefined).map((answer) => options?.find((option) => option.id === answer)?.label ?? (kind === 'date' ? dayIn(language, answer) : answer));
    return answers.length > 0 ? [`${label}${/[?？؟:：]$/.test(label.trim()) ? '' : ':'} ${answers.join(', ')}`] : [];
  });
}

/** A day as people of a language write it; what is no day stays as it is. */
function dayIn(language: string, answer: string): string {
  return readDate(answer) === undefined ? answer : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${answer}T00:00:00Z`));
}

/** An answer as texts to compare; none when there is no answer. */
function written(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(written);
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (typeof value === 'number') return [String(value)];
  // A file by its name.
  if (typeof value === 'object' && value !== null && typeof value['name'] === 'string') return [value['name']];
  return typeof value === 'string' && value.trim() !== '' ? [value] : [];
}

const plain = (text: string): string => text.trim().toLowerCase();

/** Numbers by size, everything else (dates, times) as it is written. */
function compare(one: string, two: string): number {
  const [a, b] = [Number(one), Number(two)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return plain(one) < plain(two) ? -1 : plain(one) > plain(two) ? 1 : 0;
}
