import { zeroOf } from '../../expressions/zeroOf.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { FieldTemplate, FormDraft, FormRecogniser } from '../../machine/form.ts';
import { askedFields } from '../../messages/form.ts';
import { kindOfType } from '../../messages/files.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { readMedia } from '../../messages/readMedia.ts';
import { fold } from '../fold.ts';
import { recognise } from '../recognise.ts';
import type { AnswerContext, Recognised } from '../recognised.ts';
import { nextField } from './nextField.ts';
import { inSteps, passing } from './steps.ts';

/** What a message made of a form: filled in, one step on, or not understood; and the answers so far. */
export type FormHeard = { is: 'filled'; value: JsonObject } | { is: 'step'; draft: FormDraft } | { is: 'unfit'; draft: FormDraft; reason: string };

const empty: FormDraft = { given: {}, values: {}, passed: [], errors: [] };

/**
 * Understands a message as a whole form, or as the next answer where fields are asked one by one. Words said to a form on a page
 * begin its steps, so that whoever cannot fill in a page can answer all the same.
 */
export function recogniseForm({ fields, skip }: FormRecogniser, message: Incoming, context: AnswerContext, before: FormDraft | undefined): FormHeard {
  if (message.type === 'formReply') return readWhole(fields, message.values, context);
  const draft = before ?? empty;
  if (!draft.steps && !inSteps(context.facts.channel, fields)) return { is: 'step', draft: { ...draft, steps: true, errors: [], given: without(draft.given, draft.errors) } };
  const field = nextField(fields, draft);
  if (!field) return { is: 'filled', value: resultOf(fields, draft.values) };
  if (!field.required && passes(message, context.text(skip))) return goOn(fields, { ...draft, passed: [...draft.passed, field.id] });
  const heard = recognise(field.recogniser, message, context);
  if (!heard.ok) return { is: 'unfit', draft: { ...draft, steps: true, errors: [field.id] }, reason: heard.reason };
  return goOn(fields, { ...draft, given: { ...draft.given, [field.id]: heard.value }, values: { ...draft.values, [field.id]: worth(field, heard.value) } });
}

function goOn(fields: readonly FieldTemplate[], draft: FormDraft): FormHeard {
  const next: FormDraft = { ...draft, steps: true, errors: [] };
  return nextField(fields, next) ? { is: 'step', draft: next } : { is: 'filled', value: resultOf(fields, next.values) };
}

function readWhole(fields: readonly FieldTemplate[], reply: JsonObject, context: AnswerContext): FormHeard {
  // Only what belongs to the form is kept; the conditions of later fields see what was understood of earlier ones.
  const given: JsonObject = {};
  const read = new Map<string, Recognised | undefined>();
  for (const field of fields) {
    const value = Object.hasOwn(reply, field.id) ? reply[field.id] : undefined;
    const heard = value === undefined || isBlank(value) ? undefined : readField(field, value, context);
    read.set(field.id, heard);
    if (value !== undefined && !isBlank(value)) given[field.id] = heard?.ok ? heard.value : value;
  }
  const asked = askedFields(fields, given);
  const errors = asked.filter((field) => (read.get(field.id) ? !read.get(field.id)?.ok : field.required)).map(({ id }) => id);
  const values = Object.fromEntries(asked.flatMap((field): [string, Json][] => {
    const heard = read.get(field.id);
    return heard?.ok ? [[field.id, worth(field, heard.value)]] : [];
  }));
  if (errors.length > 0) return { is: 'unfit', draft: { given: reply, values, passed: [], errors }, reason: `Does not fit: ${errors.join(', ')}.` };
  return { is: 'filled', value: resultOf(fields, values) };
}

function passes(message: Incoming, words: string[]): boolean {
  if (message.type === 'choiceReply') return message.option === passing;
  return message.type === 'text' && words.some((word) => word !== '' && fold(word) === fold(message.text));
}

function without(given: JsonObject, ids: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(given).filter(([id, value]) => !ids.includes(id) && !isBlank(value)));
}

const isBlank = (value: Json): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

function readField(field: FieldTemplate, value: Json, context: AnswerContext): Recognised {
  const ids = field.options?.map(({ id }) => id) ?? [];
  if (field.kind === 'choices') {
    const chosen = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
    return chosen.length > 0 && Array.isArray(value) && chosen.length === value.length && chosen.every((id) => ids.includes(id)) ? { ok: true, value: [...new Set(chosen)] } : { ok: false, reason: 'Not options of this field.' };
  }
  if (ids.length > 0) return typeof value === 'string' && ids.includes(value) ? { ok: true, value } : { ok: false, reason: 'Not an option of this field.' };
  if (field.kind === 'file') {
    const media = readMedia(value);
    return media ? recognise(field.recogniser, { type: kindOfType(media.mime), media }, context) : { ok: false, reason: 'Not a file.' };
  }
  if (typeof value !== 'string' && typeof value !== 'number') return { ok: false, reason: 'Not a text.' };
  return recognise(field.recogniser, { type: 'text', text: String(value).slice(0, 4_096) }, context);
}

/** What flows get for an answer: the values of options instead of their ids. */
function worth({ values }: FieldTemplate, answer: Json): Json {
  if (!values) return answer;
  if (Array.isArray(answer)) return answer.map((id) => values[String(id)] ?? id);
  return values[String(answer)] ?? answer;
}

/** Everything answered by field, and by name with a zero for what was not. */
function resultOf(fields: readonly FieldTemplate[], values: JsonObject): JsonObject {
  const all = fields.flatMap(({ id, name, type }): [string, Json][] => (name ? [[name, values[id] ?? zeroOf(type)]] : []));
  return { fields: values, all: Object.fromEntries(all) };
}
