import * as z from 'zod';
import type { ValueType } from '../expressions/types.ts';
import { maxText } from '../messages/incoming.ts';
import type { FieldMeta } from './fields.ts';
import { field } from './fields.ts';

type Extra = Omit<FieldMeta, 'label' | 'widget'>;

/** The id of a thing inside a node (an option, a branch): chosen when made, never changed, and the id of its exit. */
export const childId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'An id has 1 to 40 letters, digits, - or _');

/** The place of an ordered child among its siblings; fractions squeeze in between. */
export const order = z.number();

/** A text people read, which may hold `{{ expressions }}` and exists once per language. */
export function spoken(label: string, extra: Extra = {}) {
  return field(z.string().max(maxText).default(''), { label, widget: 'longText', template: true, translatable: true, target: 'chat', limit: 'text', ...extra });
}

/** A short text people read: a header, the label of a button. */
export function spokenLine(label: string, extra: Extra = {}) {
  return field(z.string().max(maxText).default(''), { label, widget: 'text', template: true, translatable: true, target: 'chat', ...extra });
}

/** Words people may type, separated by commas, once per language. */
export function keywords(label: string, extra: Extra = {}) {
  return field(z.string().max(maxText).default(''), { label, widget: 'keywords', translatable: true, ...extra });
}

/** A short text for the author's eyes or for programs; one for all languages. */
export function plainText(label: string, extra: Extra = {}) {
  return field(z.string().max(200).default(''), { label, widget: 'text', ...extra });
}

/** A CEL expression; `expects` is the type its result must have. */
export function expression(label: string, extra: Extra & { expects?: ValueType } = {}) {
  return field(z.string().max(maxText).default(''), { label, widget: 'expression', ...extra });
}

/** A variable of the flow by its id; '' = none. */
export function variable(label: string, extra: Extra = {}) {
  return field(z.string().max(40).default(''), { label, widget: 'variable', ...extra });
}

/** A whole number within bounds. */
export function whole(label: string, bounds: { least: number; most: number; otherwise: number }, extra: Extra = {}) {
  return field(z.number().int().min(bounds.least).max(bounds.most).default(bounds.otherwise), { label, widget: 'number', ...extra });
}

/** A number that may be left out. */
export function optionalNumber(label: string, extra: Extra = {}) {
  return field(z.number().optional(), { label, widget: 'number', ...extra });
}

/** A switch. */
export function toggle(label: string, on: boolean, extra: Extra = {}) {
  return field(z.boolean().default(on), { label, widget: 'toggle', ...extra });
}

/** An ISO 8601 duration such as `PT30M`; '' = none. */
export function duration(label: string, extra: Extra = {}) {
  const iso = /^(?:P(?!$)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)?$/;
  return field(z.string().max(30).regex(iso, 'A duration is written like PT30M, PT2H or P1D').default(''), { label, widget: 'duration', ...extra });
}

/** A time of day, `HH:MM`; '' = none. */
export function timeOfDay(label: string, extra: Extra = {}) {
  return field(z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, 'A time is written like 08:30').default(''), { label, widget: 'time', ...extra });
}

/** Exactly one of a few named values. The first is the default. */
export function oneOf<const Values extends readonly [string, ...string[]]>(
  label: string,
  choices: { [Value in Values[number]]: string },
  values: Values,
  extra: Extra & { widget?: 'select' | 'segmented' } = {},
) {
  const { widget = 'select', ...rest } = extra;
  const options = values.map((value) => ({ value, label: choices[value as Values[number]] }));
  return field(z.enum(values).default(values[0] as z.util.NoUndefined<Values[number]>), { label, widget, options, ...rest });
}

/** Ordered children by id. */
export function children<Shape extends z.ZodObject>(label: string, shape: Shape, item: NonNullable<FieldMeta['item']>, extra: Extra = {}) {
  return field(z.record(childId, shape).default({}), { label, widget: 'list', item, ...extra });
}

/** Sorts ordered children as authors see them: by `order`, then by id. */
export function ordered<Child extends { order: number }>(map: Readonly<Record<string, Child>>): [id: string, child: Child][] {
  return Object.entries(map).sort(([a, one], [b, two]) => one.order - two.order || (a < b ? -1 : 1));
}

/** Runs several lines of a text into one, for cards; '' stays ''. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
